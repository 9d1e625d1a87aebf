import type { DecisionProblem, DisputeProblem } from './rules.ts';

/** What is said beside fields that are empty or wrong. */
export const fieldSentences = {
  title: 'Enter a title',
  paperKind: 'Choose what kind of paper it is',
  decided: 'Enter what was decided',
  decisionKind: 'Choose what was done with it',
  conditionsMetOn: 'Enter the day on which the conditions were met',
  who: 'Enter whose interest it is, as a role',
  interestKind: 'Choose the kind of interest',
  interest: 'Enter what they stand to gain or lose',
  interestDone: 'Choose what was done about it',
  subject: 'Enter what it is about',
  parties: 'Enter at least two groups or bodies, one a line',
  raisedOn: 'Enter the day on which it was raised',
  settledHow: 'Enter how it was settled',
  settledOn: 'Enter the day on which it was settled',
  group: 'Choose the group',
  since: 'Enter the day since which they deal with it',
  about: 'Enter what it was about',
  way: 'Choose whether they were told or asked',
  heldOn: 'Enter the day',
  howMany: 'Enter a whole number, such as 12',
  askKind: 'Choose what it is',
  answer: 'Choose the answer',
  answeredOn: 'Enter the day of the answer'
} as const;

const dayAhead = 'This day has not come yet. Enter today or an earlier day.';

/** What commands about decisions, disputes, consultations and asks refuse besides what every kind refuses. */
export type OwnProblem =
  | DecisionProblem
  | DisputeProblem
  | { readonly kind: 'no-conditions' }
  | { readonly kind: 'not-confirmed' }
  | { readonly kind: 'before-it-was-decided' }
  | { readonly kind: 'to-one' }
  | { readonly kind: 'to-itself' }
  | { readonly kind: 'told-before' }
  | { readonly kind: 'ground-gone' }
  | { readonly kind: 'rested-on' };

/** The sentence for a problem, and the field it stands beside. */
export function explainOwn(problem: OwnProblem): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'confirmed':
      return 'This decision is confirmed and stays as it is. Record another that corrects it.';
    case 'nobody-decided':
      return { field: 'groupId', sentence: 'Choose the group that decided, or enter another body' };
    case 'conditions-missing':
      return { field: 'conditions', sentence: 'Enter the conditions of the approval' };
    case 'due-without-conditions':
      return { field: 'conditions', sentence: 'Enter what is to be met by that day' };
    case 'day-ahead':
      return { field: problem.field, sentence: dayAhead };
    case 'corrects-itself':
      return { field: 'supersedesId', sentence: 'A decision cannot correct itself' };
    case 'corrects-a-draft':
      return {
        field: 'supersedesId',
        sentence: 'That one is a draft: change it instead of correcting it'
      };
    case 'before-it-was-raised':
      return { field: problem.field, sentence: 'This is before the dispute was raised' };
    case 'after-it-was-settled':
      return { field: problem.field, sentence: 'This is after the dispute was settled' };
    case 'before-its-last-step':
      return { field: problem.field, sentence: 'This is before the last step began' };
    case 'no-conditions':
      return 'This decision has no conditions.';
    case 'not-confirmed':
      return 'This decision is a draft. Confirm it first.';
    case 'before-it-was-decided':
      return { field: 'conditionsMetOn', sentence: 'This is before the day of the decision' };
    case 'to-one':
      return { field: 'toGroupId', sentence: 'Choose one group, or enter one body outside' };
    case 'to-itself':
      return { field: 'toGroupId', sentence: 'Choose another group than the one it comes from' };
    case 'told-before':
      return { field: 'toldBackOn', sentence: 'This is before the consultation' };
    case 'ground-gone':
      return 'A paper or consultation that you chose was removed meanwhile. Choose again.';
    case 'rested-on':
      return 'A decision rests on it, so it stays.';
  }
}

/** How long a dispute has been open, or was, as words after "for": "12 days", "1 day", "less than a day". */
export function ageWords(days: number): string {
  return days === 0 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`;
}
