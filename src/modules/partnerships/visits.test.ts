import { describe, expect, test } from 'vitest';
import { endOfVisitBefore, isToBeNoted } from './visits.ts';

const on = (moment: string) => new Date(`2026-03-${moment}Z`);

describe('the end of the visit before this one', () => {
  test('is when the member was last noted, where that was more than eight hours ago', () => {
    const visits = { lastAt: on('01T16:00'), previousAt: on('01T08:00') };
    expect(endOfVisitBefore(visits, on('02T00:00:01'))).toEqual(on('01T16:00'));
  });

  test('stays where it is while pages are opened less than eight hours apart', () => {
    const previousAt = on('01T16:00');
    for (const [lastAt, now] of [
      ['02T09:00', '02T09:00'],
      ['02T09:00', '02T16:59'],
      ['02T16:59', '03T00:59']
    ] as const) {
      expect(endOfVisitBefore({ lastAt: on(lastAt), previousAt }, on(now))).toEqual(previousAt);
    }
  });

  test('is none on a first visit, before it is noted and after', () => {
    expect(endOfVisitBefore({ lastAt: null, previousAt: null }, on('02T09:00'))).toBeNull();
    const noted = { lastAt: on('02T09:00'), previousAt: null };
    expect(endOfVisitBefore(noted, on('02T09:30'))).toBeNull();
  });
});

test('a page is noted when none was for five minutes', () => {
  expect(isToBeNoted(null, on('02T09:00'))).toBe(true);
  expect(isToBeNoted(on('02T09:00'), on('02T09:04:59'))).toBe(false);
  expect(isToBeNoted(on('02T09:00'), on('02T09:05'))).toBe(true);
});
