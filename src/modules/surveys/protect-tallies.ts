import {
  protectCount,
  protectPercentage,
  ruleFor,
  type Protected,
  type ProtectedCount,
  type Rule,
  type SafeCount
} from '#modules/disclosure';
import type { Tallies, Tally } from './tallies.ts';

/** Counts of a survey as they may leave the partnership. */
export type SafeTally = {
  readonly questionId: string;
  readonly labels: readonly string[];
  readonly counts: readonly ProtectedCount[];
  /** Those who left the question out; `null` where the counts overlap and it is not shown. */
  readonly leftOut: ProtectedCount | null;
};

export type SafeTallies = {
  readonly responses: ProtectedCount;
  readonly questions: readonly SafeTally[];
};

/** How many whole numbers a reader must be left with for each hidden count (see docs/methods/small-numbers.md). */
export const leastLeft = 5;

/**
 * A survey's counts made safe to show together with the number of people who answered.
 *
 * The trouble with a survey is that every question has the same total, so that what one question hides another may give away.
 * Counts that exclude one another are therefore hidden as if a reader knew exactly how many answered: small ones first, then the
 * next smallest until each hidden count could still be any of at least five numbers. Counts that overlap are hidden when they, or the
 * rest, are small. All hidden counts read alike. Texts are never shown.
 *
 * Units: people. Assumes: nothing else is published about the same answers, cross tables included.
 * Source: docs/methods/survey-results.md.
 */
export function protectTallies(tallies: Tallies, rule: Rule = ruleFor('export')): SafeTallies {
  const total = tallies.responses;
  return {
    responses: shownOrHidden(total, rule),
    questions: tallies.questions.map((tally) => safeTally(tally, total, rule))
  };
}

function safeTally(tally: Tally, total: number, rule: Rule): SafeTally {
  const { questionId, labels } = tally;
  if (labels.length === 0) {
    const [leftOut] = protectApart([tally.leftOut, tally.answered], total, rule);
    return { questionId, labels, counts: [], leftOut: leftOut ?? withheld };
  }
  if (tally.overlapping) {
    const counts = tally.counts.map((count) => protectOverlapping(count, total, rule));
    return { questionId, labels, counts, leftOut: null };
  }
  const safe = protectApart([...tally.counts, tally.leftOut], total, rule);
  return { questionId, labels, counts: safe.slice(0, -1), leftOut: safe.at(-1) ?? withheld };
}

const withheld: Protected<never> = { kind: 'hidden', reason: 'protects-another' };

function shownOrHidden(count: number, rule: Rule): ProtectedCount {
  const safe = protectCount(count, rule);
  if (!safe.ok) throw new Error(`A tally of ${count} is no count.`);
  return safe.value;
}

/** A count among others that may hold the same people. */
function protectOverlapping(count: number, total: number, rule: Rule): ProtectedCount {
  const share = protectPercentage(count, total, rule, { wholeGroups: 'show' });
  if (!share.ok) throw new Error(`A tally of ${count} of ${total} cannot be.`);
  if (share.value.kind === 'hidden') return withheld;
  return count === total && total > 0 ? withheld : shownOrHidden(count, rule);
}

/** Counts that add up to the total, which the reader is taken to know. */
export function protectApart(
  counts: readonly number[],
  total: number,
  rule: Rule
): ProtectedCount[] {
  const safe = counts.map((count) => shownOrHidden(count, rule));
  const isHidden = safe.map((one) => one.kind === 'hidden');
  const bySize = counts
    .map((count, place) => ({ count, place }))
    .toSorted((one, other) => one.count - other.count || one.place - other.place);
  while (isHidden.includes(true) && !leavesEnough(safe, isHidden, total, rule)) {
    const next = bySize.find(({ count, place }) => isHidden[place] === false && count > 0);
    // Nothing is left that could hide anything: then not even the zeros are told.
    if (next === undefined) return counts.map(() => withheld);
    isHidden[next.place] = true;
  }
  // Whoever reads "fewer than 8" beside "hidden" would learn which of them is small.
  return safe.map((one, place) => (isHidden[place] === true ? withheld : one));
}

/** Whether a reader who knows the total and the rule is left with enough numbers for each hidden count. */
function leavesEnough(
  safe: readonly ProtectedCount[],
  isHidden: readonly boolean[],
  total: number,
  rule: Rule
): boolean {
  const shown = safe.flatMap((one, place) =>
    isHidden[place] === true || one.kind === 'hidden' ? [] : [rangeOf(one.value, rule)]
  );
  const hiddenCount = safe.length - shown.length;
  const least = Math.max(hiddenCount, total - sum(shown.map(({ most }) => most)));
  const most = total - sum(shown.map(({ least: lowest }) => lowest));
  // Each hidden count is at least one; together they are between `least` and `most`.
  const isAlone = hiddenCount === 1;
  const lowest = isAlone ? Math.max(1, least) : 1;
  const highest = Math.min(rule.hideTo, isAlone ? most : most - (hiddenCount - 1));
  return highest - lowest + 1 >= Math.min(leastLeft, rule.hideTo);
}

/** The counts that are shown as this number. Zero is shown for zero alone. */
function rangeOf(shown: SafeCount, rule: Rule): { readonly least: number; readonly most: number } {
  if (shown === 0) return { least: 0, most: 0 };
  const half = Math.floor(rule.roundTo / 2);
  return { least: Math.max(rule.hideTo + 1, shown - half), most: shown + half };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
