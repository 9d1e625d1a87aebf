import { describe, expect, test } from 'vitest';
import {
  actionPeriod,
  endsBeforeItStarts,
  followingOf,
  owedTakeaways,
  splitByDay
} from './rules.ts';
import { someTakeaway } from './builders.ts';

const june = { startsOn: '2026-06-17', endsOn: null };
const september = { startsOn: '2026-09-09', endsOn: '2026-09-10' };

describe('the action period', () => {
  test('runs from the last day of a session until the next begins', () => {
    expect(actionPeriod(june, [september, june], '2026-07-01')).toEqual({
      from: '2026-06-17',
      until: '2026-09-09',
      daysLeft: 70, // 30 days of July after the 1st, 31 of August, 9 of September
      state: 'running'
    });
  });

  test.each([
    { today: '2026-06-16', state: 'ahead' },
    { today: '2026-06-17', state: 'ahead' },
    { today: '2026-06-18', state: 'running' },
    { today: '2026-09-09', state: 'over' }
  ])('is $state on $today', ({ today, state }) => {
    expect(actionPeriod(june, [june, september], today).state).toBe(state);
  });

  test('has no end while no later session is in the diary', () => {
    expect(actionPeriod(september, [june, september], '2026-10-01')).toEqual({
      from: '2026-09-10',
      until: null,
      daysLeft: null,
      state: 'running'
    });
  });
});

test('sessions are parted by the day: the next first, the latest first', () => {
  const may = { startsOn: '2026-05-01' };
  const { coming, past } = splitByDay([september, may, june], '2026-06-17');
  expect(coming).toEqual([september]);
  expect(past).toEqual([june, may]);
});

describe('what was taken back', () => {
  test('is owed until a test is planned or it is set aside with a reason', () => {
    expect(followingOf(someTakeaway())).toBe('owed');
    expect(followingOf(someTakeaway({ status: 'set-aside', setAsideWhy: 'No room' }))).toBe(
      'set-aside'
    );
    expect(followingOf(someTakeaway({}, ['planned']))).toBe('planned');
  });

  test('counts as tested whichever way the test came out, also when it was set aside afterwards', () => {
    expect(followingOf(someTakeaway({}, ['planned', 'acted']))).toBe('tested');
    expect(followingOf(someTakeaway({ status: 'set-aside' }, ['done']))).toBe('tested');
  });

  test('and owed stands with the longest brought home first', () => {
    const lately = { ...someTakeaway({ noticed: 'lately' }), broughtOn: '2026-06-17' };
    const longAgo = { ...someTakeaway({ noticed: 'long ago' }), broughtOn: '2026-01-10' };
    const tested = { ...someTakeaway({}, ['acted']), broughtOn: '2025-01-10' };
    expect(owedTakeaways([lately, tested, longAgo]).map(({ noticed }) => noticed)).toEqual([
      'long ago',
      'lately'
    ]);
  });
});

test('a session cannot end before it starts', () => {
  expect(endsBeforeItStarts({ startsOn: '2026-06-17', endsOn: '2026-06-16' })).toBe(true);
  expect(endsBeforeItStarts(june)).toBe(false);
});
