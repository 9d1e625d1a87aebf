import type { ArrangementProblem } from './arrangements.ts';
import type { Sought } from './coalition-kinds.ts';
import type { OutcomeProblem, RoundProblem, WorkstreamProblem } from './rules.ts';
import type { SoughtStanding } from './types.ts';

/** What is said beside fields that are empty or wrong. */
export const fieldSentences = {
  principle: 'Enter a name',
  question: 'Enter what a proposal is asked by it',
  title: 'Enter a title',
  proposalKind: 'Choose what it is',
  about: 'Enter what is proposed',
  proposedOn: 'Enter the day on which it was proposed',
  heldOn: 'Enter the day',
  rationale: 'Enter why to do it',
  feasibility: 'Enter whether it can be done, and what that depends on',
  fit: 'Choose how it answers to this principle',
  reason: 'Say why',
  outcome: 'Choose what was decided',
  outcomeOn: 'Enter the day on which it was decided',
  lesson: 'Enter what was learnt',
  subject: 'Choose what it is about',
  holds: 'Choose whether it still holds',
  reviewedOn: 'Enter the day on which you looked at it again',
  part: 'Choose the function or feature',
  legalForm: 'Choose the form',
  review: 'Enter what was found, if only that nothing has to change',
  partner: 'Choose the partner',
  commitment: 'Enter what the partner commits to',
  policy: 'Choose the policy',
  standing: 'Choose where it stands',
  sought: 'Enter who is needed',
  circle: 'Choose where they are wanted',
  step: 'Choose the step',
  lookedOn: 'Enter the day on which you looked at it',
  found: 'Enter what you found'
} as const;

const dayAhead = 'This day has not come yet. Enter today or an earlier day.';

/** What commands of cooperation refuse besides what every kind refuses. */
export type OwnProblem =
  | RoundProblem
  | OutcomeProblem
  | WorkstreamProblem
  | ArrangementProblem
  | { readonly kind: 'retired-before' }
  | { readonly kind: 'learnt-ahead' }
  | { readonly kind: 'looked-ahead' }
  | { readonly kind: 'proposed-ahead' }
  | { readonly kind: 'has-outcome' }
  | { readonly kind: 'asked-ahead' }
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'look-ahead' };

/** The sentence for a problem, and the field it stands beside. */
export function explainOwn(problem: OwnProblem): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'no-principles':
      return 'No principle holds on that day. Add the principles first.';
    case 'unanswered':
      return { field: `answers.${problem.index}.fit`, sentence: fieldSentences.fit };
    case 'round-ahead':
      return { field: 'heldOn', sentence: dayAhead };
    case 'before-it-was-proposed':
      return { field: 'heldOn', sentence: 'This is before the day on which it was proposed' };
    case 'not-tested':
      return 'It was not tested against the principles yet. Do that first, or say “not now”.';
    case 'group-missing':
      return { field: 'outcomeGroupId', sentence: 'Choose the group that decided' };
    case 'reason-missing':
      return { field: 'outcomeReason', sentence: 'Enter why' };
    case 'over-a-partner':
      return {
        field: 'outcomeReason',
        sentence: `${problem.bodies.join(' and ')} ${problem.bodies.length === 1 ? 'does' : 'do'} not agree. Enter why it goes ahead all the same`
      };
    case 'changes-missing':
      return { field: 'outcomeConditions', sentence: 'Enter what has to change' };
    case 'outcome-ahead':
      return { field: 'outcomeOn', sentence: dayAhead };
    case 'outcome-before-proposal':
      return { field: 'outcomeOn', sentence: 'This is before the day on which it was proposed' };
    case 'why-missing':
      return { field: 'why', sentence: 'It is heading for less than there is now. Enter why' };
    case 'form-missing':
      return { field: 'unifiedForm', sentence: 'Choose how the one service is led' };
    case 'form-without-service':
      return {
        field: 'unifiedForm',
        sentence: 'Only one service is led so. Tick “One service”, or leave this open'
      };
    case 'reviewed-ahead':
    case 'looked-ahead':
      return { field: 'reviewedOn', sentence: dayAhead };
    case 'learnt-ahead':
      return { field: 'learntOn', sentence: dayAhead };
    case 'proposed-ahead':
      return { field: 'proposedOn', sentence: dayAhead };
    case 'asked-ahead':
      return { field: 'askedOn', sentence: dayAhead };
    case 'not-asked':
      return {
        field: 'standing',
        sentence:
          'Nobody has asked them yet. Leave out the day on which they were asked, or say how it stands'
      };
    case 'look-ahead':
      return { field: 'lookedOn', sentence: dayAhead };
    case 'retired-before':
      return { field: 'retiredOn', sentence: 'This is before the day on which it was adopted' };
    case 'one-form-already':
      return 'The legal form is written down already. Change that one.';
    case 'agreed-ahead':
      return { field: 'agreedOn', sentence: dayAhead };
    case 'seen-missing':
      return { field: 'seenOn', sentence: 'Enter the day on which it was seen' };
    case 'seen-without-being-seen':
      return {
        field: problem.field,
        sentence: 'Only a policy that was seen has this day. Choose “Seen”, or leave the day open'
      };
    case 'seen-ahead':
      return { field: 'seenOn', sentence: dayAhead };
    case 'ends-before-seen':
      return { field: 'validUntil', sentence: 'It had ended before it was seen. Check both days' };
    case 'not-needed-without-reason':
      return { field: 'note', sentence: 'Enter why it is not needed of this partner' };
    case 'has-outcome':
      return 'A group has decided about it, so it stays. Its outcome can be changed.';
  }
}

const standingWords: Readonly<Record<SoughtStanding, readonly [string, string]>> = {
  'takes-part': ['takes part', 'take part'],
  invited: ['is invited', 'are invited'],
  'thought-of': ['is not asked yet', 'are not asked yet'],
  declined: ['has declined', 'have declined']
};

/** Who is needed, counted by how it stands: “3 are on the list: 1 takes part, 2 are not asked yet.” Assumes: the list is not empty. */
export function soughtSentence(sought: readonly Pick<Sought, 'standing'>[]): string {
  const parts = Object.entries(standingWords).flatMap(([standing, [one, several]]) => {
    const count = sought.filter((each) => each.standing === standing).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
  });
  return `${sought.length} ${sought.length === 1 ? 'is' : 'are'} on the list: ${parts.join(', ')}.`;
}
