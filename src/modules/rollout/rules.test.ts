import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someReport, someRollOut, someSetting } from './builders.ts';
import { drawCurve } from './draw-curve.ts';
import {
  checkReport,
  countByProvider,
  countPlaces,
  curveOf,
  goalState,
  isEligible,
  placesOn,
  placesReached
} from './rules.ts';
import { countsSentence, curveSentence, goalSentence, placesSentence } from './sentences.ts';
import { placesTable } from './tables.ts';
import { standings, type Place } from './types.ts';

const four = [1, 2, 3, 4].map((number) => someSetting(number));

describe('which settings could use a change', () => {
  const nursery = someSetting(1, { openedOn: '2026-02-01', closedOn: '2026-06-01' });

  test.each([
    { rule: {}, day: '2026-03-01', is: true },
    { rule: {}, day: '2026-01-31', is: false },
    { rule: {}, day: '2026-06-01', is: false },
    { rule: { eligibleKinds: ['school' as const] }, day: '2026-03-01', is: false },
    { rule: { eligibleAreas: ['North'] }, day: '2026-03-01', is: true },
    { rule: { eligibleAreas: ['South'] }, day: '2026-03-01', is: false },
    { rule: { eligibleBy: 'picked' as const }, day: '2026-03-01', is: false },
    { rule: { eligibleBy: 'picked' as const, picked: [nursery.id] }, day: '2026-03-01', is: true }
  ])('$rule on $day: $is', ({ rule, day, is }) => {
    expect(isEligible(someRollOut(rule), nursery, day)).toBe(is);
  });
});

describe('where settings stand', () => {
  const said = [
    someReport(1, 'preparing', '2026-01-05'),
    someReport(1, 'using', '2026-02-02'),
    someReport(1, 'fully', '2026-03-02'),
    someReport(2, 'using', '2026-02-09'),
    someReport(2, 'stopped', '2026-03-09'),
    someReport(3, 'preparing', '2026-03-16')
  ];
  const countsOn = (day: string) => countPlaces(placesOn(someRollOut(), four, said, day));

  test('is what was said last, and fully counts among using', () => {
    expect(countsOn('2026-03-20')).toEqual({
      eligible: 4,
      notStarted: 1,
      preparing: 1,
      using: 1,
      fully: 1,
      stopped: 1
    });
    expect(countsSentence(countsOn('2026-03-20'))).toBe(
      '1 of 4 settings uses it, fully, 1 more is preparing, 1 stopped.'
    );
  });

  test('makes a curve with a point for each day on which something changed, falling where one stopped', () => {
    const curve = curveOf(someRollOut(), four, said, '2026-03-31');
    expect(curve.map(({ on, using, fully, stopped }) => [on, using, fully, stopped])).toEqual([
      ['2026-01-05', 0, 0, 0],
      ['2026-02-02', 1, 0, 0],
      ['2026-02-09', 2, 0, 0],
      ['2026-03-02', 2, 1, 0],
      ['2026-03-09', 1, 1, 1],
      ['2026-03-16', 1, 1, 1],
      ['2026-03-31', 1, 1, 1]
    ]);
    expect(curveSentence(curve)).toBe(
      'From 0 on 5 January 2026 to 1 of 4 settings on 31 March 2026. One setting stopped on the way.'
    );
    const drawing = {
      id: 'x',
      title: 'A & B',
      says: 'So',
      curve,
      goal: { settings: 3, by: '2026-06-30' }
    };
    for (const size of ['wide', 'narrow'] as const) {
      const svg = drawCurve({ ...drawing, size });
      expect(svg).toContain('A &amp; B');
      expect(svg).toContain('Using it: 1');
      expect(svg).toContain('1 stopped');
      expect(svg).toContain('Goal: 3');
    }
    expect(drawCurve({ ...drawing, curve: [], size: 'wide' })).toBeNull();
  });

  test('counts on each day the settings that were there', () => {
    const closing = [someSetting(1, { closedOn: '2026-03-01' }), ...four.slice(1)];
    const curve = curveOf(someRollOut(), closing, said, '2026-03-31');
    expect(curve.find(({ on }) => on === '2026-02-09')).toMatchObject({ eligible: 4, using: 2 });
    expect(curve.find(({ on }) => on === '2026-03-01')).toMatchObject({ eligible: 3, using: 1 });
  });

  test('never counts a setting twice or leaves one out', () => {
    const anything = fc.array(
      fc.record({
        number: fc.integer({ min: 1, max: 4 }),
        standing: fc.constantFrom(...standings),
        day: fc.integer({ min: 1, max: 28 })
      }),
      { maxLength: 20 }
    );
    fc.assert(
      fc.property(anything, (list) => {
        const reports = list.map(({ number, standing, day }) =>
          someReport(number, standing, `2026-02-${String(day).padStart(2, '0')}`)
        );
        for (const one of curveOf(someRollOut(), four, reports, '2026-03-01')) {
          expect(one.notStarted + one.preparing + one.using + one.stopped).toBe(one.eligible);
          expect(one.fully).toBeLessThanOrEqual(one.using);
        }
      })
    );
  });
});

