import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAim } from './aim.ts';
import { figuresIn } from './aim-figures.ts';
import { aimGapSentence, composeAim } from './aim-sentences.ts';
import type { Aim } from './aim.ts';

const whole: Aim = {
  change: 'children hear a story at home every day.',
  amount: '75%',
  forWhom: 'the families of Brook nursery',
  by: '2026-06-30',
  baseline: '55% in September 2025'
};
const none: Aim = { change: '', amount: '', forWhom: '', by: null, baseline: '' };

describe('an aim', () => {
  test('that says what, how much, for whom, by when and from where lacks nothing', () => {
    expect(checkAim(whole, '2026-03-01')).toEqual([]);
    expect(composeAim(whole)).toBe(
      'Children hear a story at home every day: 75%, for the families of Brook nursery, by 30 June 2026, from 55% in September 2025.'
    );
  });

  test('names each part it lacks', () => {
    expect(checkAim(none, '2026-03-01').map(aimGapSentence)).toEqual([
      'It does not say what will be better.',
      'It does not say how much.',
      'It does not say for whom.',
      'It does not say by when.',
      'It does not say from what baseline.'
    ]);
    expect(composeAim(none)).toBeNull();
  });

  test('is composed from the parts that are there', () => {
    expect(composeAim({ ...none, change: 'More stories', by: '2026-06-30' })).toBe(
      'More stories: by 30 June 2026.'
    );
  });

  test('without any figure cannot be seen to be reached', () => {
    expect(checkAim({ ...whole, amount: 'many more' }, '2026-03-01')).toEqual([
      { kind: 'aim-without-number' }
    ]);
    expect(checkAim({ ...whole, amount: 'all of them' }, '2026-03-01')).toEqual([]);
  });

  test('whose date has passed says so', () => {
    expect(checkAim(whole, '2026-07-01')).toEqual([{ kind: 'aim-date-passed', by: '2026-06-30' }]);
  });
});

describe('the figures of an aim', () => {
  // Written by hand; the last is the aim of the made-up Fernhollow.
  test.each([
    ['75%', [[75, 'percent', false]]],
    ['75 per cent', [[75, 'percent', false]]],
    [
      'from 5 to 20 families a week',
      [
        [5, 'plain', false],
        [20, 'plain', false]
      ]
    ],
    ['3 in 10', [[3, 'share', false]]],
    ['12 out of 20 families', [[12, 'share', false]]],
    ['4.3 per 1,000 births in 2015', [[4.3, 'rate', false]]],
    ['by 10 percentage points', [[10, 'points', true]]],
    ['by 15%', [[15, 'percent', true]]],
    ['1,250', [[1250, 'plain', false]]],
    ['half', [[1, 'share', false]]],
    ['two thirds of families', [[2, 'share', false]]],
    ['three in four', [[3, 'share', false]]],
    ['3/4', [[3, 'share', false]]],
    ['60/75 families', [[60, 'share', false]]],
    ['75% (2024/25), open 24/7, since 3/4/2026', [[75, 'percent', false]]],
    ['one a week', [[1, 'plain', false]]],
    ['twenty-five families', [[25, 'plain', false]]],
    ['fifty per cent', [[50, 'percent', false]]],
    ['1.2 thousand', [[1200, 'plain', false]]],
    [
      '40 to 50%',
      [
        [40, 'percent', false],
        [50, 'percent', false]
      ]
    ],
    ['18 weeks', [[18, 'time', false]]],
    ['an 18-week wait', [[18, 'time', false]]],
    ['for 12 weeks, over the last 6 months, 3 years ago', []],
    ['2000 families', [[2000, 'plain', false]]],
    ['2000', [[2000, 'plain', false]]],
    ['reach 2000 by 2026', [[2000, 'plain', false]]],
    ['2000 by December 2026', [[2000, 'plain', false]]],
    [
      'from 1,500 to 2000',
      [
        [1500, 'plain', false],
        [2000, 'plain', false]
      ]
    ],
    [
      'from 1950 to 2000 families',
      [
        [1950, 'plain', false],
        [2000, 'plain', false]
      ]
    ],
    [
      '55% (2025), 54% in 2024, from 2019 to 2025 and in the 2011 census',
      [
        [55, 'percent', false],
        [54, 'percent', false]
      ]
    ],
    ['in 2015 births were recorded', []],
    [
      '75% of 2 year olds, under 5s and children aged 3 to 4 in Year 1 at key stage 2',
      [[75, 'percent', false]]
    ],
    ['on the 21st at 9.30am, the half-term after', []],
    ['no one of them', []],
    ['since 2024/25, on 13 April 2026, 2026-04-13 and 13/4/2026, for 12 weeks', []],
    ['43% over the twelve weeks from 13 April 2026', [[43, 'percent', false]]]
  ] as const)('%s', (text, figures) => {
    expect(figuresIn(text).map(({ value, unit, isChange }) => [value, unit, isChange])).toEqual(
      figures
    );
  });
});

