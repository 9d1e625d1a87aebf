import { countsBehind, isSmall, roundCount, type Span } from './rounding.ts';
import { type Arc, type Network, networkOf } from './table-network.ts';
import type { Rule } from './types.ts';

/**
 * How many whole numbers must remain possible for every hidden figure. A rule that hides fewer numbers than these
 * cannot promise more than it hides.
 */
const promisedRange = 5;

export function promisedBy(rule: Rule): number {
  return Math.min(promisedRange, rule.hideTo - rule.hideFrom + 1);
}

/** One figure of a table, cell or total. A small one is hidden from the start. */
export type Figure = Arc & {
  readonly isSmall: boolean;
  /** Whether the figure may be withheld to protect another: a total that is neither small nor zero. */
  readonly mayBeWithheld: boolean;
};

/** A table and its totals as one list of figures, and the places in it. */
export type Figures = {
  readonly all: readonly Figure[];
  readonly cells: readonly (readonly number[])[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly total: number;
  readonly network: Network;
};

/** Assumes: `counts` is a rectangle of counts, at least one by one. */
export function figuresOf(counts: readonly (readonly number[])[], rule: Rule): Figures {
  const height = counts.length;
  const columns = (counts[0] ?? []).map((_, column) => counts.map((row) => row[column] ?? 0));
  const source = height + columns.length;
  const sink = source + 1;
  const all: Figure[] = [];
  const add = (figure: Figure): number => all.push(figure) - 1;
  const cells = counts.map((row, i) =>
    row.map((count, j) => add(cellFigure(i, height + j, count, rule)))
  );
  const rowTotals = counts.map((row, i) => add(totalFigure(source, i, row, rule)));
  const columnTotals = columns.map((column, j) => add(totalFigure(height + j, sink, column, rule)));
  const total = add(totalFigure(sink, source, counts.flat(), rule));
  return { all, cells, rowTotals, columnTotals, total, network: networkOf(sink + 1, all) };
}

/** What a reader who knows the rule may take a figure for when it is shown. */
function spanShown(count: number, rule: Rule): Span {
  return countsBehind(roundCount(count, rule.roundTo), rule);
}

function cellFigure(from: number, to: number, truth: number, rule: Rule): Figure {
  const small = isSmall(truth, rule);
  const span = small ? { least: rule.hideFrom, most: rule.hideTo } : spanShown(truth, rule);
  return { from, to, truth, span, isSmall: small, mayBeWithheld: false };
}

function totalFigure(from: number, to: number, parts: readonly number[], rule: Rule): Figure {
  const truth = parts.reduce((sum, part) => sum + part, 0);
  const smallParts = parts.filter((part) => isSmall(part, rule)).length;
  const allSmall = smallParts > 0 && parts.every((part) => part <= rule.hideTo);
  const limit = smallTotalLimit(smallParts, rule);
  const small = allSmall && truth <= limit;
  const span = small ? { least: smallParts * rule.hideFrom, most: limit } : spanShown(truth, rule);
  return { from, to, truth, span, isSmall: small, mayBeWithheld: !small && truth > 0 };
}

/**
 * The greatest total of nothing but small cells that is itself treated as small.
 *
 * A hidden total says "no more than this". If it always said "no more than 7", four hidden cells could be no more than
 * 4 each, and seven hidden cells would all be known to be 1. So the more small cells there are, the greater the totals
 * that are hidden with them, by whole steps of the rounding, until every cell has its promised range.
 *
 * @example
 * smallTotalLimit(3, defaultRule) // 7
 * smallTotalLimit(4, defaultRule) // 12: four cells of at least 1 leave a cell 1 to 9
 */
export function smallTotalLimit(smallParts: number, rule: Rule): number {
  const needed = smallParts * rule.hideFrom + promisedBy(rule) - 1;
  return needed <= rule.hideTo ? rule.hideTo : spanShown(needed, rule).most;
}
