import { partOfAll } from '#core/part-of-all';
import { sayDate } from '#core/written-dates';
import {
  daysLate,
  slippageOf,
  type DateOrder,
  type JoinProblem,
  type KeptElsewhere,
  type MilestoneOutside,
  type MilestoneProblem,
  type Planned,
  type Slippage
} from './rules.ts';
import type { AimSupport } from './support-kinds.ts';
import { supportersOf, type SupportProblem, type SupportSide } from './support.ts';
import {
  planStatuses,
  type Horizon,
  type Offer,
  type PlanStatus,
  type SupportAnswer
} from './types.ts';

export const fieldSentences = {
  title: 'Enter a title',
  status: 'Choose a status',
  tooLong: 'This is too long: shorten it',
  priority: 'Choose the priority it belongs to',
  aim: 'Choose the aim it belongs to',
  milestone: 'Enter what is reached',
  milestoneDue: 'Enter the day by which it is reached',
  supporter: 'Choose the group that supports it',
  support: 'Enter what the support consists of',
  supportAnswer: 'Choose what the group answers',
  answeredOn: 'Enter the day of the answer',
  answeredBy: 'Enter who answered, as a role'
} as const;

export const supportAnswerNames: Readonly<Record<SupportAnswer, string>> = {
  asked: 'Asked, not answered yet',
  accepted: 'Accepted',
  declined: 'Declined'
};

export const offerNames: Readonly<Record<Offer, string>> = {
  universal: 'For everybody (universal)',
  targeted: 'For some (targeted)',
  both: 'Both'
};

export const horizonNames: Readonly<Record<Horizon, string>> = {
  'existing-services': 'Soon: it uses services that are there',
  'begins-with-a-strategy': 'Later: it begins with a strategy'
};

export const statusNames: Readonly<Record<PlanStatus, string>> = {
  'not-started': 'Not started',
  'under-way': 'Under way',
  'held-up': 'Held up',
  done: 'Done',
  stopped: 'Stopped',
  'not-stated': 'Progress not stated'
};

/** How a date is spoken of; null where there is nothing to add. */
const slippageNames: Readonly<Record<Slippage, string | null>> = {
  overdue: 'Date has passed',
  'due-soon': 'Due soon',
  'on-time': null,
  'no-date': 'No date yet',
  ended: null
};

const joinSentences: Readonly<Record<JoinProblem['kind'], string>> = {
  'same-as-itself': 'This is the aim itself. Choose the one that it repeats.',
  'same-as-an-entry':
    'That one says already that it is the same as another aim. Choose the other one.',
  'others-are-the-same':
    'Another entry of the plan is the same as this aim. Change that one first.',
  'has-actions-of-its-own': 'Move its actions to the other aim first.',
  'has-milestones-of-its-own':
    'It has milestones. Add them to the other aim and remove them here first.'
};

/** What is said of an aim that cannot be the same as the one chosen, beside the choice. */
export function explainJoin({ kind }: JoinProblem): { field: string; sentence: string } {
  return { field: 'sameAs', sentence: joinSentences[kind] };
}

const numbers = new Intl.NumberFormat('en-GB');

/** How many aims and actions of a plan are open: "2 of 5 aims and 1 of 3 actions are open." Empty where there are none at all. */
export function openSentence(
  aims: { readonly open: number; readonly all: number },
  actions: { readonly open: number; readonly all: number }
): string {
  if (aims.all + actions.all === 0) return '';
  if (aims.open + actions.open === 0) return 'No aim or action is open: all are done or stopped.';
  if (aims.all === 0)
    return `${partOfAll(actions.open, actions.all, ['action', 'actions'], ['is', 'are'])} open.`;
  const ofAims = partOfAll(aims.open, aims.all, ['aim', 'aims'], ['is', 'are']);
  if (actions.all === 0) return `${ofAims} open. There is no action yet.`;
  return `${ofAims} open, and ${partOfAll(actions.open, actions.all, ['action', 'actions'], ['is', 'are'])}.`;
}

/** How late an open aim or action is: "12 days late", or that its date has passed where nobody stated its progress; null when it is not. */
export function lateWords(one: Pick<Planned, 'status' | 'dueOn'>, today: string): string | null {
  const days = daysLate(one, today);
  if (days === null) return null;
  const count = `${numbers.format(days)} ${days === 1 ? 'day' : 'days'}`;
  // Whether it is late nobody can say: it may have been done in time.
  return one.status === 'not-stated' ? 'Date has passed' : `${count} late`;
}

/** What the date of an aim or an action means on a day, in a few words; null where there is nothing to add. */
export function slippageWords(
  one: Pick<Planned, 'status' | 'dueOn'>,
  today: string
): string | null {
  return lateWords(one, today) ?? slippageNames[slippageOf(one, today)];
}

/**
 * Who leads an aim and who supports it, in a sentence each; empty where nobody is named. A group that was asked and has not answered
 * is said to be asked, and one that declined to have declined: neither supports it.
 */
