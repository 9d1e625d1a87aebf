import { byRule, ruleFor, whatLeaves, type ProtectedCount, type Rule } from '#modules/disclosure';
import type { Tallies } from './tallies.ts';

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
 * A survey's counts as they leave, all together, for its questions were answered by the same people. Texts never leave.
 *
 * Units: people. `mustBeAnswered`: the questions that nobody can leave out, which a reader sees in the survey.
 * Source: docs/methods/survey-results.md.
 */
export function safeTallies(
  { responses, questions }: Tallies,
  rule: Rule = ruleFor('export'),
  mustBeAnswered: ReadonlySet<string> = new Set()
): SafeTallies {
  const answered = questions.map(({ questionId, counts, leftOut, overlapping }) => ({
    counts,
    leftOut,
    mayOverlap: overlapping,
    mustBeAnswered: mustBeAnswered.has(questionId)
  }));
  const left = whatLeaves('answers', { responses, questions: answered }, byRule(rule));
  return {
    responses: left.responses,
    questions: questions.flatMap(({ questionId, labels }, at) => {
      const safe = left.questions[at];
      return safe === undefined ? [] : [{ questionId, labels, ...safe }];
    })
  };
}
