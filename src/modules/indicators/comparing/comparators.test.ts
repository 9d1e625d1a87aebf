import { describe, expect, test } from 'vitest';
import { codesOfSameGround, findArea } from '../figures/areas.ts';
import { intervalOf } from '../figures/chance.ts';
import type { Figure, LatestFigure, Measure } from '../types.ts';
import { compare } from './compare.ts';
import { meanOfAreas, middleOfCouncils } from './comparators.ts';
import { comparisonOf, sideOf } from './comparison.ts';

const peers = (values: readonly (number | null)[]) =>
  values.map((value, index) => ({ code: `E0${index}`, name: `Place ${index}`, value }));

describe('the figure of statistical neighbours', () => {
  test('is the plain mean of those that have one', () => {
    // (70 + 71 + 72 + 73 + 76) / 5 = 72.4, by hand.
    expect(meanOfAreas(peers([70, null, 71, 72, 73, 76]))).toEqual({
      value: 72.4,
      areaCount: 5
    });
  });

  test('is none when fewer than five have one: a missing figure is never counted as zero', () => {
    expect(meanOfAreas(peers([70, 71, null, null, 72, 73]))).toBeNull();
  });
});

test('the middle of councils lies between the two in the middle when they are even in number', () => {
  expect(middleOfCouncils(peers([1, 2, 3, 40, 50, null]))).toEqual({ value: 3, areaCount: 5 });
  expect(middleOfCouncils(peers([1, 2, 3, 4, 50, 60]))).toEqual({ value: 3.5, areaCount: 6 });
});

describe('how a figure stands beside another', () => {
  test.each([
    [74, 68.3, 'high', 1, 'better'],
    // From 45.5 to 51.7, had 1,000 children been counted.
    [48.6, 51.3, 'high', 1, 'similar'],
    [48.6, 52.3, 'high', 1, 'worse'],
    [68, 68.3, 'high', 1, 'similar'],
    [17.3, 20.4, 'low', 1, 'better'],
    [68.4, 68.5, 'high', 1, 'similar'],
    [68.4, 68.6, 'high', 1, 'similar'],
    [2.4, 3.1, 'low', 1, 'similar'],
    [2.4, 3.9, 'low', 1, 'better'],
    [68, 69, 'high', 0, 'similar'],
    // Fresh cases, by the interval of 1,000 children worked out apart (Wilson).
    [71.2, 68.4, 'high', 1, 'similar'],
    [71.4, 68.4, 'high', 1, 'better'],
    [91, 92.6, 'high', 1, 'similar'],
    [90.9, 92.6, 'high', 1, 'worse'],
    [0, 0.3, 'low', 1, 'similar'],
    [0, 0.5, 'low', 1, 'better'],
    [100, 99.7, 'high', 1, 'similar'],
    [100, 99, 'high', 1, 'better'],
    [50.0, 53.1, 'none', 1, 'unknown'],
    [19, 25, 'none', 0, 'unknown'],
    [null, 25, 'high', 0, 'unknown'],
    [25, null, 'high', 0, 'unknown']
  ] as const)(
    '%s beside %s, %s is better, to %s places: %s',
    (here, other, better, places, comparison) => {
      const known = { unit: 'percent' as const, decimals: places, children: null };
      expect(comparisonOf(here, other, better, known)).toBe(comparison);
    }
  );

  test('has a side even where neither way is better', () => {
    expect(sideOf(19, 25, { unit: 'percent', decimals: 0, children: null })).toBe('lower');
  });

  test('rests on the children counted where their number is known', () => {
    const beside = (children: number) => sideOf(68, 70, { unit: 'percent', decimals: 1, children });
    expect(beside(500)).toBe('similar');
    expect(beside(20_000)).toBe('lower');
  });

  // By hand, for 74% of 1,000: (0.74 + 0.00192 ± 1.96 √(0.1924/1000 + 0.00000096)) / 1.00384.
  test('is judged by the 95% interval of a share', () => {
    const interval = intervalOf(74, { unit: 'percent', children: null });
    expect(interval?.low).toBeCloseTo(71.19, 2);
    expect(interval?.high).toBeCloseTo(76.62, 2);
    expect(intervalOf(4.3, { unit: 'per-1000', children: 250_000 })?.high).toBeLessThan(4.6);
  });

  // Trafford’s pupils eligible for free school meals at eleven, beside the mean of their neighbours.
  test('of one group alone rests on fewer children', () => {
    const percent = { unit: 'percent' as const, decimals: 0, children: null };
    expect(sideOf(48, 42, percent)).toBe('higher');
    expect(sideOf(48, 42, { ...percent, isOfGroup: true })).toBe('similar');
  });

  test('of a score or a count is the same within a twentieth', () => {
    const score = { unit: 'score' as const, decimals: 1, children: null };
    expect(sideOf(20, 21, score)).toBe('similar');
    expect(sideOf(20, 21.2, score)).toBe('lower');
  });

  test('of more than one to each is the same within a twentieth too: such a rate has no interval', () => {
    const visits = { unit: 'per-1000' as const, decimals: 1, children: null };
    expect(sideOf(1200, 1201.5, visits)).toBe('similar');
    expect(sideOf(1200, 1300, visits)).toBe('lower');
    expect(sideOf(102, 101.5, { unit: 'percent', decimals: 1, children: null })).toBe('similar');
  });

  test('that counts is beside no other place at all: a larger place has more of everything', () => {
    const measure = { unit: 'count', decimals: 0, betterWhen: 'low' } as unknown as Measure; // the rest plays no part
    const latest = { period: '2024/25', value: 240, denominator: null } as unknown as LatestFigure; // as above
    const england = { ...latest, value: 83_000 } as unknown as Figure; // as above
    const beside = {
      nation: { name: 'England', figures: [england] },
      region: null,
      sets: [
        { id: 'neighbours', kind: 'neighbours' as const, name: '', peers: peers([1, 2, 3, 4, 5]) }
      ],
      nationName: 'England'
    };
    expect(compare(latest, measure, beside)).toEqual([]);
    expect(compare(latest, { ...measure, unit: 'percent' }, beside)).toHaveLength(2);
  });
});