export function whoLeads(
  aim: {
    readonly id: string;
    readonly lead: string;
    readonly leadGroupId: string | null;
    readonly supportedBy: readonly string[];
  },
  groupName: (id: string) => string | null,
  supports: readonly AimSupport[]
): string[] {
  const group = aim.leadGroupId === null ? null : groupName(aim.leadGroupId);
  const leads = [group, aim.lead === '' ? null : aim.lead].filter((one) => one !== null);
  const sides = supportersOf(aim, supports);
  const named = (side: SupportSide) =>
    sides.filter((one) => one.side === side).flatMap(({ groupId }) => groupName(groupId) ?? []);
  const sentence = (words: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${words} ${names.join(', ')}`];
  return [
    ...sentence('Led by', leads),
    ...sentence('Supported by', [...named('accepted'), ...named('named')]),
    ...sentence('Support asked of', named('asked')),
    ...sentence('Support declined by', named('declined'))
  ];
}

/** What one group's support of an aim comes to, in a line. */
export function supportWords(support: AimSupport | null): string {
  if (support === null) return 'Named in the plan; what it gives is not said yet';
  const { answer, answeredOn, answeredBy, askedOn } = support;
  const day = (on: string | null) => (on === null ? '' : ` on ${sayDate(on)}`);
  if (answer === 'asked') return `Asked${day(askedOn)}, not answered yet`;
  const by = answeredBy === '' ? '' : `, ${answeredBy}`;
  return `${supportAnswerNames[answer]}${day(answeredOn)}${by}`;
}

/** What commands about support refuse besides what every kind refuses. */
export function explainSupport(problem: SupportProblem): { field: string; sentence: string } {
  switch (problem.kind) {
    case 'leads-it':
      return {
        field: 'groupId',
        sentence: 'This group leads the aim. Choose one that supports it.'
      };
    case 'is-no-supporter':
      return {
        field: 'groupId',
        sentence:
          'This group is not among those that support the aim. Add it to the aim first, or choose another.'
      };
    case 'answered-before-asked':
      return {
        field: 'answeredOn',
        sentence: 'This is before the day on which the group was asked. Change the day.'
      };
    case 'answered-ahead':
      return {
        field: 'answeredOn',
        sentence: 'This day has not come yet. Enter today or an earlier day.'
      };
    case 'declined-without-reason':
      return { field: 'answerReason', sentence: 'Enter why the group declines' };
  }
}

/** What is said of a milestone that does not fit its aim, beside the field that is wrong. */
export function explainMilestone(problem: MilestoneProblem): { field: string; sentence: string } {
  switch (problem.kind) {
    case 'after-its-aim':
      return {
        field: 'dueOn',
        sentence: `This is after the aim itself, which is due on ${sayDate(problem.on)}. Enter that day or an earlier one.`
      };
    case 'before-its-aim':
      return {
        field: 'dueOn',
        sentence: `This is before work on the aim begins, on ${sayDate(problem.on)}. Enter that day or a later one.`
      };
    case 'reached-ahead':
      return {
        field: 'doneOn',
        sentence: 'This day has not come yet. Leave it empty until the milestone is reached.'
      };
    case 'kept-elsewhere':
      return {
        field: 'title',
        sentence: 'This entry repeats another aim. Add the milestone to that one.'
      };
  }
}

/** What is said of an aim whose new dates leave out one of its milestones. */
export function explainAim(
  problem: JoinProblem | DateOrder | MilestoneOutside
): string | { field: string; sentence: string } {
  if (problem.kind === 'ends-before-it-starts') return explainDateOrder(problem);
  if (problem.kind !== 'milestone-outside') return explainJoin(problem);
  return {
    field: problem.field,
    sentence: `Its milestone “${problem.title}” is due on ${sayDate(problem.on)}. Move that first, or choose another day.`
  };
}

/** What is said of an action that cannot stand as it is. */
export function explainAction(problem: DateOrder | KeptElsewhere): {
  field: string;
  sentence: string;
} {
  return problem.kind === 'kept-elsewhere'
    ? {
        field: 'aimId',
        sentence: 'This entry repeats another aim. Choose that one for the action.'
      }
    : explainDateOrder(problem);
}

/** What is said of an action or an aim that is due before it starts, beside its last day. */
export function explainDateOrder(_problem: DateOrder): { field: string; sentence: string } {
  return {
    field: 'dueOn',
    sentence: 'This date is before the day it starts. Change one of the two.'
  };
}

/** The statuses that the form of an aim or an action offers: that nothing is stated only where it is so now. */
export function statusesOffered(stored?: PlanStatus): { value: PlanStatus; label: string }[] {
  return planStatuses
    .filter((status) => status !== 'not-stated' || stored === 'not-stated')
    .map((status) => ({ value: status, label: statusNames[status] }));
}
