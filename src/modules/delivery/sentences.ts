import type { ChangedMeanwhile } from '#platform/command';
import type { DateOrder, Slippage } from './rules.ts';
import type { ActionStatus } from './types.ts';

export const fieldSentences = {
  title: 'Enter a title',
  status: 'Choose a status',
  tooLong: 'This is too long: shorten it',
  date: 'Enter a date that exists, like 31 3 2027',
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

export type DeliveryProblem =
  | ChangedMeanwhile
  | DateOrder
  | { readonly kind: 'has-aims' }
  | { readonly kind: 'has-actions' }
  | { readonly kind: 'unknown-link'; readonly field: string };

export function explainDeliveryProblem(problem: DeliveryProblem): string {
  switch (problem.kind) {
    case 'changed-meanwhile':
      return 'Somebody else saved this while you were writing. Compare the two versions and choose.';
    case 'ends-before-it-starts':
      return 'This date is before the day it starts. Change one of the two.';
    case 'has-aims':
      return 'Move or remove its aims first.';
    case 'has-actions':
      return 'Move or remove its actions first.';
    case 'unknown-link':
      return 'Choose from the list: this is not one of the records here.';
  }
}
