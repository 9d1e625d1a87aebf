import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTimeOf } from '../../../tests/support/processor-time.ts';
import { defaultRule } from './rule.ts';
import { smallTotalLimit } from './table-figures.ts';
import { protectTable } from './table.ts';
import type { ProtectedCount } from './types.ts';

const show = (count: ProtectedCount) => (count.kind === 'shown' ? count.value : count.reason);
function plain(counts: number[][], ...more: [Parameters<typeof protectTable>[1]?]) {
  const table = protectTable(counts, ...more);
  if (!table.ok) return table.error;
  return {
    cells: table.value.cells.map((row) => row.map(show)),
    rowTotals: table.value.rowTotals.map(show),
    columnTotals: table.value.columnTotals.map(show),
    total: show(table.value.total)
  };
}

describe('a protected table', () => {
  test('adds up the true counts and rounds the totals', () => {
    // 12 + 12 = 24 goes to 25, though 10 + 10 are shown.
    expect(
      plain([
        [12, 12],
        [0, 20]
      ])
    ).toEqual({
      cells: [
        [10, 10],
        [0, 20]
      ],
      rowTotals: [25, 20],
      columnTotals: [10, 30],
      total: 45
    });
  });

  test('keeps all totals when rounding blurs them enough', () => {
    // 35 stands for 33 to 37 and 30 for 28 to 32, so the hidden cell may be 1 to 9, as every small number.
    expect(
      plain([
        [3, 30],
        [40, 50]
      ])
    ).toEqual({
      cells: [
        ['small-number', 30],
        [40, 50]
      ],
      rowTotals: [35, 90],
      columnTotals: [45, 80],
      total: 125
    });
  });

  test('hides the total that would narrow a hidden cell, and no other', () => {
    // 31 goes to 30 like its 30: the hidden cell would be 1 to 4. Its column allows 1 to 7, and so does the total.
    expect(
      plain([
        [1, 30, 0],
        [42, 50, 61]
      ])
    ).toEqual({
      cells: [
        ['small-number', 30, 0],
        [40, 50, 60]
      ],
      rowTotals: ['protects-another', 155],
      columnTotals: [45, 80, 60],
      total: 185
    });
  });

  test('hides a total that is small itself', () => {
    expect(
      plain([
        [2, 0],
        [0, 60]
      ])
    ).toEqual({
      cells: [
        ['small-number', 0],
        [0, 60]
      ],
      rowTotals: ['small-number', 60],
      columnTotals: ['small-number', 60],
      total: 'protects-another'
    });
  });

  test('hides a greater total when it is all small cells, so that a hidden total says little', () => {
    // Four cells with a total of at most 7 could be no more than 4 each. Totals up to 12 are hidden with them.
    expect(plain([[2, 3, 1, 4]])).toMatchObject({ rowTotals: ['protects-another'] });
    expect(smallTotalLimit(3, defaultRule)).toBe(7);
    expect(smallTotalLimit(4, defaultRule)).toBe(12);
    expect(smallTotalLimit(9, defaultRule)).toBe(17);
  });

  test('without rounding hides the row total, the column total and the total of a single hidden cell', () => {
    const exact = { hideFrom: 1, hideTo: 7, roundTo: 1 } as const;
    expect(
      plain(
        [
          [3, 20, 30],
          [40, 50, 60]
        ],
        exact
      )
    ).toEqual({
      cells: [
        ['small-number', 20, 30],
        [40, 50, 60]
      ],
      rowTotals: ['protects-another', 150],
      columnTotals: ['protects-another', 70, 90],
      total: 'protects-another'
    });
  });

  test('may hide all totals as soon as one must go', () => {
    const table = protectTable(
      [
        [1, 30, 0],
        [42, 50, 61]
      ],
      defaultRule,
      { totals: 'all-or-none' }
    );
    expect(table.ok && [...table.value.rowTotals, ...table.value.columnTotals].map(show)).toEqual(
      Array.from({ length: 5 }, () => 'protects-another')
    );
  });

  test.each([
    { counts: [[5]], cells: [['small-number']], total: 'small-number' },
    { counts: [[50]], cells: [[50]], total: 50 },
    { counts: [[0]], cells: [[0]], total: 0 },
    { counts: [[30, 3]], cells: [[30, 'small-number']], total: 35 },
    { counts: [[30], [3]], cells: [[30], ['small-number']], total: 35 }
  ])('of the single line $counts', ({ counts, cells, total }) => {
    expect(plain(counts)).toMatchObject({ cells, total });
  });

  test('has the same answer when turned on its side', () => {
    const counts = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([height, width]) =>
        fc.array(fc.array(fc.nat({ max: 40 }), { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height
        })
      );
    const hiddenIn = (table: number[][]) => {
      const answer = protectTable(table);
      if (!answer.ok) throw new Error('A made-up table was refused.');
      const { rowTotals, columnTotals, total } = answer.value;
      return [...rowTotals, ...columnTotals, total].filter((count) => count.kind === 'hidden')
        .length;
    };
    fc.assert(
      fc.property(counts, (table) => {
        const turned = (table[0] ?? []).map((_, j) => table.map((row) => row[j] ?? 0));
        return hiddenIn(table) === hiddenIn(turned);
      })
    );
  });

  test('is found in a moment when it is as large as may be', () => {
    const large = Array.from({ length: 50 }, (_, i) =>
      Array.from({ length: 50 }, (__, j) => (i * 31 + j * 17) % 23)
    );
    const spent = processorTimeOf(() => expect(protectTable(large).ok).toBe(true));
    expect(spent).toBeLessThan(5_000);
  });
});

describe('a table is refused', () => {
  test.each([
    { counts: [], error: { kind: 'table-empty' } },
    { counts: [[], []], error: { kind: 'table-empty' } },
    { counts: [[1, 2], [3]], error: { kind: 'table-ragged', row: 1, width: 2, given: 1 } },
    { counts: [[1, -2]], error: { kind: 'table-count', row: 0, column: 1, given: -2 } },
    { counts: [[1], [2.5]], error: { kind: 'table-count', row: 1, column: 0, given: 2.5 } },
    {
      counts: Array.from({ length: 51 }, () => Array.from({ length: 50 }, () => 9)),
      error: { kind: 'table-too-large', cells: 2550, most: 2500 }
    }
  ])('as $error.kind', ({ counts, error }) => {
    expect(plain(counts)).toEqual(error);
  });
});
