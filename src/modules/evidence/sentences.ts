import type {
  Confidence,
  PathwayLink,
  Security,
  Strength,
  WhatWorksSource
} from '#modules/vocabulary';
import type { Difference } from './compare.ts';
import type { Basis, Matters, Works } from './types.ts';

/** How much a factor matters, in words. */
export const strengthNames: Readonly<Record<Strength, string>> = {
  critical: 'Critical',
  strong: 'Strong',
  moderate: 'Moderate',
  'no-link': 'No link',
  unknown: 'Not known'
};

export const strengthHints: Readonly<Record<Exclude<Strength, 'unknown'>, string>> = {
  critical: 'Hard to make up for where it is missing',
  strong: 'Makes a clear difference',
  moderate: 'Makes some difference',
  'no-link': 'We looked, and there is no link at this age'
};

/** How secure the evidence of what works is, in words. */
export const securityNames: Readonly<Record<Security, string>> = {
  strong: 'Strong',
  mixed: 'Mixed',
  none: 'None found',
  unknown: 'Not known'
};

export const securityHints: Readonly<Record<Exclude<Security, 'unknown'>, string>> = {
  strong: 'Good studies show that something improves this factor',
  mixed: 'Some evidence, uneven or thin',
  none: 'Looked for and not found'
};

/** How sure we are of a value, in words: doubt is always said. */
export const confidenceNames: Readonly<Record<Confidence, string>> = {
  high: 'Little doubt',
  medium: 'Some doubt',
  low: 'Much doubt',
  none: 'Nothing to go on'
};

export const confidenceHints: Readonly<Record<Exclude<Confidence, 'none'>, string>> = {
  high: 'It rests on something clear',
  medium: 'It rests on something, with a reason for doubt',
  low: 'It is mostly judgement'
};

export const basisNames: Readonly<Record<Basis, string>> = {
  own: 'Your own rating',
  pack: 'Published evidence',
  silent: 'Nobody has rated this'
};

/** What differs from the first column of a comparison to the second, in words. */
export const differenceNames: Readonly<Record<Difference, string>> = {
  more: 'Matters more',
  less: 'Matters less',
  same: 'The same',
  'cannot-tell': 'One is not known',
  'neither-known': 'Neither is known'
};

export const pathwayEffectNames: Readonly<Record<PathwayLink['effect'], string>> = {
  raises: 'raises',
  lowers: 'lowers'
};

/** What a link of a pathway rests on, in words. */
export const linkBasisNames: Readonly<Record<PathwayLink['basis'] | 'own', string>> = {
  'toolkit-text': 'The toolkit says so',
  'literature-read': 'Literature that was read',
  inference: 'Our inference',
  'general-knowledge': 'General knowledge',
  own: 'The partnership’s own knowledge'
};

export const sourceKindNames: Readonly<Record<WhatWorksSource['kind'], string>> = {
  approach: 'Approach',
  programme: 'Programme',
  review: 'Review',
  study: 'Study'
};

export const readAsNames: Readonly<Record<WhatWorksSource['readAs'], string>> = {
  read: 'The publisher’s page was read',
  copy: 'A copy of the page was read',
  secondary: 'Only an account of it was read'
};

/** Why we are as sure of a cell as we are, in a sentence. */
export function reasonOfMatters(matters: Matters): string {
  if (matters.own !== null) return matters.own.reason;
  return matters.published?.reason ?? 'The published matrix does not speak of this outcome.';
}

/** Where the value of a cell comes from. */
export function sourceOfMatters(matters: Matters): string {
  if (matters.own !== null) return matters.own.source;
  if (matters.published === null) return 'No source';
  return matters.published.source.section;
}

/** What the value of what works rests on. */
export function reasonOfWorks(works: Works): string {
  if (works.own !== null) return works.own.reason;
  return works.published?.basis ?? 'No published rating speaks of this factor.';
}

/** What a rating in a guidebook says, in words; null when it gives none. */
export function ratingWords(rating: WhatWorksSource['rating']): string | null {
  const parts = [
    rating.level === null ? null : `level ${rating.level} in the guidebook`,
    rating.monthsOfProgress === null
      ? null
      : `${rating.monthsOfProgress} months of extra progress in a year`,
    rating.evidence === null ? null : `evidence ${rating.evidence}`,
    rating.cost === null ? null : `cost ${rating.cost}`
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : sentenceCase(parts.join(', '));
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const monthNames = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/**
 * A year or a month as people read it.
 * @example
 * yearOrMonthWords('2018-06') // 'June 2018'
 */
export function yearOrMonthWords(text: string): string {
  const [year, month] = text.split('-');
  if (month === undefined) return text;
  const monthName = monthNames.format(new Date(`${text}-01T00:00:00Z`));
  return `${monthName} ${year ?? ''}`;
}

/** The sentences beside this module's fields. */
export const fieldSentences = {
  strength: 'Choose how strong it is',
  confidence: 'Choose how sure you are',
  source: 'Say what the rating rests on',
  datedOn: 'Enter the date of the source',
  reason: 'Say why, in a sentence or two',
  noticed: 'Say what was noticed',
  noticedOn: 'Enter the date when it was noticed',
  noticedBy: 'Say in which role, such as health visitor',
  factor: 'Choose a factor from the list',
  to: 'Choose what it acts on from the list',
  effect: 'Choose whether it raises or lowers it',
  linkSource: 'Say what the link rests on',
  outcome: 'Choose an outcome from the list',
  age: 'Choose an age from the list'
} as const;

/** Said where something noticed is written down. */
export const insightLead =
  'What families and practitioners see is evidence too. Write it so that nobody could be recognised.';

export type EvidenceProblem =
  | { readonly kind: 'day-ahead'; readonly field: string }
  | { readonly kind: 'same-ends' }
  | { readonly kind: 'already-linked' }
  /** `way`: the places on the way back, by their titles. */
  | { readonly kind: 'closes-loop'; readonly way: readonly string[] };

/** What happened and what to do now, in plain words. */
export function explainEvidenceProblem(
  problem: EvidenceProblem
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'day-ahead':
      return { field: problem.field, sentence: 'This date lies ahead: check it' };
    case 'same-ends':
      return { field: 'to', sentence: 'A factor does not lead to itself. Choose another end.' };
    case 'already-linked':
      return {
        field: 'to',
        sentence: 'These two are linked already. Look at the routes of the factor.'
      };
    case 'closes-loop':
      return {
        field: 'to',
        sentence: `This would close a loop: ${problem.way.join(' → ')}. Routes are read one way. Say in the reason of another link that it works back as well.`
      };
  }
}
