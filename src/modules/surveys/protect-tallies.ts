import { protectPercentage, ruleFor, type ProtectedCount, type Rule } from '#modules/disclosure';
import { protectApart, shownOrHidden, withheld } from './protect-apart.ts';
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

/**
 * A survey's counts made safe to show together with the number of people who answered.
 *
 * The trouble with a survey is that every question has the same total, so that what one question hides another may give away.
 * Counts that exclude one another are therefore hidden as if a reader knew exactly how many answered (`protectApart`). Counts that
 * overlap are hidden when they, or the rest, are small. All hidden counts read alike. Texts are never shown.
 *
 * Units: people. `mustBeAnswered`: the questions that nobody can leave out, which a reader sees in the survey.
 * Assumes: nothing else is published about the same answers, cross tables included.
 * Source: docs/methods/survey-results.md.
 */
export function protectTallies(
  tallies: Tallies,
  rule: Rule = ruleFor('export'),
  mustBeAnswered: ReadonlySet<string> = new Set()
): SafeTallies {
  const total = tallies.responses;
  return {
    responses: shownOrHidden(total, rule),
    questions: tallies.questions.map((tally) =>
      safeTally(tally, total, rule, mustBeAnswered.has(tally.questionId))
    )
  };
}

function safeTally(tally: Tally, total: number, rule: Rule, isAnsweredByAll: boolean): SafeTally {
  const { questionId, labels } = tally;
  if (labels.length === 0) {
    const [leftOut] = protectApart([tally.leftOut, tally.answered], total, rule);
    return { questionId, labels, counts: [], leftOut: leftOut ?? withheld };
  }
  if (tally.overlapping) {
    const counts = protectOverlapping(tally.counts, total, rule, isAnsweredByAll);
    return { questionId, labels, counts, leftOut: null };
  }
  if (isAnsweredByAll && tally.leftOut === 0) {
    // A zero that everybody knows hides nothing.
    const counts = protectApart(tally.counts, total, rule);
    return { questionId, labels, counts, leftOut: shownOrHidden(0, rule) };
  }
  const safe = protectApart([...tally.counts, tally.leftOut], total, rule);
  return { questionId, labels, counts: safe.slice(0, -1), leftOut: safe.at(-1) ?? withheld };
}

/** Counts that may hold the same people. Where each person is in one of them, the zeros would tell who is in the others. */
function protectOverlapping(
  counts: readonly number[],
  total: number,
  rule: Rule,
  isAnsweredByAll: boolean
): ProtectedCount[] {
  const safe = counts.map((count) => overlappingCount(count, total, rule));
  const isHidden = safe.some(({ kind }) => kind === 'hidden');
  if (!isAnsweredByAll || !isHidden) return safe;
  return safe.map((one, place) => (counts[place] === 0 ? withheld : one));
}

function overlappingCount(count: number, total: number, rule: Rule): ProtectedCount {
  const share = protectPercentage(count, total, rule, { wholeGroups: 'show' });
  if (!share.ok) throw new Error(`A tally of ${count} of ${total} cannot be.`);
  if (share.value.kind === 'hidden') return withheld;
  return count === total && total > 0 ? withheld : shownOrHidden(count, rule);
}