const area = (
  code: string,
  name: string,
  successors: string[] = [],
  endYear: number | null = null
) => ({
  code,
  name,
  successors,
  isUpperTier: true,
  endYear,
  otherNames: name === 'Perth and Kinross' ? ['Perth & Kinross Council'] : []
});
// As in the look-up of areas.
const areas = [
  area('S12000024', 'Perth and Kinross', ['S12000048'], 2017),
  area('S12000048', 'Perth and Kinross'),
  area('E06000028', 'Bournemouth', ['E06000058'], 2018),
  area('E06000029', 'Poole', ['E06000058'], 2018),
  area('E06000058', 'Bournemouth, Christchurch and Poole'),
  area('E10000006', 'Cumbria', ['E06000063', 'E06000064'], 2022),
  area('E06000063', 'Cumberland'),
  area('E06000064', 'Westmorland and Furness')
];

describe('an area whose code changed', () => {
  test.each([
    ['S12000048', ['S12000048', 'S12000024']],
    ['S12000024', ['S12000048', 'S12000024']]
  ])('%s is the same ground as %s', (code, codes) => {
    expect(codesOfSameGround(code, areas)).toEqual(codes);
  });

  test('is not joined to what it was split into or merged with', () => {
    expect(codesOfSameGround('E10000006', areas)).toEqual(['E10000006']);
    expect(codesOfSameGround('E06000058', areas)).toEqual(['E06000058']);
    expect(codesOfSameGround('E06000029', areas)).toEqual(['E06000029']);
  });

  test('is found by either code, its name, or another spelling, the living one first', () => {
    for (const given of ['perth & kinross', 'Perth and Kinross', 'Perth & Kinross Council']) {
      expect(findArea(given, areas)).toMatchObject({ ok: true, value: { code: 'S12000048' } });
    }
    expect(findArea('s12000024', areas)).toMatchObject({ ok: true, value: { code: 'S12000024' } });
  });

  test('that nobody knows is refused, with names that come near', () => {
    expect(findArea('Perthshire', areas)).toEqual({
      ok: false,
      error: {
        kind: 'unknown-area',
        given: 'Perthshire',
        near: ['Perth and Kinross', 'Perth and Kinross']
      }
    });
  });
});