describe('small numbers of settings', () => {
  const counts = { eligible: 3, notStarted: 0, preparing: 0, using: 0, fully: 0, stopped: 0 };
  test.each([
    { parts: { preparing: 2 }, says: '0 of 3 settings use it, 2 are preparing.' },
    { parts: { using: 1 }, says: '1 of 3 settings uses it, not fully yet.' },
    { parts: { using: 3, fully: 3 }, says: '3 of 3 settings use it, all of them fully.' },
    { parts: { using: 2 }, says: '2 of 3 settings use it, none of them fully.' }
  ])('$says', ({ parts, says }) => {
    expect(countsSentence({ ...counts, ...parts })).toBe(says);
  });

  test('are said of one day, where the roll-out began today', () => {
    const [one] = four;
    const curve = curveOf(someRollOut(), one ? [one] : [], [], '2026-01-05');
    expect(curveSentence(curve)).toBe('No setting uses it yet on 5 January 2026.');
    const used = [someReport(1, 'using', '2026-01-05')];
    expect(curveSentence(curveOf(someRollOut(), one ? [one] : [], used, '2026-01-05'))).toBe(
      '1 of 1 setting uses it on 5 January 2026.'
    );
  });

  test('have no places where none uses it', () => {
    expect(placesSentence({ using: 0, eligible: 40, unknown: 1 })).toBe(
      'None of the 40 places for children that were counted is in one that uses it. Of 1 setting nobody has said how many places there are.'
    );
  });

  test('are a goal of one setting', () => {
    expect(goalSentence({ goalSettings: 1 }, { kind: 'to-go', settings: 1, by: null })).toBe(
      'The goal of 1 setting: 1 to go.'
    );
  });
});

describe('the goal', () => {
  const curve = curveOf(
    someRollOut(),
    four,
    [someReport(1, 'using', '2026-02-02'), someReport(2, 'using', '2026-02-09')],
    '2026-03-01'
  );

  test.each([
    { goal: { goalSettings: 2, goalBy: null }, says: 'has been met since 9 February 2026' },
    { goal: { goalSettings: 3, goalBy: '2026-06-30' }, says: 'by 30 June 2026: 1 to go' },
    { goal: { goalSettings: 3, goalBy: '2026-02-28' }, says: 'was for 28 February 2026; 1 to go' }
  ])('of $goal.goalSettings $says', ({ goal, says }) => {
    const rollOut = someRollOut(goal);
    expect(goalSentence(rollOut, goalState(rollOut, curve, '2026-03-01'))).toContain(says);
  });
});

describe('what is said of a setting', () => {
  const report = someReport(1, 'using', '2026-03-02');
  test.each([
    { given: { standing: 'stopped' as const, reason: '' }, kind: 'reason-missing' },
    { given: { since: '2026-03-03' }, kind: 'since-ahead' },
    { given: { level: 3 }, kind: 'level-off-scale' },
    { given: { parts: ['Hat'] }, kind: 'unknown-part' },
    { given: { level: 2, parts: ['Bag'] }, kind: undefined }
  ])('$kind', ({ given, kind }) => {
    expect(checkReport(someRollOut(), { ...report, ...given }, '2026-03-02')?.kind).toBe(kind);
  });

  test('stands in the file with each part said', () => {
    const said = someReport(1, 'using', '2026-03-02', { level: 2, parts: ['Bag'] });
    const places = placesOn(someRollOut(), [someSetting(1), someSetting(2)], [said], '2026-03-02');
    expect(placesTable(someRollOut(), places).slice(1)).toEqual([
      [
        'Setting 1',
        'Nursery',
        'North',
        'Using it',
        '2026-03-02',
        'All rooms',
        'yes',
        'no',
        '',
        '',
        'Head of centre'
      ],
      ['Setting 2', 'Nursery', 'North', 'Not started', '', '', '', '', '', '', '']
    ]);
  });
});

describe('what stands behind the settings', () => {
  const at = (
    number: number,
    standing: Place['standing'],
    parts: Parameters<typeof someSetting>[1]
  ): Place => ({
    setting: someSetting(number, parts),
    standing,
    report: null
  });
  const places = [
    at(1, 'using', { provider: 'council', places: 40 }),
    at(2, 'not-started', { provider: 'council', places: 24 }),
    at(3, 'fully', { provider: 'private', places: 60 }),
    at(4, 'preparing', {})
  ];

  test('is counted by kind of provider, those that are not said last', () => {
    expect(
      countByProvider(places).map(({ provider, using, eligible }) => [provider, using, eligible])
    ).toEqual([
      ['council', 1, 2],
      ['private', 1, 1],
      [null, 0, 1]
    ]);
  });

  test('is told in places for children, as far as they were counted', () => {
    expect(placesReached(places)).toEqual({ using: 100, eligible: 124, unknown: 1 });
    expect(placesSentence(placesReached(places))).toBe(
      'Those that use it have 100 of the 124 places for children that were counted. Of 1 setting nobody has said how many places there are.'
    );
    expect(placesSentence(placesReached([at(4, 'using', {})]))).toBeNull();
  });
});
