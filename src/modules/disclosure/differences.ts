import { err, ok, type Result } from '#core/result';
import { hidden, showOrHide } from './count.ts';
import { isCount } from './raw-count.ts';
import { countsBehind, isSmall, type Span } from './rounding.ts';
import { defaultRule } from './rule.ts';
import { promisedBy } from './table-figures.ts';
import type { CountProblem, PercentageProblem, ProtectedCount, Rule } from './types.ts';

/** What a reader may take a protected count for. */
function spanOf(count: ProtectedCount, rule: Rule): Span {
  if (count.kind === 'shown') return countsBehind(count.value, rule);
  return count.reason === 'small-number'
    ? { least: rule.hideFrom, most: rule.hideTo }
    : { least: 0, most: Infinity };
}

/** Whether a small number lying between these bounds is left with fewer whole numbers than promised. */
function isNarrow(least: number, most: number, rule: Rule): boolean {
  const from = Math.max(least, rule.hideFrom);
  const to = Math.min(most, rule.hideTo);
  return to - from + 1 < promisedBy(rule);
}

/** Whether a small remainder could be had from a whole and a part that are both shown. */
function givesAway(rest: number, whole: ProtectedCount, part: ProtectedCount, rule: Rule): boolean {
  if (!isSmall(rest, rule)) return false;
  const [outer, inner] = [spanOf(whole, rule), spanOf(part, rule)];
  return isNarrow(outer.least - inner.most, outer.most - inner.least, rule);
}

/**
 * A part and its whole made safe to show together: an area and the region around it, or one quarter and its year.
 * When those in the whole but not in the part are a small number that could be worked out, the part is hidden, for the
 * whole is usually known already. When part and remainder are both small and the whole narrows them, the whole is
 * hidden.
 *
 * Refuses: counts that are not whole, and a part greater than its whole.
 *
 * @example
 * protectPart({ part: 30, whole: 33 }) // 30 and 35: the remainder may be 1 to 7
 * protectPart({ part: 31, whole: 32 }) // part hidden, 30: beside a shown 30 the remainder were 1 to 4
 */
export function protectPart(
  { part, whole }: { readonly part: number; readonly whole: number },
  rule: Rule = defaultRule
): Result<{ part: ProtectedCount; whole: ProtectedCount }, PercentageProblem> {
  for (const given of [part, whole]) {
    if (!isCount(given)) return err({ kind: 'count-not-whole', given });
  }
  if (part > whole) return err({ kind: 'part-exceeds-whole', partCount: part, wholeCount: whole });
  const rest = whole - part;
  const safePart = showOrHide(part, rule);
  const safeWhole = showOrHide(whole, rule);
  if (isSmall(part, rule) && isSmall(rest, rule)) {
    const outer = spanOf(safeWhole, rule);
    const narrows = isNarrow(outer.least - rule.hideTo, outer.most - rule.hideFrom, rule);
    return ok({ part: safePart, whole: narrows ? hidden('protects-another') : safeWhole });
  }
  const exposed = givesAway(rest, safeWhole, safePart, rule);
  return ok({ part: exposed ? hidden('difference') : safePart, whole: safeWhole });
}

/**
 * Totals that grow through a period ("April to June", "April to September", …), in time order. The difference of
 * two of them is what happened in between; where that is a small number that could be worked out, the later total is
 * hidden, for the earlier has been published already and cannot be called back.
 *
 * Refuses: counts that are not whole, and a total less than the one before it.
 *
 * @example
 * protectCumulative([20, 24, 51]) // 20, 25, 50: in between 1 to 7, and not small
 */
