import { field } from '#modules/records';
import * as v from 'valibot';

/** Records that the kinds here name, and the field of those that were read from a document. */

export const groups = {
  table: 'workingGroup',
  title: 'name',
  order: ['position', { words: 'name' }]
} as const;
export const aims = {
  table: 'aim',
  title: 'title',
  order: ['position', { words: 'title' }]
} as const;
export const actions = {
  table: 'action',
  title: 'title',
  order: ['position', { words: 'title' }]
} as const;
export const planPriorities = { table: 'planPriority', title: 'title', order: ['number'] } as const;
export const bodies = {
  table: 'planBody',
  title: 'name',
  order: ['position', { words: 'name' }]
} as const;
export const proposals = { table: 'proposal', title: 'title' } as const;

// No form asks from which page of a document a record was read.
export const source = field.kept(v.pipe(v.string(), v.trim(), v.maxLength(400)), {
  label: 'Source',
  isLookedThrough: true
});
