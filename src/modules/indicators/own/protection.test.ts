import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byRule, defaultRule } from '#modules/disclosure';
import type { IndicatorValue, OwnStatus, OwnValues } from '../types.ts';
import { safeOwnValues } from './protection.ts';
import { ownValuesTable } from './values-table.ts';

let count = 0;

/** Values that were never others. */
const only = (now: readonly IndicatorValue[]): OwnValues => ({ now, before: new Map() });

function value(
  period: string,
  given: {
    value: number | null;
    numerator?: number;
    denominator?: number;
    status?: OwnStatus;
    breakdown?: string;
    area?: string;
  }
): IndicatorValue {
  count += 1;
  return {
    id: String(count),
    period,
    starts: `${period.slice(0, 4)}-09-01`,
    breakdown: given.breakdown ?? 'all',
    area: given.area ?? '',
    value: given.value,
    numerator: given.numerator ?? null,
    denominator: given.denominator ?? null,
    status: given.status ?? 'final',
    note: '',
    indicatorId: 'one',
    version: 1,
    updatedAt: new Date('2026-03-02T10:00:00Z'),
    updatedBy: 'Somebody'
  };
}

const share = (
  numerator: number,
  denominator: number,
  where: { breakdown?: string; area?: string } = {}
) => value('2024/25', { value: (100 * numerator) / denominator, numerator, denominator, ...where });

describe('the partnership’s own values, as they leave it', () => {
  const indicator = { unit: 'percent', decimals: 1, breakdowns: [] } as const;
  const rowOf = (given: Parameters<typeof value>[1]) => {
    const [row] = ownValuesTable(
      only([value('2023/24', given)]),
      indicator,
      byRule(defaultRule)
    ).rows;
    return [row?.values, row?.note];
  };

  test('have percentages from rounded counts: 41 of 58 becomes 40 of 60', () => {
    expect(rowOf({ value: 70.69, numerator: 41, denominator: 58 })).toEqual([
      [66.7, 40, 60],
      'From rounded counts'
    ]);
  });

  test('hide small numbers, small remainders and whole groups', () => {
    expect(rowOf({ value: 5.2, numerator: 3, denominator: 58 })).toEqual([
      [null, null, 60],
      'Hidden: a small number'
    ]);
    expect(rowOf({ value: 94.8, numerator: 55, denominator: 58 })[0]).toEqual([null, null, 60]);
    expect(rowOf({ value: 100, numerator: 58, denominator: 58 })[0]).toEqual([null, null, 60]);
  });

  test('say of nobody and of everybody what they say of all but a few', () => {
    const notes = [0, 55, 58].map(
      (numerator) => rowOf({ value: (100 * numerator) / 58, numerator, denominator: 58 })[1]
    );
    expect(new Set(notes).size).toBe(1);
  });

  test('hide 0 % and 100 % that were given without counts', () => {
    expect(rowOf({ value: 100 })[0]).toEqual([null, null, null]);
  });

  test('keep a percentage that was given without counts', () => {
    expect(rowOf({ value: 70.69 })).toEqual([[70.7, null, null], '']);
  });

  test('say why there is none, never zero', () => {
    expect(rowOf({ value: null, status: 'suppressed' })).toEqual([
      [null, null, null],
      'Hidden: too few children'
    ]);
    expect(rowOf({ value: null, status: 'low' })).toEqual([
      [null, null, null],
      'Low: it rounds to zero'
    ]);
    expect(rowOf({ value: 70.69, status: 'revised' })[1]).toBe('Revised since it was first given');
  });

  test('of a plain count are rounded, or hidden when small', () => {
    const counts = { unit: 'count', decimals: 0, breakdowns: [] } as const;
    const rows = ownValuesTable(
      only([value('2022/23', { value: 4 }), value('2023/24', { value: 13 })]),
      counts,
      byRule(defaultRule)
    ).rows;
    expect(rows.map((row) => row.values[0])).toEqual([null, 15]);
  });
});

const groups = [
  { id: 'fsm', title: 'Free school meals', inGap: 'poorer' as const },
  { id: 'not-fsm', title: 'No free school meals', inGap: 'better-off' as const },
  { id: 'boys', title: 'Boys', inGap: null },
  { id: 'girls', title: 'Girls', inGap: null }
];
const percent = { unit: 'percent', decimals: 1, breakdowns: groups } as const;

/** The names of the rows of which the value is hidden. */
const hiddenIn = (values: readonly IndicatorValue[]) =>
  safeOwnValues(only(values), percent, byRule(defaultRule))
    .filter((each) => each.hidden !== null)
    .map(({ source }) => [source.area, source.breakdown].filter((part) => part !== '').join(' '));

describe('values of several groups and areas, as they leave', () => {
  // 38 of 80 is 38 to 42 behind 40; 31 of 60 is 28 to 32 behind 30: the hidden 7 were at least 6.
  test('one more group is hidden where it would tell the small one', () => {
    expect(
      hiddenIn([
        share(38, 80),
        share(7, 20, { breakdown: 'fsm' }),
        share(31, 60, { breakdown: 'not-fsm' })
      ])
    ).toEqual(['fsm', 'not-fsm']);
  });

  test('another way to divide the same children is no way round', () => {
    const hidden = hiddenIn([
      share(38, 80),
      share(7, 20, { breakdown: 'fsm' }),
      share(31, 60, { breakdown: 'not-fsm' }),
      share(18, 40, { breakdown: 'boys' }),
      share(20, 40, { breakdown: 'girls' })
    ]);
    expect(hidden).toContain('fsm');
    expect(hidden).toContain('not-fsm');
    expect(hidden).not.toContain('all');
  });

  test('nobody is told of a ward by taking the others from the place', () => {
    expect(
      hiddenIn([share(38, 80), share(7, 20, { area: 'East' }), share(31, 60, { area: 'West' })])
    ).toEqual(['East all', 'West all']);
  });

  test('what is hidden does not depend on the rows that are listed', () => {
    const values = [share(38, 80), share(7, 20, { area: 'East' }), share(31, 60, { area: 'West' })];
    const some = ownValuesTable(
      only(values),
      percent,
      byRule(defaultRule),
      [],
      (each) => each.area === 'West'
    );
    expect(some.rows).toEqual([
      {
        name: '2024/25, West',
        values: [null, null, null],
        note: 'Hidden: protects another number'
      }
    ]);
    expect(some.says).toContain('1 of 1 figures is hidden, 1 of them so that others cannot');
  });

  test('no listed percentage ever rests on a small number', () => {
    const pair = fc.tuple(fc.nat(40), fc.nat(40)).filter(([part, rest]) => part + rest > 0);
    fc.assert(
      fc.property(pair, pair, (one, other) => {
        const values = [
          share(one[0] + other[0], one[0] + one[1] + other[0] + other[1]),
          share(one[0], one[0] + one[1], { breakdown: 'fsm' }),
          share(other[0], other[0] + other[1], { breakdown: 'not-fsm' })
        ];
        for (const each of safeOwnValues(only(values), percent, byRule(defaultRule))) {
          const { numerator, denominator } = each.source;
          const rest = (denominator ?? 0) - (numerator ?? 0);
          if ((numerator ?? 0) <= 7 || rest <= 7) expect(each.value).toBeNull();
        }
      })
    );
  });
});
