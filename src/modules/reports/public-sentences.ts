import type { ChangedMeanwhile } from '#platform/command';
import type { Grouping } from './public-types.ts';

export const publicFieldSentences = {
  tooLong: 'This is too long: shorten it to 4,000 characters'
} as const;

export const publicSentences = {
  noFigure: 'No figure yet.',
  notCountable: 'Not shown, because nothing says how many people the figure rests on.',
  introductionChanged: 'The introduction is different.',
  hopeChanged: 'What you hope for is different.',
  placeChanged: 'The name of the partnership is different.',
  sourcesChanged: 'The sources are different.',
  partNames: {
    outcomes: 'Outcome',
    factors: 'Factor',
    aims: 'Aim',
    projects: 'Project',
    figures: 'Figure'
  },
  added: (part: string, title: string) => `${part} added: ${title}`,
  changed: (part: string, title: string) => `${part} changed: ${title}`,
  removed: (part: string, title: string) => `${part} no longer shown: ${title}`
} as const;

export const groupingNames: Readonly<Record<Grouping, string>> = {
  entry: '',
  month: 'Added up by month, so that no family can be recognised.',
  quarter: 'Added up by three months, so that no family can be recognised.'
};

export type PublicPageProblem =
  ChangedMeanwhile | { readonly kind: 'nothing-to-publish' } | { readonly kind: 'not-published' };

export function explainPublicPageProblem(
  problem: PublicPageProblem
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'changed-meanwhile':
      return 'Somebody else saved this while you were writing. Compare the two versions and choose.';
    case 'nothing-to-publish':
      return 'There is nothing to show yet. Write an introduction, or choose what you work on first.';
    case 'not-published':
      return 'Nothing is published at the moment.';
  }
}
