import type { ChangedMeanwhile } from '#platform/command';
import { detailsInWords } from './detail-words.ts';
import type { ImportRefusal } from './import/problems.ts';
import { fileProblemSentence } from './import/sentences.ts';
import type { Direction, PersonalDetails, Stage } from './types.ts';

export const fieldSentences = {
  name: 'Enter the name of the service',
  nameTooLong: 'This name is too long: shorten it to 200 characters',
  tooLong: 'This is too long: shorten it',
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

export const stageNames: Readonly<Record<Stage, string>> = {
  universal: 'Universal',
  targeted: 'Targeted',
  intensive: 'Intensive'
};

export const stageHints: Readonly<Record<Stage, string>> = {
  universal: 'For every family',
  targeted: 'For families with some need',
  intensive: 'For families with great need'
};

export const directionNames: Readonly<Record<Direction, string>> = {
  directed: 'one way',
  undirected: 'no direction',
  mutual: 'both ways'
};

export type ServiceProblem =
  | ChangedMeanwhile
  | PersonalDetails
  | { readonly kind: 'not-in-spine' }
  | { readonly kind: 'external-id-taken'; readonly externalId: string }
  | { readonly kind: 'needs-two-ends' };

/** What happened and what to do now; where a field is named, the sentence belongs to it. */
export function explainServiceProblem(
  problem: ServiceProblem
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'changed-meanwhile':
      return 'Somebody else saved this while you were writing. Compare the two versions and choose.';
    case 'personal-details': {
      const first = problem.found[0];
      return {
        field: first?.field ?? 'checked',
        sentence: `This seems to hold ${detailsInWords(first?.kinds ?? [])}. Take it out, or tick the box below if it is public.`
      };
    }
    case 'not-in-spine':
      return 'Choose from the list: this is not one of the ages and factors used here.';
    case 'external-id-taken':
      return {
        field: 'externalId',
        sentence: `Another service already has the ID "${problem.externalId}".`
      };
    case 'needs-two-ends':
      return 'A connection needs two different ends.';
  }
}

/** Why an import was not carried out. */
export function explainImportRefusal(problem: ImportRefusal): string {
  switch (problem.kind) {
    case 'rows-refused':
      return `${problem.rows === 1 ? 'One row cannot' : `${problem.rows} rows cannot`} be taken. Put the file right and read it again, or tick the box to take the rest.`;
    case 'changed-since-preview':
      return 'The services here have changed since you looked. This is the preview as it is now: check it and confirm again.';
    case 'nothing-to-do':
      return 'This file changes nothing: everything in it is here already.';
    default:
      return fileProblemSentence(problem);
  }
}