describe('an aim beside its baseline', () => {
  const gapsOf = (parts: Partial<Aim>) =>
    checkAim({ ...whole, ...parts }, '2026-03-01').map(aimGapSentence);

  test.each([
    ['75%', '55% in September 2025'],
    ['12 out of 20', '40%'],
    ['by 10 percentage points', '55%'],
    ['20 more families', '20 families'],
    ['3 fewer than 12', '12'],
    ['a quarter fewer', '40'],
    ['up 5', '5 a month'],
    ['within 10 working days', 'a fortnight'],
    ['three times a week', 'once a week'],
    ['two dozen settings', 'a dozen settings'],
    ['all of them', 'half of them'],
    ['from 5 to 20 families a week', '5 families a week'],
    ['4.3 per 1,000 births', '4.9 per 1,000 births in 2010'],
    ['3 in 4', '3 in 10'],
    ['three in four', '40%'],
    ['18 weeks', '31 weeks'],
    ['18 weeks', '31 weeks in May 2025'],
    ['90% seen within 18 weeks', '60% seen within 18 weeks'],
    ['2000 families', '1,450 families in 2025'],
    ['75% of 20 families', '55%'],
    ['75%', 'in two nurseries 55%'],
    ['below 5%', '5%'],
    ['more than 12 families', '12 families'],
    ['fewer than 18 weeks', '18 weeks'],
    ['4 hours a week', '4 hours a month'],
    ['all 12 nurseries', '7 of 12 nurseries'],
    ['30 families', '22 of 40 families'],
    ['¾', '½'],
    ['2½ hours', '2 hours'],
    // As people also say it
    ['85pc', '70pc'],
    ['10pp higher', '50%'],
    ['increase by 10 points', '50%'],
    ['zero', '12 a month'],
    ['nil', '6 children'],
    ['one more family each month', '4 families a month'],
    ['5 a week more', '5 a week'],
    ['rise of 12 families', '12 families'],
    ['an increase of 12 families', '12 families'],
    ['gain 12 families', '12 families'],
    ['half as many', '24'],
    ['a 50% reduction', '24 a month'],
    ['75% (from 55%)', '55%'],
    ['75% rather than 55%', '55%'],
    ['75%, up from 55%', '55%'],
    ['43%', 'rose from 43% to 55%'],
    ['half an hour', '15 minutes'],
    ['one hour', '45 minutes'],
    ['within an hour', '3 hours'],
    ['20 mins', '45 mins'],
    ['6 wks', '12 wks'],
    ['once a fortnight', 'once a month'],
    ['weekly', 'monthly'],
    ['level 4', 'level 3'],
    ['75th percentile', '55th percentile'],
    ['4 points on the scale', '3.2'],
    ['60 per 1,000', '7.25%'],
    ['12/20 families', '8/20 families']
  ])('of %s from %s lacks nothing', (amount, baseline) => {
    expect(gapsOf({ amount, baseline })).toEqual([]);
  });

  test.each([
    [
      { amount: '20 families', baseline: '55%' },
      '“How much” is a plain number and the baseline a percentage, so the two cannot be held beside each other. Say both the same way.'
    ],
    [
      { amount: '55%', baseline: '55% in May 2025' },
      'It asks for what the baseline says already. Say how much more, or how much less.'
    ],
    [
      { amount: '3 in 4', baseline: '75% in May 2025' },
      'It asks for what the baseline says already. Say how much more, or how much less.'
    ],
    ...[
      ['half an hour a day', '30 minutes'],
      ['one hour', '60 minutes'],
      ['6 per 100', '6%'],
      ['60 per 1,000', '6%'],
      ['3 times a week', '3 times a week'],
      ['level 3', 'level 3'],
      ['55%', 'rose from 43% to 55%']
    ].map(([amount = '', baseline = '']): [Partial<Aim>, string] => [
      { amount, baseline },
      'It asks for what the baseline says already. Say how much more, or how much less.'
    ]),
    ...['a 20% increase', 'increase of 10%', 'a reduction of about 10%'].map(
      (amount): [Partial<Aim>, string] => [
        { amount, baseline: '40%' },
        '“By” so many per cent can be read two ways: of the baseline, or percentage points. Say the level to be reached instead.'
      ]
    ),
    ...['Children and families', 'parents/carers', 'young children', 'as many families'].map(
      (forWhom): [Partial<Aim>, string] => [
        { forWhom },
        `“${forWhom}” has no edge: say which, such as the families of two nurseries, so that it is clear who is counted.`
      ]
    ),
    [
      { amount: '90 minutes', baseline: '1.5 hours' },
      'It asks for what the baseline says already. Say how much more, or how much less.'
    ],
    [
      { amount: '2 weeks', baseline: '14 days' },
      'It asks for what the baseline says already. Say how much more, or how much less.'
    ],
    [
      { amount: '18 weeks', baseline: '55%' },
      '“How much” is a length of time and the baseline a percentage, so the two cannot be held beside each other. Say both the same way.'
    ],
    [
      { amount: 'by 15%', baseline: '40%' },
      '“By” so many per cent can be read two ways: of the baseline, or percentage points. Say the level to be reached instead.'
    ],
    [
      { baseline: 'low, in 2025' },
      'The baseline has no figure in it. Say where it stands now, and since when.'
    ],
    [
      { forWhom: 'All families' },
      '“All families” has no edge: say which, such as the families of two nurseries, so that it is clear who is counted.'
    ]
  ])('%j is told apart', (parts, sentence) => {
    expect(gapsOf(parts)).toEqual([sentence]);
  });

  test('may be anything: reading it never fails', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (amount, forWhom, baseline) => {
        for (const gap of checkAim({ ...whole, amount, forWhom, baseline }, '2026-03-01')) {
          expect(aimGapSentence(gap)).toMatch(/\.$/);
        }
      })
    );
  });
});
