import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisOf } from '../builders.ts';
import type { Analysis, ChartRow, ChartSpec, ChartType } from '../types.ts';

/** Values in quarters, so that adding and doubling are exact and only the method is tested. */
const quarter = fc.integer({ min: -400, max: 400 }).map((value) => value / 4);
const series = fc.array(quarter, { minLength: 12, maxLength: 60 });
const shares = fc.array(
  fc
    .integer({ min: 1, max: 200 })
    .chain((n) => fc.record({ n: fc.constant(n), y: fc.integer({ min: 0, max: n }) })),
  { minLength: 12, maxLength: 60 }
);

const rowsOf = (values: readonly number[]): ChartRow[] => values.map((y, i) => ({ x: i + 1, y }));
const chart = (
  type: ChartType,
  points: readonly ChartRow[],
  more: Partial<ChartSpec> = {}
): Analysis => analysisOf({ type, xKind: 'index', points, ...more });

const figures = ({ points }: Analysis) =>
  points.map(({ value, centre, lower, upper }) => [value, centre, lower, upper]);

function expectClose(one: (number | null)[][], other: (number | null)[][], size: number): void {
  expect(one).toHaveLength(other.length);
  one.forEach((row, i) => {
    row.forEach((value, j) => {
      const wanted = other[i]?.[j] ?? null;
      if (value === null || wanted === null) expect(value).toBe(wanted);
      else expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, size));
    });
  });
}

const measured = ['run', 'i'] as const;

describe.each(measured)('a %s chart', (type) => {
  test('moves by a constant that is added', () => {
    fc.assert(
      fc.property(series, quarter, (values, added) => {
        const before = chart(type, rowsOf(values));
        const after = chart(type, rowsOf(values.map((value) => value + added)));
        expectClose(
          figures(after),
          figures(before).map((row) => row.map((value) => (value === null ? null : value + added))),
          400
        );
        expect(after.phases[0]?.runs).toEqual(before.phases[0]?.runs);
        expect(after.signals.map(({ points }) => points)).toEqual(
          before.signals.map(({ points }) => points)
        );
      })
    );
  });

  test('grows by a factor', () => {
    fc.assert(
      fc.property(series, fc.constantFrom(0.25, 0.5, 2, 8), (values, factor) => {
        const before = chart(type, rowsOf(values));
        const after = chart(type, rowsOf(values.map((value) => value * factor)));
        expectClose(
          figures(after),
          figures(before).map((row) =>
            row.map((value) => (value === null ? null : value * factor))
          ),
          800
        );
        expect(after.signals.map(({ points }) => points)).toEqual(
          before.signals.map(({ points }) => points)
        );
      })
    );
  });

  test('mirrored, has its limits and signals mirrored', () => {
    fc.assert(
      fc.property(series, (values) => {
        const before = chart(type, rowsOf(values));
        const after = chart(type, rowsOf(values.map((value) => -value)));
        const flip = (value: number | null) => (value === null ? null : -value);
        expectClose(
          figures(after),
          before.points.map(({ value, centre, lower, upper }) => [
            flip(value),
            flip(centre),
            flip(upper),
            flip(lower)
          ]),
          400
        );
        expect(after.phases[0]?.runs).toEqual(before.phases[0]?.runs);
      })
    );
  });
});

describe('any chart', () => {
  const kinds: readonly { type: ChartType; needsShares: boolean }[] = [
    { type: 'run', needsShares: false },
    { type: 'i', needsShares: false },
    { type: 'mr', needsShares: false },
    { type: 'p', needsShares: true },
    { type: 'pp', needsShares: true },
    { type: 'u', needsShares: true },
    { type: 'up', needsShares: true },
    { type: 'ip', needsShares: true }
  ];

  const rowsFor = (needsShares: boolean): fc.Arbitrary<ChartRow[]> =>
    needsShares
      ? shares.map((all) => all.map((each, i) => ({ x: i + 1, ...each })))
      : series.map(rowsOf);

  test.each(kinds)(
    'of type $type does not depend on the order of its rows',
    ({ type, needsShares }) => {
      fc.assert(
        fc.property(rowsFor(needsShares), fc.integer({ min: 1, max: 997 }), (rows, seed) => {
          const mixed = [...rows].sort(
            (a, b) => ((Number(a.x) * seed) % 13) - ((Number(b.x) * seed) % 13)
          );
          expect(chart(type, mixed)).toEqual(chart(type, rows));
        })
      );
    }
  );

  test.each(kinds)(
    'of type $type says of a phase what it says of the same data alone',
    ({ type, needsShares }) => {
      fc.assert(
        fc.property(rowsFor(needsShares), fc.integer({ min: 2, max: 10 }), (rows, length) => {
          const whole = chart(type, rows, { phases: [{ startsAt: length + 1 }] });
          const first = chart(type, rows.slice(0, length));
          const second = chart(type, rows.slice(length));
          expect(figures(whole)).toEqual([...figures(first), ...figures(second)]);
          expect(whole.phases.map(({ runs }) => runs)).toEqual([
            first.phases[0]?.runs,
            second.phases[0]?.runs
          ]);
        })
      );
    }
  );

  test.each(kinds.filter(({ type }) => type !== 'mr'))(
    'of type $type keeps its centre and limits when a point left out takes any value',
    ({ type, needsShares }) => {
      fc.assert(
        fc.property(rowsFor(needsShares), fc.nat(11), (rows, at) => {
          const row = rows[at];
          if (!row) return;
          const changed = rows.map((each, i) => (i === at ? { ...each, y: 0 } : each));
          const lines = (points: ChartRow[]) =>
            chart(type, points, { exclude: [row.x] }).points.map(({ centre, lower, upper }) => [
              centre,
              lower,
              upper
            ]);
          expect(lines(changed)).toEqual(lines(rows));
        })
      );
    }
  );

  test('multiplied at the end, has everything multiplied', () => {
    fc.assert(
      fc.property(shares, (all) => {
        const rows = all.map((each, i) => ({ x: i + 1, ...each }));
        const proportions = chart('p', rows, { multiply: 1 });
        const percentages = chart('p', rows);
        expectClose(
          figures(percentages),
          figures(proportions).map((row) =>
            row.map((value) => (value === null ? null : value * 100))
          ),
          100
        );
      })
    );
  });
});

describe('subgroups', () => {
  test('may be given in any order', () => {
    const rows = fc.array(fc.record({ x: fc.integer({ min: 1, max: 12 }), y: quarter }), {
      minLength: 12,
      maxLength: 80
    });
    fc.assert(
      fc.property(rows, fc.constantFrom<ChartType>('xbar', 's', 'i', 'run'), (given, type) => {
        expectClose(figures(chart(type, [...given].reverse())), figures(chart(type, given)), 400);
      })
    );
  });
});
