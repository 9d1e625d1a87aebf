import { err, ok, type Result } from '#core/result';
import { hidden, showOrHide } from './count.ts';
import { fewestToHide, type Narrowed } from './fewest-to-hide.ts';
import { isCount } from './raw-count.ts';
import { isSmall } from './rounding.ts';
import { defaultRule } from './rule.ts';
import { type Figure, type Figures, figuresOf, promisedBy } from './table-figures.ts';
import { type Network, Reader } from './table-network.ts';
import type { ProtectedCount, Rule } from './types.ts';

/** A two-way table and its totals, safe to show together. */
export type ProtectedTable = {
  readonly cells: readonly (readonly ProtectedCount[])[];
  readonly rowTotals: readonly ProtectedCount[];
  readonly columnTotals: readonly ProtectedCount[];
  readonly total: ProtectedCount;
};

/** `row` and `column` count from zero. */
export type TableProblem =
  | { readonly kind: 'table-empty' }
  | {
      readonly kind: 'table-ragged';
      readonly row: number;
      readonly width: number;
      readonly given: number;
    }
  | {
      readonly kind: 'table-count';
      readonly row: number;
      readonly column: number;
      readonly given: number;
    }
  | { readonly kind: 'table-too-large'; readonly cells: number; readonly most: number };

/** Beyond this the search for what to hide would keep a reader waiting. */
const mostCells = 2_500;

/**
 * Which totals go when a hidden figure could be narrowed with them: the fewest that will do, or all of them. The second
 * also answers a reader who runs this very program on every table that might be behind what is shown, and
 * learns from what it chose to hide.
 */
export type TableOptions = { readonly totals?: 'fewest' | 'all-or-none' };

/** How much looking for a still shorter list of totals is worth, in cells looked at. */
const patienceInCells = 40_000;

/**
 * A two-way table made safe to show with its row totals, column totals and total.
 *
 * Small cells are hidden and the others rounded. Totals are added up from the true counts and then rounded, so
 * parts need not add up to what is shown. A total is hidden when it is small itself, and otherwise only when a
 * hidden figure could be narrowed with it. No cell beyond the small ones is ever hidden.
 *
 * Promise: whoever knows the rule, and puts together everything shown, is left with at least five whole numbers for each
 * hidden cell (or as many as the rule hides, if fewer). The totals hidden for it are as few as can be, found by
 * search; in large tables with many of them, a list from which none can be left out.
 * Assumes: nothing else is published about the same people; see `protectPart` and `protectOverlapping`.
 * Refuses: an empty or ragged table, what is not a count, and more than 2,500 cells.
 * Source: docs/methods/small-numbers.md.
 *
 * @example
 * protectTable([[3, 30], [40, 50]]) // cells hidden, 30, 40, 50; totals 35 and 90, 45 and 80, 125
 */
export function protectTable(
  counts: readonly (readonly number[])[],
  rule: Rule = defaultRule,
  { totals = 'fewest' }: TableOptions = {}
): Result<ProtectedTable, TableProblem> {
  const problem = findTableProblem(counts);
  if (problem !== null) return err(problem);
  const figures = figuresOf(counts, rule);
  const fewest = totalsToWithhold(figures, rule);
  const withheld = totals === 'all-or-none' && fewest.size > 0 ? allThatMayGo(figures) : fewest;
  const show = (index: number): ProtectedCount => {
    const { truth, isSmall: isHidden } = figureAt(figures, index);
    if (withheld.has(index)) return hidden('protects-another');
    if (isHidden) return hidden(isSmall(truth, rule) ? 'small-number' : 'protects-another');
    return showOrHide(truth, rule);
  };
  return ok({
    cells: figures.cells.map((row) => row.map(show)),
    rowTotals: figures.rowTotals.map(show),
    columnTotals: figures.columnTotals.map(show),
    total: show(figures.total)
  });
}

function findTableProblem(counts: readonly (readonly number[])[]): TableProblem | null {
  const width = counts[0]?.length ?? 0;
  if (width === 0) return { kind: 'table-empty' };
  for (const [row, line] of counts.entries()) {
    if (line.length !== width) return { kind: 'table-ragged', row, width, given: line.length };
    for (const [column, given] of line.entries()) {
      if (!isCount(given)) return { kind: 'table-count', row, column, given };
    }
  }
  const cells = counts.length * width;
  return cells > mostCells ? { kind: 'table-too-large', cells, most: mostCells } : null;
}

function figureAt(figures: Figures, index: number): Figure {
  const figure = figures.all[index];
  if (figure === undefined) throw new Error('A table has lost one of its figures.');
  return figure;
}

function allThatMayGo({ all }: Figures): ReadonlySet<number> {
  return new Set(all.flatMap((figure, index) => (figure.mayBeWithheld ? [index] : [])));
}

/** The totals without which every small figure keeps its promised range. */
function totalsToWithhold(figures: Figures, rule: Rule): ReadonlySet<number> {
  const guarded = figures.all.flatMap((figure, index) => (figure.isSmall ? [index] : []));
  const promised = promisedBy(rule);
  function* findNarrowed(
    withheld: ReadonlySet<number>,
    asked: readonly number[]
  ): Generator<Narrowed> {
    const reader = new Reader(without(figures, withheld));
    for (const index of asked) {
      const { least, most, bounds } = reader.rangeOf(index, promised);
      if (most - least + 1 >= promised) continue;
      const remedies = new Set(
        bounds.filter((bound) => figureAt(figures, bound).mayBeWithheld && !withheld.has(bound))
      );
      yield { guarded: index, remedies: [...remedies] };
    }
  }
  return fewestToHide(guarded, findNarrowed, Math.ceil(patienceInCells / figures.all.length));
}

/** The table as a reader sees it who is not told the withheld figures, and may take them for anything. */
function without({ all, network }: Figures, withheld: ReadonlySet<number>): Network {
  const unknown = { least: 0, most: Infinity };
  return {
    touching: network.touching,
    arcs: all.map((figure, index) => (withheld.has(index) ? { ...figure, span: unknown } : figure))
  };
}
