import type { MemberPart } from './types.ts';

/** What people read for each choice. */

export const memberPartNames: { readonly [part in MemberPart]: string } = {
  sponsor: 'Sponsor',
  lead: 'Lead',
  adviser: 'Improvement adviser',
  'day-to-day': 'Day-to-day lead',
  family: 'Parent or carer',
  member: 'Member'
};

export const memberPartHints: { readonly [part in MemberPart]: string } = {
  sponsor: 'Clears the way, and answers for the aim',
  lead: 'Leads the work',
  adviser: 'Knows the method: tests, measures, charts',
  'day-to-day': 'Keeps tests and counting going each week',
  family: 'Speaks for families',
  member: 'Takes part in the work'
};

export const scoreFieldNames = { score: 'Progress score', reason: 'Why this score' } as const;
