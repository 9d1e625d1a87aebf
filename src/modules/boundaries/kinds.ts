import { field, kind, type RecordOf } from '#modules/records';
import {
  boundaryKindHints,
  boundaryKindNames,
  boundaryKinds,
  reflectiveQuestions,
  scopeNames,
  scopes,
  standingNames,
  standings
} from './types.ts';

const standing = {
  standing: field.oneOfOr({
    label: 'Standing',
    options: standings,
    names: standingNames,
    otherwise: 'draft',
    inline: true
  }),
  agreedOn: field.day({ label: 'Agreed on', what: 'The day on which it was agreed' })
} as const;

/** One boundary of the place, of one of four kinds. Its outline is drawn by a form of its own. */
export const boundaryKind = kind('boundary', {
  name: 'boundaries.boundary',
  permission: 'strategy:edit',
  title: 'title',
  order: [{ listed: 'kind', as: boundaryKinds }, { words: 'title' }],
  unique: { column: 'title', sentence: 'Another boundary has this name. Give it one of its own.' },
  keptBy: [
    {
      table: 'measure',
      column: 'boundaryId',
      sentence: 'A measure names this boundary as its population. Change the measure first.'
    }
  ],
  words: {
    one: 'boundary',
    add: 'Add a boundary',
    addButton: 'Add the boundary',
    added: 'The boundary is added.',
    change: 'Change this boundary',
    changed: 'The boundary is saved.',
    remove: 'Remove this boundary',
    removal: 'Its outline goes with it. Its history stays.',
    removed: 'The boundary is removed.'
  },
  fields: {
    kind: field.oneOf({
      label: 'Kind',
      options: boundaryKinds,
      names: boundaryKindNames,
      hints: boundaryKindHints,
      needed: 'Choose one of the four kinds'
    }),
    title: field.line({ label: 'Name', needed: 'Give the boundary a name', most: 200 }),
    description: field.text({ label: 'Description', hint: 'Where it runs, in words', rows: 3 }),
    areas: field.list({
      label: 'Areas in it',
      hint: 'One a line, by code or by name, written as the outlines of areas have them',
      most: 300,
      tooMany: 'List at most 300 areas',
      rows: 5
    }),
    heldBy: field.line({ label: 'Who holds it', hint: 'A body or a group', most: 200 }),
    scope: field.oneOfOr({
      label: 'What this partnership does with it',
      options: scopes,
      names: scopeNames,
      otherwise: 'in',
      inline: true
    }),
    reason: field.text({ label: 'Reason', hint: 'Why it is in, partly in, or out' }),
    ...standing
  }
});
export type Boundary = RecordOf<typeof boundaryKind>;

/** The mix of boundaries by which the partnership works; a place has one. */
export const workingBoundaryKind = kind('workingBoundary', {
  name: 'boundaries.working-boundary',
  permission: 'strategy:edit',
  title: 'title',
  words: {
    one: 'working boundary',
    add: 'Say what the working boundary is',
    addButton: 'Save the working boundary',
    added: 'The working boundary is saved.',
    change: 'Change the working boundary',
    changed: 'The working boundary is saved.',
    remove: 'Take the working boundary away',
    removal: 'The boundaries themselves stay. Its history stays.',
    removed: 'There is no working boundary now.'
  },
  fields: {
    title: field.line({
      label: 'What we mean by “here”',
      hint: 'In a sentence, such as “Families who live in the town, and those of two villages who use the hub”',
      needed: 'Say in a sentence what you mean by “here”'
    }),
    boundaryIds: field.records({
      label: 'Boundaries it is made of',
      of: { table: 'boundary', title: 'title' }
    }),
    note: field.text({ label: 'Where they differ, and what you do there' }),
    families: field.text({
      label: reflectiveQuestions[0],
      hint: 'What you answered, in a few words'
    }),
    partners: field.text({
      label: reflectiveQuestions[1],
      hint: 'What you answered, in a few words'
    }),
    ...standing
  }
});
export type WorkingBoundary = RecordOf<typeof workingBoundaryKind>;

export type BoundaryProblem =
  | { readonly kind: 'agreed-without-a-day' }
  | { readonly kind: 'agreed-later'; readonly today: string }
  | { readonly kind: 'draft-with-a-day' }
  | { readonly kind: 'has-working-boundary' }
  | { readonly kind: 'in-working-boundary' }
  | { readonly kind: 'no-such-code'; readonly code: string };

/**
 * What is written like a code of the Office for National Statistics, a letter and digits, without being one: nine characters, of which the first
 * says the country. Postcodes and names are no such thing.
 * @example
 * wrongCode(['E05000819', 'Marsh End', 'E0500081']) // 'E0500081'
 */
export const wrongCode = (areas: readonly string[]): string | null =>
  areas.find((one) => /^[a-z]\d{4,}$/i.test(one) && !/^[EWSNJKL]\d{8}$/i.test(one)) ?? null;

/** Something agreed has its day, which has come; a draft has none. */
export function standingProblem(
  { standing: now, agreedOn }: Pick<Boundary, 'standing' | 'agreedOn'>,
  today: string
): BoundaryProblem | null {
  if (now === 'agreed' && agreedOn === null) return { kind: 'agreed-without-a-day' };
  if (agreedOn !== null && agreedOn > today) return { kind: 'agreed-later', today };
  return now === 'draft' && agreedOn !== null ? { kind: 'draft-with-a-day' } : null;
}

export function explainBoundary(
  problem: BoundaryProblem
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'agreed-without-a-day':
      return { field: 'agreedOn', sentence: 'Say on which day it was agreed.' };
    case 'agreed-later':
      return { field: 'agreedOn', sentence: 'It cannot have been agreed on a day to come.' };
    case 'draft-with-a-day':
      return {
        field: 'standing',
        sentence:
          'A draft has no day on which it was agreed. Choose “Agreed”, or leave the day out.'
      };
    case 'in-working-boundary':
      return 'The working boundary is made of this one. Change the working boundary first.';
    case 'no-such-code':
      return {
        field: 'areas',
        sentence: `“${problem.code}” is no code of an area: those are a letter and eight digits, such as E05000819. Check it, or write the area’s name.`
      };
    case 'has-working-boundary':
      return 'There is a working boundary already. Change that one.';
  }
}
