import { protectApart, withheld } from './apart.ts';
import { showOrHide } from './count.ts';
import { protectPercentage } from './percentage.ts';
import type { ProtectedCount, Rule } from './types.ts';

/** How one question was answered. */
export type Answered = {
  /** How many gave each answer; none for a question that is answered in words. */
  readonly counts: readonly number[];
  readonly leftOut: number;
  /** Whether one person may stand in several counts. */
  readonly mayOverlap: boolean;
  /** Whether nobody can leave it out, which a reader sees. */
  readonly mustBeAnswered: boolean;
};

/** Answers of the same people to several questions, and how many they are. */
export type Answers = { readonly responses: number; readonly questions: readonly Answered[] };

export type SafeAnswered = {
  readonly counts: readonly ProtectedCount[];
  /** Null where the counts overlap and it is not shown. */
  readonly leftOut: ProtectedCount | null;
};
export type SafeAnswers = {
  readonly responses: ProtectedCount;
  readonly questions: readonly SafeAnswered[];
};

/**
 * Answers made safe to show together with the number of people who answered.
 *
 * The trouble with a survey is that every question has the same total, so that what one question hides another may give away.
 * Counts that exclude one another are therefore hidden as if a reader knew exactly how many answered (`protectApart`). Counts that
 * overlap are hidden when they, or the rest, are small. All hidden counts read alike.
 *
 * Units: people. Assumes: each number is a count, and of no question more than answered; nothing else is published about the same
 * answers, cross tables included.
 * Source: docs/methods/survey-results.md.
 */
export function protectAnswers({ responses, questions }: Answers, rule: Rule): SafeAnswers {
  return {
    responses: showOrHide(responses, rule),
    questions: questions.map((question) => safeAnswered(question, responses, rule))
  };
}

function safeAnswered(question: Answered, total: number, rule: Rule): SafeAnswered {
  const { counts, leftOut, mayOverlap, mustBeAnswered } = question;
  if (counts.length === 0) {
    const [safe] = protectApart([leftOut, total - leftOut], total, rule);
    return { counts: [], leftOut: safe ?? withheld };
  }
  if (mayOverlap) return { counts: safeOverlapping(question, total, rule), leftOut: null };
  if (mustBeAnswered && leftOut === 0) {
    // A zero that everybody knows hides nothing.
    return { counts: protectApart(counts, total, rule), leftOut: showOrHide(0, rule) };
  }
  const safe = protectApart([...counts, leftOut], total, rule);
  return { counts: safe.slice(0, -1), leftOut: safe.at(-1) ?? withheld };
}

/** Counts that may hold the same people. Where each person is in one of them, the zeros would tell who is in the others. */
function safeOverlapping(
  { counts, mustBeAnswered }: Answered,
  total: number,
  rule: Rule
): ProtectedCount[] {
  const safe = counts.map((count) => overlappingCount(count, total, rule));
  const isHidden = safe.some(({ kind }) => kind === 'hidden');
  if (!mustBeAnswered || !isHidden) return safe;
  return safe.map((one, place) => (counts[place] === 0 ? withheld : one));
}

function overlappingCount(count: number, total: number, rule: Rule): ProtectedCount {
  const share = protectPercentage(count, total, rule, { wholeGroups: 'show' });
  if (!share.ok) throw new Error(`${count} of ${total} people cannot have answered.`);
  if (share.value.kind === 'hidden') return withheld;
  return count === total && total > 0 ? withheld : showOrHide(count, rule);
}
