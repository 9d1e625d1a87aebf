import type { DateOrder, Slippage } from './rules.ts';
import { actionStatuses, type ActionStatus } from './types.ts';

export const fieldSentences = {
  title: 'Enter a title',
  status: 'Choose a status',
  tooLong: 'This is too long: shorten it',
  priority: 'Choose the priority it belongs to',
  aim: 'Choose the aim it belongs to'
} as const;

export const statusNames: Readonly<Record<ActionStatus, string>> = {
  'not-started': 'Not started',
  'under-way': 'Under way',
  'held-up': 'Held up',
  done: 'Done',
  stopped: 'Stopped',
  'not-stated': 'Progress not stated'
};

/** How a date is spoken of; null where there is nothing to add. */
export const slippageNames: Readonly<Record<Slippage, string | null>> = {
  overdue: 'Date has passed',
  'due-soon': 'Due soon',
  'on-time': null,
  'no-date': 'No date yet',
  ended: null
};

/** What is said of an action that is due before it starts, beside its last day. */
export function explainDateOrder(_problem: DateOrder): { field: string; sentence: string } {
  return {
    field: 'dueOn',
    sentence: 'This date is before the day it starts. Change one of the two.'
  };
}

/** The statuses that the form of an action offers: that nothing is stated only where it is so now. */
export function statusesOffered(stored?: ActionStatus): { value: ActionStatus; label: string }[] {
  return actionStatuses
    .filter((status) => status !== 'not-stated' || stored === 'not-stated')
    .map((status) => ({ value: status, label: statusNames[status] }));
}
