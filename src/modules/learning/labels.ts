import type { Host, ItemKind, Paper, WayHeld } from './types.ts';

/** What people read for each choice. */

type Words<Key extends string> = { readonly [key in Key]: string };

export const wayHeldNames: Words<WayHeld> = {
  'in-person': 'In one room',
  online: 'Online',
  both: 'In one room and online'
};

export const hostNames: Words<Host> = {
  here: 'This partnership',
  collaborative: 'A collaborative we belong to',
  elsewhere: 'Another place'
};

export const itemKindNames: Words<ItemKind> = {
  talk: 'Talk',
  storyboards: 'Storyboards',
  workshop: 'Workshop',
  visit: 'Visit',
  planning: 'Planning by teams',
  break: 'Break'
};

export const paperNames: Words<Paper> = {
  a4: 'A4, to hand out',
  a3: 'A3, to hang up'
};
