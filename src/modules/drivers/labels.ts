import { ideaKind } from '#modules/improvement';
import { fieldNamer } from '#modules/records';
import type { Direction } from './graph.ts';
import type { IdeaVerdict, Level } from './types.ts';

/** What people read for each choice. */

export const levelNames: { readonly [level in Level]: string } = {
  primary: 'Primary driver',
  secondary: 'Secondary driver'
};

export const levelHints: { readonly [level in Level]: string } = {
  primary: 'One of the few things that must change for the aim to be reached',
  secondary: 'A part of a primary driver that somebody can act on'
};

export const verdictNames: { readonly [verdict in IdeaVerdict]: string } = {
  helped: 'It helped',
  'did-not-help': 'It did not help',
  'cannot-tell': 'Cannot tell yet',
  'under-way': 'Under way',
  untested: 'Not tested yet'
};

export const directionNames: { readonly [direction in Direction]: string } = {
  up: 'Move up',
  down: 'Move down'
};

export const driverFieldNames = {
  title: 'Driver',
  why: 'Why it matters for the aim',
  factorId: 'Factor it stands for',
  measureIds: 'Measures that watch it',
  name: 'Name of the version',
  note: 'What it was made for'
} as const;

/** The label of a field of a driver or an idea. */
export function driverFieldName(field: string): string {
  return Object.hasOwn(driverFieldNames, field)
    ? driverFieldNames[field as keyof typeof driverFieldNames] // seen to be a key
    : fieldNamer(ideaKind)(field);
}
