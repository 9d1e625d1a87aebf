import { sayDate } from '#core/written-dates';
import {
  explainImprovementProblem,
  fieldErrors,
  type ImprovementProblem
} from '#modules/improvement';
import type { ActionPeriod, Following } from './rules.ts';
import type { FollowedTakeaway } from './types.ts';

/** The sentences of learning: once here, and nowhere else. */

export const fieldSentences = {
  title: 'Enter a title, such as “Learning session 2: talk in every room”',
  boardTitle: 'Enter a title for the storyboard',
  startsOn: 'Enter the day on which it begins',
  noticed: 'Enter what was noticed, in a few words',
  setAsideWhy: 'Say why it will not be tried here, so that nobody has to ask again',
  itemTitle: 'Enter what happens then',
  role: 'Enter the role of whoever goes',
  choice: 'Choose one from the list'
} as const;

export const followingNames: { readonly [state in Following]: string } = {
  owed: 'Not followed up yet',
  planned: 'A test is planned',
  tested: 'Tested at home',
  'set-aside': 'Set aside'
};

/** Ways that a change to the records of learning can be refused. */
export type LearningProblem =
  | ImprovementProblem
  | { readonly kind: 'ends-before-it-starts' }
  | { readonly kind: 'host-missing' }
  | { readonly kind: 'already-linked' }
  | { readonly kind: 'has-tests' }
  | { readonly kind: 'has-takeaways' }
  | { readonly kind: 'has-storyboards' }
  | { readonly kind: 'has-versions' };

/** What happened and what to do now. */
export function explainLearningProblem(problem: LearningProblem): string {
  switch (problem.kind) {
    case 'ends-before-it-starts':
      return 'The last day is before the first. Change one of the two.';
    case 'host-missing':
      return 'Enter who holds the session.';
    case 'already-linked':
      return 'This test is linked to it already.';
    case 'has-tests':
      return 'Tests followed from it, so it stays. Set it aside instead, and say why.';
    case 'has-takeaways':
      return 'Things were taken back from this session, so it stays. Remove those first.';
    case 'has-storyboards':
      return 'A storyboard was made for this session, so it stays. Choose another session for the storyboard first.';
    case 'has-versions':
      return 'Versions of it were kept, so it stays. They show what was said at a session.';
    default:
      return explainImprovementProblem(problem);
  }
}

/** A problem as sentences beside the fields of a form; empty when it belongs to the form as a whole. */
export function learningFieldErrors(problem: LearningProblem): Record<string, string> {
  switch (problem.kind) {
    case 'ends-before-it-starts':
      return { endsOn: explainLearningProblem(problem) };
    case 'host-missing':
      return { hostName: explainLearningProblem(problem) };
    case 'already-linked':
      return { testId: explainLearningProblem(problem) };
    case 'has-tests':
    case 'has-takeaways':
    case 'has-storyboards':
    case 'has-versions':
      return {};
    default:
      return fieldErrors(problem);
  }
}

/** What a period says of itself. */
export function actionPeriodSentence(period: ActionPeriod): string {
  const { until, daysLeft } = period;
  if (period.state === 'over') {
    return `The action period ran from ${sayDate(period.from)} to ${sayDate(until ?? period.from)}.`;
  }
  const begins = period.state === 'ahead' ? 'The action period begins' : 'The action period began';
  const end =
    until === null
      ? 'No session after it is in the diary yet.'
      : `It ends with the next session on ${sayDate(until)}${
          period.state === 'running' && daysLeft !== null
            ? `, in ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'}`
            : ''
        }.`;
  return `${begins} on ${sayDate(period.from)}. ${end}`;
}

/** How much of what was taken back has been followed up. */
export function followedSentence(
  takeaways: readonly FollowedTakeaway[],
  stateOf: (one: FollowedTakeaway) => Following
): string {
  if (takeaways.length === 0) return 'Nothing has been written down as taken back.';
  const count = (state: Following) => takeaways.filter((one) => stateOf(one) === state).length;
  const things = takeaways.length === 1 ? '1 thing was' : `${takeaways.length} things were`;
  const parts = [
    `${count('tested')} tested at home`,
    `${count('planned')} with a test planned`,
    `${count('set-aside')} set aside`,
    `${count('owed')} not followed up yet`
  ];
  return `${things} taken back: ${parts.join(', ')}.`;
}
