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

/** The labels of the fields that hold free text, for forms, comparisons and warnings. */
export const learningFieldNames: Readonly<Record<string, string>> = {
  title: 'Title',
  theme: 'Theme',
  startsOn: 'First day',
  endsOn: 'Last day',
  held: 'How it is held',
  venue: 'Where',
  host: 'Who holds it',
  hostName: 'Name of the host',
  about: 'What it is for',
  noticed: 'What we noticed',
  fromPlace: 'Whose work it was',
  noticedBy: 'Noticed by (a role)',
  idea: 'The change it suggests',
  factorIds: 'Factors',
  changeIdeaId: 'Change idea it belongs to',
  ownerRole: 'Who will see to it (a role)',
  setAsideWhy: 'Why it is set aside',
  driver: 'Driver',
  learnt: 'What we learnt',
  nextStep: 'Next step',
  paper: 'Paper',
  sessionId: 'Session',
  projectId: 'Project',
  testIds: 'Tests',
  measureIds: 'Measures'
};

const parts: Readonly<Record<string, string>> = {
  time: 'time',
  title: 'title',
  kind: 'kind',
  lead: 'led by',
  role: 'role',
  organisation: 'organisation',
  speaksFor: 'speaks for'
};

/** The label of a field, also of the numbered ones: `programme.0.title` is "Programme 1, title". */
export function learningFieldName(field: string): string {
  const numbered = /^(programme|awayTeam)\.(\d+)\.([a-zA-Z]+)$/.exec(field);
  if (numbered === null) return learningFieldNames[field] ?? field;
  const what = numbered[1] === 'programme' ? 'Programme' : 'Away team';
  return `${what} ${Number(numbered[2]) + 1}, ${parts[numbered[3] ?? ''] ?? ''}`;
}
