import type { ChangedMeanwhile } from '#platform/command';
import type { ServiceNames } from './stages.ts';
import type { Direction, StageId } from './types.ts';
import type { Overlap } from './coverage.ts';
import type { FieldChange } from './import/plan.ts';
import type { SuggestingField } from './suggest.ts';
import type { AgeId } from '#modules/vocabulary';

export const fieldSentences = {
  name: 'Enter the name of the service',
  nameTooLong: 'This name is too long: shorten it to 200 characters',
  tooLong: 'This is too long: shorten it',
  feed: 'Give the address of the feed',
  tag: 'A tag may have 80 characters at most, and no upright line (|)',
  url: 'Enter a whole address, beginning with http:// or https://',
  longitude: 'Enter degrees from -180 to 180, such as -2.31393',
  latitude: 'Enter degrees from -90 to 90, such as 53.44085',
  both: 'Enter both longitude and latitude, or neither',
  stage: 'Choose one of the list',
  sourceDate: 'Enter a year, a month or a day, such as 2026, 2026-03 or 2026-03-31',
  factor: 'Choose a factor from the list',
  direction: 'Choose one of the list'
} as const;

/** What the fields of a service are called, in forms and wherever two versions are compared. */
export const serviceLabels = {
  name: 'Name of the service',
  organisation: 'Organisation',
  description: 'Description',
  type: 'Type',
  tags: 'Tags',
  ages: 'Ages of the children',
  stage: 'For whom',
  whoFor: 'Who may come',
  times: 'Times',
  costs: 'Cost',
  access: 'How to come',
  url: 'Web address',
  address: 'Place',
  source: 'Where this comes from',
  sourceDate: 'Date of that source',
  longitude: 'Longitude',
  latitude: 'Latitude',
  externalId: 'ID'
} as const;

const months = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC'
});

/**
 * A year or a month as people read it; a whole day stays as it is, for it can be told how long ago it was.
 *
 * @example
 * sourceDateWords('2018-01') // 'January 2018'
 */
export function sourceDateWords(sourceDate: string): string {
  return sourceDate.length === 7
    ? months.format(new Date(`${sourceDate}-01T00:00:00Z`))
    : sourceDate;
}

/** The name of a field that an import changes. */
export function changeLabel(field: FieldChange['field']): string {
  return serviceLabels[field];
}

/** What a field said and would say, as people read it; null for nothing. */
export function changeWords(
  change: FieldChange,
  names: ServiceNames
): { before: string | null; after: string | null } {
  const asText = (value: FieldChange['before']): string | null => {
    if (value === null || value === '') return null;
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') {
      const words = change.field === 'ages' ? agesOf(value, names) : value;
      return words.length === 0 ? null : words.join(', ');
    }
    if (change.field === 'stage') return names.stage(value as StageId); // the field holds a stage alone
    return value.length > 200 ? `${value.slice(0, 199)}…` : value;
  };
  return { before: asText(change.before), after: asText(change.after) };
}

function agesOf(ages: readonly string[], names: ServiceNames): string[] {
  return ages.map((age) => names.age(age as AgeId)); // the field holds ages alone
}

/** The largest overlap of a factor: "3 for 0–11 months". */
export function overlapWords(overlap: Overlap, names: ServiceNames): string {
  const stage = overlap.stage === null ? '' : `, ${names.stage(overlap.stage).toLowerCase()}`;
  return `${overlap.services.length} for ${names.age(overlap.age)}${stage}: ${overlap.services
    .slice(0, 4)
    .map((one) => one.name)
    .join(', ')}${overlap.services.length > 4 ? ' and others' : ''}`;
}

export const directionNames: Readonly<Record<Direction, string>> = {
  directed: 'one way',
  undirected: 'no direction',
  mutual: 'both ways'
};

export type ServiceProblem =
  | ChangedMeanwhile
  | { readonly kind: 'not-in-spine' }
  | { readonly kind: 'external-id-taken'; readonly externalId: string }
  | { readonly kind: 'needs-two-ends' }
  | { readonly kind: 'no-such-stage' };

/** What happened and what to do now; where a field is named, the sentence belongs to it. */
export function explainServiceProblem(
  problem: ServiceProblem
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'changed-meanwhile':
      return 'Somebody else saved this while you were writing. Compare the two versions and choose.';
    case 'not-in-spine':
      return 'Choose from the list: this is not one of the ages and factors used here.';
    case 'external-id-taken':
      return {
        field: 'externalId',
        sentence: `Another service already has the ID "${problem.externalId}".`
      };
    case 'no-such-stage':
      return { field: 'stage', sentence: fieldSentences.stage };
    case 'needs-two-ends':
      return 'A connection needs two different ends.';
  }
}

/** Where a word stands that suggests a factor, within a sentence. */
export const suggestingFieldNames: Readonly<Record<SuggestingField, string>> = {
  name: 'its name',
  type: 'its type',
  tags: 'its tags',
  description: 'its description'
};

/**
 * Why a service was tied that a word had suggested.
 * @example suggestedReason('rhyme', 'name') // 'Suggested by “rhyme” in its name.'
 */
export function suggestedReason(word: string, field: string): string {
  const names: Readonly<Record<string, string>> = suggestingFieldNames;
  const place = Object.hasOwn(names, field) ? ` in ${names[field]}` : '';
  return `Suggested by “${word}”${place}.`;
}
