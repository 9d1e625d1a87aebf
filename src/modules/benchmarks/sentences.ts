import { sayDate } from '#core/written-dates';
import { findsInWords } from '#modules/disclosure';
import type { AnswerProblem, AnswerProblems } from './answers.ts';
import type { ApproachChange, ApproachResult, Results } from './results.ts';

/** What keeps a survey of settings or a round from being saved. */
export type BenchmarkProblem =
  | { readonly kind: 'asked-already'; readonly field: 'approaches' | 'howWell' | 'transitions' }
  | { readonly kind: 'line-twice'; readonly field: string; readonly line: string }
  | { readonly kind: 'closes-too-early' }
  | { readonly kind: 'no-setting' }
  | { readonly kind: 'round-open'; readonly title: string }
  | RoundClosed;

/** The round takes no answers any more. */
export type RoundClosed = { readonly kind: 'round-closed'; readonly on: string };

export function explainBenchmarkProblem(problem: BenchmarkProblem) {
  switch (problem.kind) {
    case 'asked-already':
      return {
        field: problem.field,
        sentence:
          'A round was opened with these, so they stay as they were asked: rounds are compared. Begin another survey to ask something else.'
      };
    case 'line-twice':
      return {
        field: problem.field,
        sentence: `“${problem.line}” stands here twice. Take one of them out.`
      };
    case 'closes-too-early':
      return {
        field: 'closesOn',
        sentence: 'The last day to answer lies before today. Enter a later one.'
      };
    case 'no-setting':
      return 'No setting of these kinds is open today. Add the settings first, or change which kinds are asked.';
    case 'round-open':
      return `The round “${problem.title}” is open. Close it first: settings would get two links for the same questions.`;
    case 'round-closed':
      return closedSentence(problem);
  }
}

/** Why an answer is not taken after the close. */
export function closedSentence({ on }: Pick<RoundClosed, 'on'>): string {
  return `This round closed on ${sayDate(on)}, so nothing more can be answered or changed in it. Whoever asked can take it up in the next round.`;
}

/** Why an answer by link was not taken. */
export type RespondProblem =
  | { readonly kind: 'no-such-link' }
  | RoundClosed
  | { readonly kind: 'too-many-at-once'; readonly minutes: number }
  | { readonly kind: 'answer-refused'; readonly problems: AnswerProblems };

export const respondSentences = {
  tooMany: (minutes: number) =>
    `This setting has been answered for many times just now. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and press the button again: what you wrote is still here.`,
  tooLarge: 'This is more than the form can take. Shorten what you wrote and send it again.'
} as const;

function answerSentence(problem: AnswerProblem): string {
  switch (problem.kind) {
    case 'choose-or-none':
      return 'Tick what your setting uses, or “None of these”';
    case 'none-and-some':
      return 'You ticked “None of these” beside others. Take one or the other out';
    case 'not-a-choice':
      return 'Choose from what is offered';
    case 'not-a-month':
      return `Enter a year, or a month and a year, such as 9/2024, not after ${problem.latest.slice(5)}/${problem.latest.slice(0, 4)}`;
    case 'support-not-said':
      return 'Say whether your setting wants support';
    case 'role-missing':
      return 'Enter your role, such as head of centre';
    case 'too-long':
      return `Shorten this to ${problem.most.toLocaleString('en-GB')} characters`;
    case 'personal-details':
      return `There seems to be ${findsInWords(problem.found)} in this. Please take it out`;
  }
}

/** What is wrong with an answer, by the names of its fields. */
export function answerErrors(problems: AnswerProblems): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, answerSentence(problem)])
  );
}

const settings = (count: number) => (count === 1 ? '1 setting' : `${count} settings`);

/** @example answeredSentence({ asked: 43, answered: 36 }) // '36 of 43 settings have answered.' */
export function answeredSentence({ asked, answered }: Pick<Results, 'asked' | 'answered'>): string {
  return `${answered} of ${settings(asked)} ${answered === 1 ? 'has' : 'have'} answered.`;
}

/**
 * What changed in an approach since an earlier round.
 * @example
 * // 'From 14 of 36 to 20 of 40 settings that answered. Of the 34 that answered both times: 14 then, 19 now; 6 began and 1 stopped.'
 */
export function benchmarkChangeSentence(change: ApproachChange): string {
  const { before, after, both, began, stopped } = change;
  const all = `From ${before.using} of ${before.answered} to ${after.using} of ${after.answered} settings that answered.`;
  if (both === 0) return `${all} No setting answered both times.`;
  const who = both === 1 ? 'Of the one that answered' : `Of the ${both} that answered`;
  return `${all} ${who} both times: ${change.usedBefore} then, ${change.usedAfter} now; ${began.length} began and ${stopped.length} stopped.`;
}

/**
 * The beginning of an aim, with what a person has to decide left open.
 * @example
 * aimDraft({ approach: 'Story bags', using: 14 }, 43)
 * // 'Story bags: from 14 to … of 43 settings by …'
 */
export function aimDraft(
  result: Pick<ApproachResult, 'approach' | 'using'>,
  asked: number
): string {
  return `${result.approach}: from ${result.using} to … of ${settings(asked)} by …`;
}

/** Why the counts to share are not there yet. */
export const notClosedSentence =
  'The counts to share are made when the round is closed: made again after each answer, they would tell what single settings said. Close the round first.';
