import type { Explained } from '#core/form-state';
import { sayDate } from '#core/written-dates';
import { explainInForm, type ImprovementProblem } from '#modules/improvement';
import { explainRecordProblem, isRecordProblem, type RecordProblem } from '#modules/records';
import type { ActionPeriod, Following } from './rules.ts';
import type { FollowedTakeaway } from './kinds.ts';

/** The sentences of learning: once here, and nowhere else. */

export const fieldSentences = {
  title: 'Enter a title, such as “Learning session 2: talk in every room”',
  boardTitle: 'Enter a title for the storyboard',
  startsOn: 'Enter the day on which it begins',
  noticed: 'Enter what was noticed, in a few words',
  setAsideWhy: 'Say why it will not be tried here, so that nobody has to ask again',
  itemTitle: 'Enter what happens then',
  role: 'Enter the role of whoever goes'
} as const;

export const followingNames: { readonly [state in Following]: string } = {
  owed: 'Not followed up yet',
  planned: 'A test is planned',
  tested: 'Tested at home',
  'set-aside': 'Set aside'
};

/** Ways that a change to the records of learning can be refused. */
export type LearningProblem =
  RecordProblem | ImprovementProblem | SessionProblem | { readonly kind: 'already-linked' };

/** What may be wrong with a session. */
export type SessionProblem =
  { readonly kind: 'ends-before-it-starts' } | { readonly kind: 'host-missing' };

/** What happened and what to do now, beside the field where it belongs to one. */
export function explainLearningProblem(problem: LearningProblem): Explained {
  switch (problem.kind) {
    case 'ends-before-it-starts':
      return {
        field: 'endsOn',
        sentence: 'The last day is before the first. Change one of the two.'
      };
    case 'host-missing':
      return { field: 'hostName', sentence: 'Enter who holds the session.' };
    case 'already-linked':
      return { field: 'testId', sentence: 'This test is linked to it already.' };
    default:
      return isRecordProblem(problem) ? explainRecordProblem(problem) : explainInForm(problem);
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

/** What the form of a session says of the host, with the collaboratives this place belongs to. */
export function hostHint(collaboratives: readonly string[]): string {
  const unless = 'Unless this partnership holds it';
  return collaboratives.length === 0
    ? unless
    : `${unless}. You belong to: ${collaboratives.join(', ')}`;
}
