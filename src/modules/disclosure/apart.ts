import { hidden as hiddenFor, showOrHide } from './count.ts';
import { countsBehind, type Span } from './rounding.ts';
import { promisedBy } from './table-figures.ts';
import type { Protected, ProtectedCount, Rule } from './types.ts';

/** A number that is not told. It reads like every other: whoever saw "fewer than 8" beside it would learn which of them is small. */
export const withheld: Protected<never> = hiddenFor('protects-another');

/**
 * Counts of answers that exclude one another, made safe to show to whoever knows exactly how many people answered.
 *
 * Small counts are hidden. Where a reader could narrow them, the least of the counts that are shown are hidden as well (all that are
 * rounded to the same number); where that is not enough, every count is, zeros included. Of two counts both are hidden or none.
 *
 * Promise: a reader is left with at least five whole numbers for each hidden count, or as many as the rule hides if fewer, even if
 * they run this very program on every way of dividing the total, and keep those that show what is shown.
 * Units: people. Assumes: the counts add up to `total`; nothing else is published about the same answers. A total below eight leaves
 * as many numbers as it has.
 * Source: docs/methods/survey-results.md; a test walks every division over two, three and four answers of up to 60 people.
 *
 * @example
 * protectApart([3, 20, 11], 34, defaultRule) // hidden, 20, 10
 * protectApart([7, 7, 12], 26, defaultRule) // hidden, hidden, hidden: beside a 10 (8 to 12) both could only be 7
 */
export function protectApart(
  counts: readonly number[],
  total: number,
  rule: Rule
): ProtectedCount[] {
  const known = { total, rule };
  return protectedIn(counts, known, stepsFor(known, counts.length));
}

/** What a reader knows besides the counts that are shown. */
type Known = { readonly total: number; readonly rule: Rule };

/** How much is tried before every count is hidden: nothing; the small counts alone; or the least of the others with them. */
type Steps = 0 | 1 | 2;

function protectedIn(counts: readonly number[], known: Known, steps: Steps): ProtectedCount[] {
  const { rule } = known;
  const safe = counts.map((count) => showOrHide(count, rule));
  const shown = safe.flatMap((one) => (one.kind === 'shown' ? [Number(one.value)] : []));
  const hidden = safe.length - shown.length;
  if (hidden === 0) return safe;
  if (steps > 0 && isEnough(smallOnes(known, hidden, shown), rule)) return hiding(safe, null);
  const least = Math.min(...shown.filter((one) => one > 0));
  const rest = shown.filter((one) => one !== least);
  if (steps > 1 && isEnough(seenAlike(known, safe.length - rest.length, rest), rule)) {
    return hiding(safe, least);
  }
  return safe.map(() => withheld);
}

/** What is shown, without the counts that are rounded to this number. */
function hiding(safe: readonly ProtectedCount[], least: number | null): ProtectedCount[] {
  return safe.map((one) => (one.kind === 'shown' && Number(one.value) !== least ? one : withheld));
}

/** What was worked out, by rule, total and number of answers: the same for every question of a survey. */
const workedOut = new Map<string, Steps>();
const mostWorkedOut = 10_000;

/**
 * The most that may be tried with this total so that a question of which every count is hidden still leaves enough: the more is tried,
 * the fewer divisions end there. Divisions with at most three counts above zero, one of them small and one not far above, say how many
 * numbers are left; any others only add to them.
 */
function stepsFor(known: Known, places: number): Steps {
  if (places < 3) return 0;
  const { hideFrom, hideTo, roundTo } = known.rule;
  const key = [hideFrom, hideTo, roundTo, known.total, places].join();
  const steps =
    workedOut.get(key) ??
    ([2, 1] as const).find((tried) => leavesEnough(known, places, tried)) ??
    0;
  if (workedOut.size >= mostWorkedOut) workedOut.clear();
  workedOut.set(key, steps);
  return steps;
}

function leavesEnough(known: Known, places: number, steps: Steps): boolean {
  const values = new Set<number>();
  const { hideTo, roundTo } = known.rule;
  for (let one = 1; one <= hideTo; one += 1) {
    for (let other = 0; other <= Math.min(12 * roundTo, known.total - one); other += 1) {
      const counts = [one, other, known.total - one - other, ...zeros(places - 3)];
      if (protectedIn(counts, known, steps).some(({ kind }) => kind === 'shown')) continue;
      for (const count of counts) values.add(count);
      if (isEnough(values, known.rule)) return true;
    }
  }
  return false;
}

const zeros = (times: number): number[] => Array.from({ length: times }, () => 0);

const isEnough = (values: ReadonlySet<number>, rule: Rule): boolean =>
  values.size >= promisedBy(rule);

/** The numbers that any of so many small counts may be, beside counts that are shown as these. */
function smallOnes(known: Known, hidden: number, shown: readonly number[]): Set<number> {
  return inSpan(divided(known, hidden, shown)?.small);
}

/**
 * Numbers that any hidden count may be, as many as are promised or all there are, where this program hid more than the small ones: the reader sees that so many are hidden
 * beside these, and thinks of every number that the others may have been rounded to.
 */
function seenAlike(known: Known, hidden: number, shown: readonly number[]): Set<number> {
  const small = smallOnes(known, hidden, shown);
  if (isEnough(small, known.rule)) return small;
  // With a count left to hide, it would be hidden too.
  const values = new Set(shown.some((one) => one > 0) ? [] : small);
  const beyond = Math.min(...shown.filter((one) => one > 0), known.total + known.rule.roundTo);
  for (let also = known.rule.roundTo; also < beyond; also += known.rule.roundTo) {
    for (let times = 1; times < hidden; times += 1) {
      const others = Array.from({ length: times }, () => also);
      const way = divided(known, hidden - times, [...shown, ...others]);
      const left = inSpan(way?.small);
      // Had the small ones been safe, these others would be shown.
      if (way === null || isEnough(left, known.rule)) continue;
      for (const value of [...left, ...inSpan(way.shown.at(-1))]) values.add(value);
      if (isEnough(values, known.rule)) return values;
    }
  }
  return values;
}

/** What the small counts, and each that is shown, may be when all of them together are the total; null when they cannot be. */
function divided(
  { total, rule }: Known,
  hidden: number,
  shown: readonly number[]
): { readonly small: Span; readonly shown: readonly Span[] } | null {
  const small: Span = { least: rule.hideFrom, most: rule.hideTo };
  const spans = shown.map((one) => countsBehind(one, rule));
  if (spans.some((span) => span.least > span.most)) return null;
  const least = hidden * small.least + sum(spans.map((one) => one.least));
  const most = hidden * small.most + sum(spans.map((one) => one.most));
  if (total < least || total > most) return null;
  const within = (span: Span): Span => ({
    least: Math.max(span.least, total - (most - span.most)),
    most: Math.min(span.most, total - (least - span.least))
  });
  return { small: within(small), shown: spans.map(within) };
}

function inSpan(span: Span | undefined): Set<number> {
  if (span === undefined) return new Set();
  return new Set(
    Array.from({ length: span.most - span.least + 1 }, (_, more) => span.least + more)
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
