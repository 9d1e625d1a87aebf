import { withheld } from './apart.ts';
import { showOrHide } from './count.ts';
import { countsBehind, isSmall, type Span } from './rounding.ts';
import { promisedBy } from './table-figures.ts';
import { networkOf, Reader, type Arc } from './table-network.ts';
import type { ProtectedCount, Rule } from './types.ts';

/** Answers to one question by the answers to another, and what is known of both questions by themselves. */
export type Crossed = {
  /** Rows are the groups, columns the choices. */
  readonly counts: readonly (readonly number[])[];
  /** How many are in each group, and how many chose each answer, those who left out the other question among them. */
  readonly inGroup: readonly number[];
  readonly chose: readonly number[];
  readonly responses: number;
};

/** One cell; `place` is null for those who left out one of the questions, of whom the table shows nothing. */
type Cell = Arc & { readonly place: readonly [number, number] | null };

/**
 * A table of two questions, made safe to show to whoever knows exactly how each of them was answered.
 *
 * Small cells are hidden. While a reader who solves the whole table by its totals is left with fewer than five whole numbers for
 * one of them, a cell that narrows it is hidden as well, the least first; at last all of them. Then all hidden cells read alike.
 * Where the totals by themselves leave fewer than five, as many remain as these leave.
 *
 * Units: people. Assumes: a reader may know of each small cell that it is small.
 * Source: docs/methods/survey-results.md.
 */
export function protectCross(known: Crossed, rule: Rule): ProtectedCount[][] {
  const cells = cellsOf(known);
  const hidden = new Set([...cells.keys()].filter((at) => isSmallCell(cells[at], rule)));
  const promised = promisesOf(known, cells, hidden, rule);
  const small = hidden.size;
  for (;;) {
    const narrowing = narrowingOne(known, cells, hidden, { promised, rule });
    if (narrowing === null) break;
    hidden.add(narrowing);
  }
  const at = (row: number, column: number): number =>
    cells.findIndex(({ place }) => place?.[0] === row && place[1] === column);
  return known.counts.map((line, row) =>
    line.map((count, column) => {
      if (!hidden.has(at(row, column))) return showOrHide(count, rule);
      return hidden.size > small ? withheld : showOrHide(count, rule);
    })
  );
}

function isSmallCell(cell: Cell | undefined, rule: Rule): boolean {
  return cell !== undefined && cell.place !== null && isSmall(cell.truth, rule);
}

/** Every cell as a flow from its group to its choice, with a row and a column more for those who left a question out. */
function cellsOf({ counts, inGroup, chose, responses }: Crossed): Cell[] {
  const groups = inGroup.length;
  const anything: Span = { least: 0, most: Infinity };
  const lines = counts.map((line, row) => [...line, (inGroup[row] ?? 0) - sum(line)]);
  const apart = chose.map((all, column) => all - sum(counts.map((line) => line[column] ?? 0)));
  const whole = [...lines, [...apart, responses - sum(inGroup) - sum(apart)]];
  return whole.flatMap((line, row) =>
    line.map((truth, column) => ({
      from: row,
      to: groups + 1 + column,
      truth,
      span: anything,
      place: row < groups && column < chose.length ? ([row, column] as const) : null
    }))
  );
}

/** Who reads the table with these cells hidden: the totals are known to them as they are. */
function readerOf(
  { inGroup, chose }: Crossed,
  cells: readonly Cell[],
  hidden: ReadonlySet<number>,
  rule: Rule
): Reader {
  const source = inGroup.length + chose.length + 2;
  const arcs = cells.map((cell, at): Arc => {
    if (cell.place === null) return cell;
    if (!hidden.has(at)) return { ...cell, span: countsBehind(shownAs(cell, rule), rule) };
    if (!isSmall(cell.truth, rule)) return cell;
    return { ...cell, span: { least: rule.hideFrom, most: rule.hideTo } };
  });
  const exactly = (from: number, to: number, truth: number): Arc => {
    return { from, to, truth, span: { least: truth, most: truth } };
  };
  const into = new Map<number, number>();
  const outOf = new Map<number, number>();
  for (const { from, to, truth } of cells) {
    outOf.set(from, (outOf.get(from) ?? 0) + truth);
    into.set(to, (into.get(to) ?? 0) + truth);
  }
  const totals = [
    ...[...outOf].map(([row, truth]) => exactly(source, row, truth)),
    ...[...into].map(([column, truth]) => exactly(column, source, truth))
  ];
  return new Reader(networkOf(source + 1, [...arcs, ...totals]));
}

function shownAs(cell: Cell, rule: Rule): number {
  const safe = showOrHide(cell.truth, rule);
  return safe.kind === 'shown' ? Number(safe.value) : 0;
}

/** How many numbers each small cell must be left with: five, or as many as the totals leave with every cell hidden. */
function promisesOf(
  known: Crossed,
  cells: readonly Cell[],
  small: ReadonlySet<number>,
  rule: Rule
): ReadonlyMap<number, number> {
  const atLeast = promisedBy(rule);
  const reader = readerOf(known, cells, new Set(cells.keys()), rule);
  return new Map(
    [...small].map((at) => {
      const { least, most } = reader.rangeOf(at, atLeast);
      return [at, Math.min(atLeast, most - least + 1)];
    })
  );
}

/** The least of the shown cells that keep a small one too narrow; null when none is. */
function narrowingOne(
  known: Crossed,
  cells: readonly Cell[],
  hidden: ReadonlySet<number>,
  { promised, rule }: { readonly promised: ReadonlyMap<number, number>; readonly rule: Rule }
): number | null {
  const reader = readerOf(known, cells, hidden, rule);
  for (const [at, needed] of promised) {
    const { least, most, bounds } = reader.rangeOf(at, needed);
    if (most - least + 1 >= needed) continue;
    const [first] = bounds
      .filter((bound) => (cells[bound]?.place ?? null) !== null && !hidden.has(bound))
      .toSorted((one, other) => (cells[one]?.truth ?? 0) - (cells[other]?.truth ?? 0));
    if (first === undefined) throw new Error('A hidden cell is narrowed by no cell that is shown.');
    return first;
  }
  return null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