export function protectCumulative(
  totals: readonly number[],
  rule: Rule = defaultRule
): Result<ProtectedCount[], CumulativeProblem> {
  const answer: ProtectedCount[] = [];
  const published: { count: number; safe: ProtectedCount }[] = [];
  for (const [place, count] of totals.entries()) {
    if (!isCount(count)) return err({ kind: 'count-not-whole', given: count });
    const before = totals[place - 1] ?? 0;
    if (count < before) return err({ kind: 'total-decreases', place, before, given: count });
    const safe = showOrHide(count, rule);
    const exposed = published.some((earlier) =>
      givesAway(count - earlier.count, safe, earlier.safe, rule)
    );
    answer.push(exposed ? hidden('difference') : safe);
    if (!exposed && safe.kind === 'shown') published.push({ count, safe });
  }
  return ok(answer);
}

export type CumulativeProblem =
  | CountProblem
  | {
      readonly kind: 'total-decreases';
      readonly place: number;
      readonly before: number;
      readonly given: number;
    };

/** One output: the pieces it covers, such as small areas, months or settings. */
export type Coverage = readonly string[];

export type OverlapProblem =
  CountProblem | { readonly kind: 'piece-unknown'; readonly piece: string };

/**
 * Counts for overlapping areas or spans of time, in the order in which they are published: old and new boundaries, a
 * locality and its ward, a school year and its terms. Where one contains another and what lies between is a small
 * number that could be worked out, the later one is hidden.
 *
 * Units: `pieces` gives the count of each piece; the answer is in the order of `outputs`.
 * Assumes: pieces do not overlap. Pairs are compared; sums of three or more outputs are `protectTable`'s business.
 * Refuses: counts that are not whole, and an output that covers a piece without a count.
 */
export function protectOverlapping(
  pieces: ReadonlyMap<string, number>,
  outputs: readonly Coverage[],
  rule: Rule = defaultRule
): Result<ProtectedCount[], OverlapProblem> {
  for (const given of pieces.values()) {
    if (!isCount(given)) return err({ kind: 'count-not-whole', given });
  }
  const answer: ProtectedCount[] = [];
  const published: { covered: ReadonlySet<string>; count: number; safe: ProtectedCount }[] = [];
  for (const output of outputs) {
    const covered = new Set(output);
    let count = 0;
    for (const piece of covered) {
      const pieceCount = pieces.get(piece);
      if (pieceCount === undefined) return err({ kind: 'piece-unknown', piece });
      count += pieceCount;
    }
    const safe = showOrHide(count, rule);
    const exposed = published.some((earlier) => {
      const [whole, part] =
        covered.size >= earlier.covered.size
          ? [{ covered, count, safe }, earlier]
          : [earlier, { covered, count, safe }];
      const isNested = [...part.covered].every((piece) => whole.covered.has(piece));
      return isNested && givesAway(whole.count - part.count, whole.safe, part.safe, rule);
    });
    answer.push(exposed ? hidden('difference') : safe);
    if (!exposed && safe.kind === 'shown') published.push({ covered, count, safe });
  }
  return ok(answer);
}

/**
 * Whether the figure of an area rests on one setting only, so that it would be the setting's own figure under another
 * name. Settings without anybody do not count; an area without anybody rests on none.
 *
 * Units: `perSetting` is the count of each setting in the area.
 *
 * @example
 * restsOnOneSetting([42, 0]) // true
 * restsOnOneSetting([42, 9]) // false
 */
export function restsOnOneSetting(perSetting: readonly number[]): boolean {
  return perSetting.filter((count) => count > 0).length === 1;
}

/** An area's count made safe to show: hidden when it is small or rests on one setting. Refuses what is no count. */
export function protectAreaCount(
  perSetting: readonly number[],
  rule: Rule = defaultRule
): Result<ProtectedCount, CountProblem> {
  for (const given of perSetting) {
    if (!isCount(given)) return err({ kind: 'count-not-whole', given });
  }
  const safe = showOrHide(
    perSetting.reduce((sum, count) => sum + count, 0),
    rule
  );
  return ok(safe.kind === 'shown' && restsOnOneSetting(perSetting) ? hidden('one-setting') : safe);
}
