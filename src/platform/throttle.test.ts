import { describe, expect, test } from 'vitest';
import { Throttle } from './throttle.ts';

const pace = { most: 3, seconds: 600 };
const at = (time: string) => new Date(`2026-03-02T${time}Z`);

function filled(): Throttle {
  const throttle = new Throttle();
  for (let taken = 0; taken < pace.most; taken += 1) throttle.take('door', pace, at('10:00:00'));
  return throttle;
}

describe('a throttle', () => {
  test('lets through as many as the pace allows, and then says how long to wait', () => {
    const throttle = new Throttle();
    const answers = [0, 1, 2, 3].map((minute) =>
      throttle.take('door', pace, at(`10:0${minute}:00`))
    );
    expect(answers).toEqual([0, 0, 0, 7 * 60]);
  });

  test('lets through again once the window is over', () => {
    const throttle = filled();
    expect(throttle.take('door', pace, at('10:09:59.500'))).toBe(1);
    expect(throttle.take('door', pace, at('10:10:00'))).toBe(0);
  });

  test('counts each key by itself', () => {
    expect(filled().take('window', pace, at('10:00:00'))).toBe(0);
  });

  test('does not count what was given back, nor what came before it was forgotten', () => {
    const throttle = filled();
    throttle.giveBack('door');
    expect(throttle.take('door', pace, at('10:01:00'))).toBe(0);
    expect(throttle.take('door', pace, at('10:01:00'))).toBeGreaterThan(0);
    throttle.forget('door');
    expect(throttle.take('door', pace, at('10:01:00'))).toBe(0);
  });

  test('holds no more keys than it may, and gives up those that are over first', () => {
    const throttle = new Throttle();
    const one = { most: 1, seconds: 60 };
    throttle.take('lasting', { most: 1, seconds: 86_400 }, at('09:00:00'));
    for (let key = 1; key < 100_000; key += 1) throttle.take(`over ${key}`, one, at('09:00:00'));
    throttle.take('one more', one, at('10:00:00'));
    expect(throttle.take('lasting', one, at('10:00:00'))).toBeGreaterThan(0);
  });
});
