import { describe, expect, test } from 'vitest';
import { byRule, defaultRule, whatLeaves } from '#modules/disclosure';
import {
  type Bounds,
  firstBounds,
  noIdea,
  putTogether,
  type ShownTable,
  type TableBounds
} from './attacker.ts';
import { hideOnlySmall, leastToHide, narrowestLeft } from './least-possible.ts';
import { chanceFrom, densities, type Density, randomTable } from './random-tables.ts';

const kinds = Object.keys(densities) as Density[]; // the keys of a constant object

/** What a protected table shows, as other programs read it. */
function shownOf(counts: number[][], rule = defaultRule): ShownTable {
  const table = whatLeaves('table', { counts }, byRule(rule));
  if (!table.ok) throw new Error(`A made-up table was refused: ${table.error.kind}`);
  const plain = (count: (typeof table.value)['total']) =>
    count.kind === 'shown' ? count.value : null;
  return {
    cells: table.value.cells.map((row) => row.map(plain)),
    rowTotals: table.value.rowTotals.map(plain),
    columnTotals: table.value.columnTotals.map(plain),
    total: plain(table.value.total)
  };
}

const nullsIn = (shown: ShownTable) =>
  [...shown.cells.flat(), ...shown.rowTotals, ...shown.columnTotals, shown.total].filter(
    (figure) => figure === null
  ).length;

describe('the attacker', () => {
  /** Bounds found by writing down every table that fits: slow, and beyond doubt. */
  function byTryingAll(first: TableBounds): Bounds[] {
    const spans = first.cells.flat();
    const width = first.columnTotals.length;
    const seen = spans.map(() => ({ least: Infinity, most: -Infinity }));
    const fits = (sum: number, bounds: Bounds | undefined) =>
      bounds !== undefined && sum >= bounds.least && sum <= bounds.most;
    const values: number[] = [];
    const tryFrom = (at: number): void => {
      const span = spans[at];
      if (span !== undefined) {
        for (let value = span.least; value <= span.most; value += 1) {
          values[at] = value;
          tryFrom(at + 1);
        }
        return;
      }
      const sum = (keep: (index: number) => boolean) =>
        values.reduce((total, value, index) => (keep(index) ? total + value : total), 0);
      const isPossible =
        first.rowTotals.every((bounds, i) =>
          fits(
            sum((index) => Math.floor(index / width) === i),
            bounds
          )
        ) &&
        first.columnTotals.every((bounds, j) =>
          fits(
            sum((index) => index % width === j),
            bounds
          )
        ) &&
        fits(
          sum(() => true),
          first.total
        );
      if (!isPossible) return;
      values.forEach((value, index) => {
        const known = seen[index];
        if (known === undefined) return;
        known.least = Math.min(known.least, value);
        known.most = Math.max(known.most, value);
      });
    };
    tryFrom(0);
    return seen;
  }

  test('finds the same bounds as writing down every table that fits', () => {
    const chance = chanceFrom(11);
    const small = { least: 1, most: 7 };
    for (let n = 0; n < 300; n += 1) {
      const [height, width] = n % 3 === 0 ? [1, 3] : [2, 2];
      const counts = randomTable(height, width, kinds[n % kinds.length] ?? 'small', chance);
      const { shown } = hideOnlySmall(counts, defaultRule);
      const first = firstBounds(
        shown,
        defaultRule,
        () => small,
        () => noIdea
      );
      expect(putTogether(first).cells.flat()).toEqual(byTryingAll(first));
    }
  });

  test('computes a hidden cell when nothing beyond small numbers is hidden', () => {
    // 30 stands for 28 to 32 twice over, so beside a total of 30 the hidden cell is at most 4.
    const open = hideOnlySmall([[1, 30]], defaultRule);
    expect(open.shown.rowTotals).toEqual([30]);
    expect(narrowestLeft(open.shown, open, defaultRule)).toBe(4);
  });
});

