import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { protectCross, type Crossed } from './crossed.ts';
import { defaultRule } from './rule.ts';
import type { ProtectedCount } from './types.ts';

const words = (cells: readonly (readonly ProtectedCount[])[]) =>
  cells.map((line) => line.map((one) => (one.kind === 'shown' ? Number(one.value) : one.reason)));
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Everybody answered both. */
function everybody(counts: readonly (readonly number[])[]): Crossed {
  const inGroup = counts.map(sum);
  const chose = (counts[0] ?? []).map((_, column) => sum(counts.map((line) => line[column] ?? 0)));
  return { counts, inGroup, chose, responses: sum(inGroup) };
}

describe('a table of two questions', () => {
  test('shows what is not small where the totals of both questions leave enough', () => {
    const counts = [
      [3, 12, 14],
      [6, 22, 9],
      [5, 10, 30]
    ];
    expect(words(protectCross(everybody(counts), defaultRule))).toEqual([
      ['small-number', 10, 15],
      ['small-number', 20, 10],
      ['small-number', 10, 30]
    ]);
  });

  test('hides a cell that is not small where it would give a small one away', () => {
    // Three are in the first group. Beside a zero the other cell is three; without it, one to three.
    const counts = [
      [3, 0],
      [20, 40]
    ];
    expect(words(protectCross(everybody(counts), defaultRule))).toEqual([
      ['protects-another', 'protects-another'],
      [20, 40]
    ]);
  });

  /** Every table of two rows and two columns with these totals, of which those who left a question out are none. */
  function twoByTwo({ inGroup, chose }: Crossed): number[][] {
    const [first = 0, second = 0] = inGroup;
    const left = chose[0] ?? 0;
    return Array.from({ length: first + 1 }, (_, one) => [
      one,
      first - one,
      left - one,
      second - left + one
    ]).filter((cells) => cells.every((cell) => cell >= 0));
  }

  // Written apart from the code under test: every table that might be, compared with what is shown.
  test('leaves five numbers or more for each small cell, or as many as the totals leave', () => {
    const cell = fc.nat(30);
    fc.assert(
      fc.property(fc.tuple(cell, cell, cell, cell), ([a, b, c, d]) => {
        const known = everybody([
          [a, b],
          [c, d]
        ]);
        const shown = protectCross(known, defaultRule).flat();
        const truth = [a, b, c, d];
        const isSmall = (count: number) => count >= 1 && count <= 7;
        const all = twoByTwo(known).filter((table) =>
          table.every((count, at) => !isSmall(truth[at] ?? 0) || isSmall(count))
        );
        const seen = all.filter((table) =>
          table.every((count, at) => {
            const one = shown[at];
            if (one?.kind !== 'shown') return true;
            if (Number(one.value) === 0) return count === 0;
            return count >= 8 && Math.abs(count - Number(one.value)) <= 2;
          })
        );
        for (const [at, count] of truth.entries()) {
          if (!isSmall(count)) continue;
          const left = (tables: readonly number[][]) => new Set(tables.map((one) => one[at])).size;
          expect(left(seen)).toBeGreaterThanOrEqual(Math.min(5, left(all)));
        }
      })
    );
  });
});
