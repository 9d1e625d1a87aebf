import { describe, expect, test } from 'vitest';
import { attackRollOuts, changesOfRollOut } from './roll-out-reader.ts';

describe('two files of a roll-out by area', () => {
  test.each(changesOfRollOut)('with a setting %s in between single none out', (change) => {
    const { tried, opened } = attackRollOuts({ change, pairs: 60, seed: 1, remembers: true });
    expect(tried).toBeGreaterThan(250);
    expect(opened).toBe(0);
  });

  test('would single some out, were each made by itself', () => {
    const { opened } = attackRollOuts({ change: 'added', pairs: 60, seed: 1, remembers: false });
    expect(opened).toBeGreaterThan(10);
  });

  test('still count most settings', () => {
    const { counted } = attackRollOuts({
      change: 'two added',
      pairs: 60,
      seed: 1,
      remembers: true
    });
    expect(counted).toBeGreaterThan(0.8);
  });
});