describe('ten thousand protected tables, from 2 × 2 to 8 × 12, sparse and dense', () => {
  const chance = chanceFrom(2026);
  const counts = Array.from({ length: 10_000 }, (_, n) =>
    randomTable(
      2 + Math.floor(chance() * 7),
      2 + Math.floor(chance() * 11),
      kinds[n % kinds.length] ?? 'small',
      chance
    )
  );
  const protectedTables = counts.map((table) => shownOf(table));

  test('hide every small cell, and no other', () => {
    counts.forEach((table, n) => {
      const expected = table.map((row) =>
        row.map((count) => (count >= 1 && count <= 7 ? null : Math.round(count / 5) * 5))
      );
      expect(protectedTables[n]?.cells).toEqual(expected);
    });
  });

  test('leave five whole numbers for every hidden cell to someone who knows the rule and which totals are small', () => {
    let narrowest = Infinity;
    counts.forEach((table, n) => {
      const shown = protectedTables[n];
      if (shown === undefined) return;
      narrowest = Math.min(
        narrowest,
        narrowestLeft(shown, hideOnlySmall(table, defaultRule), defaultRule)
      );
    });
    expect(narrowest).toBe(5);
  }, 120_000);

  test.each([
    { who: 'takes a hidden cell for any number', hidden: noIdea },
    { who: 'takes a hidden cell for any number but zero', hidden: { least: 1, most: 1e12 } },
    { who: 'takes a hidden cell for a small number', hidden: { least: 1, most: 7 } }
  ])(
    'leave, every fourth of them, five whole numbers to someone who $who, and has no idea of hidden totals',
    ({ hidden }) => {
      let narrowest = Infinity;
      for (const shown of protectedTables.filter((_, n) => n % 4 === 0)) {
        const found = putTogether(
          firstBounds(
            shown,
            defaultRule,
            () => hidden,
            () => noIdea
          )
        );
        shown.cells.forEach((row, i) =>
          row.forEach((figure, j) => {
            const bounds = found.cells[i]?.[j];
            if (figure !== null || bounds === undefined) return;
            narrowest = Math.min(narrowest, bounds.most - bounds.least + 1);
          })
        );
      }
      expect(narrowest).toBeGreaterThanOrEqual(5);
    },
    120_000
  );
});

describe.each([
  { hideFrom: 1, hideTo: 7, roundTo: 1 },
  { hideFrom: 1, hideTo: 4, roundTo: 5 },
  { hideFrom: 1, hideTo: 9, roundTo: 10 },
  { hideFrom: 0, hideTo: 7, roundTo: 5 },
  { hideFrom: 1, hideTo: 5, roundTo: 3 }
] as const)('under the rule $hideFrom to $hideTo hidden, rounded to $roundTo', (rule) => {
  test('a hidden cell keeps five whole numbers, or as many as the rule hides', () => {
    const chance = chanceFrom(7);
    const promised = Math.min(5, rule.hideTo - rule.hideFrom + 1);
    for (let n = 0; n < 400; n += 1) {
      const table = randomTable(
        1 + Math.floor(chance() * 6),
        1 + Math.floor(chance() * 8),
        kinds[n % kinds.length] ?? 'small',
        chance
      );
      const left = narrowestLeft(shownOf(table, rule), hideOnlySmall(table, rule), rule);
      expect(left).toBeGreaterThanOrEqual(promised);
    }
  }, 60_000);
});

describe('no more is hidden than needed', () => {
  const chance = chanceFrom(99);
  const sizes = [
    [1, 3],
    [2, 2],
    [2, 3],
    [3, 3],
    [3, 4]
  ] as const;
  const tables = Array.from({ length: 400 }, (_, n) => {
    const [height, width] = sizes[n % sizes.length] ?? sizes[0];
    return randomTable(height, width, kinds[Math.floor(n / 5) % kinds.length] ?? 'small', chance);
  });

  test('on small tables as few totals as a search of every choice finds', () => {
    for (const table of tables) {
      const open = hideOnlySmall(table, defaultRule);
      const hiddenBeyond = nullsIn(shownOf(table)) - nullsIn(open.shown);
      expect({ table, hiddenBeyond }).toEqual({
        table,
        hiddenBeyond: leastToHide(open, defaultRule, 'totals')
      });
    }
  }, 60_000);

  test('in all at most a twentieth more figures than if cells could be given up as well', () => {
    let hidden = 0;
    let least = 0;
    for (const table of tables.slice(0, 200)) {
      const open = hideOnlySmall(table, defaultRule);
      hidden += nullsIn(shownOf(table));
      least += nullsIn(open.shown) + leastToHide(open, defaultRule, 'totals and cells');
    }
    expect(hidden).toBeGreaterThanOrEqual(least);
    expect(hidden / least).toBeLessThan(1.05);
  }, 60_000);

  test('nothing when no count is small', () => {
    expect(
      nullsIn(
        shownOf([
          [8, 0, 30],
          [12, 99, 0]
        ])
      )
    ).toBe(0);
  });
});
