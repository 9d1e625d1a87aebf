import { describe, expect, test } from 'vitest';
import { defaultRule } from '#modules/disclosure';
import { firstBounds, noIdea, putTogether } from './attacker.ts';
import { hideOnlySmall } from './least-possible.ts';
import { chanceFrom, densities, type Density, randomTable } from './random-tables.ts';
import { anyCount, attack, valuesLeft, type Known, type Puzzle, type Span } from './solver.ts';

const kinds = Object.keys(densities) as Density[]; // the keys of a constant object
const is = (value: number): Span => ({ least: value, most: value });
const small: Span = { least: 1, most: 7 };

describe('the solving reader', () => {
  test('finds a hidden part from a whole by one subtraction', () => {
    const puzzle: Puzzle = {
      unknowns: { boys: small, girls: is(20) },
      known: [{ sum: { boys: 1, girls: 1 }, span: is(23) }]
    };
    expect(valuesLeft(puzzle, ['boys'])).toEqual([{ name: 'boys', values: [3], undecided: 0 }]);
  });

  test('finds what bounds alone do not: twice a number plus twice another is even', () => {
    const puzzle: Puzzle = {
      unknowns: { one: small, other: small, third: { least: 0, most: 1 } },
      known: [{ sum: { one: 2, other: 2, third: 1 }, span: is(9) }]
    };
    expect(attack(puzzle, ['third'], 2)).toMatchObject({
      tried: 1,
      opened: [{ name: 'third', values: [1] }],
      narrowest: 1
    });
  });

  test('tries every case of a reason that stands for two, and skips gaps', () => {
    const puzzle: Puzzle = {
      unknowns: { part: [is(0), { least: 13, most: 20 }], all: is(20) },
      known: [{ sum: { part: 1, all: -1 }, span: { least: -20, most: 0 } }],
      either: [
        [
          [{ sum: { part: 1 }, span: { least: 0, most: 4 } }],
          [{ sum: { part: 1 }, span: { least: 18, most: 40 } }]
        ]
      ]
    };
    expect(valuesLeft(puzzle, ['part'])[0]?.values).toEqual([0, 18, 19, 20]);
  });

  test('refuses what cannot be', () => {
    const puzzle: Puzzle = {
      unknowns: { one: small },
      known: [{ sum: { one: 1 }, span: is(9) }]
    };
    expect(() => attack(puzzle, ['one'])).toThrow('Nothing fits');
  });

  test('finds the same bounds of tables as the reader who looks at every way of cutting them in two', () => {
    const chance = chanceFrom(23);
    for (let n = 0; n < 120; n += 1) {
      const [height, width] = n % 3 === 0 ? [1, 3] : n % 3 === 1 ? [2, 2] : [3, 3];
      const counts = randomTable(height, width, kinds[n % kinds.length] ?? 'small', chance);
      const first = firstBounds(
        hideOnlySmall(counts, defaultRule).shown,
        defaultRule,
        () => small,
        () => noIdea
      );
      const cells = first.cells.flatMap((row, i) =>
        row.map((span, j) => [`${i} ${j}`, span] as const)
      );
      const totalOf = (keep: (i: number, j: number) => boolean, span: Span): Known => ({
        sum: Object.fromEntries(
          first.cells.flatMap((row, i) =>
            row.flatMap((_, j) => (keep(i, j) ? [[`${i} ${j}`, 1] as const] : []))
          )
        ),
        span: { least: span.least, most: Math.min(span.most, anyCount.most) }
      });
      const puzzle: Puzzle = {
        unknowns: Object.fromEntries(cells),
        known: [
          ...first.rowTotals.map((span, row) => totalOf((i) => i === row, span)),
          ...first.columnTotals.map((span, column) => totalOf((_, j) => j === column, span)),
          totalOf(() => true, first.total)
        ]
      };
      const names = cells.filter(([, span]) => span === small).map(([name]) => name);
      const bounds = putTogether(first).cells.flat();
      const found = valuesLeft(puzzle, names);
      for (const { name, values, undecided } of found) {
        const known = bounds[cells.findIndex(([each]) => each === name)];
        expect(undecided).toBe(0);
        expect({ least: values[0], most: values.at(-1) }).toEqual(known);
      }
    }
  });
});
