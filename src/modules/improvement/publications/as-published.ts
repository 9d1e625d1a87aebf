import type { FormValues } from '#core/form-state';

/** What a publication says of somebody's improvement work, in words, and nothing that it does not say. */

export type PublishedMeasure = {
  readonly id: string;
  readonly title: string;
  /** As reported; empty where the publication gives none. */
  readonly baseline: string;
  readonly result: string;
  readonly note: string;
  readonly source: string;
  readonly version: number;
};

export type PublishedTest = {
  readonly id: string;
  /** As the publication numbers its cycles. */
  readonly number: number;
  readonly tried: string;
  /** Empty where the publication does not say. */
  readonly predicted: string;
  readonly result: string;
  readonly note: string;
  readonly source: string;
  readonly version: number;
};

export type PublishedAccount = {
  readonly measures: readonly PublishedMeasure[];
  readonly tests: readonly PublishedTest[];
};

/** What somebody enters of it. */
export type PublishedMeasureParts = Omit<PublishedMeasure, 'id' | 'version'>;
export type PublishedTestParts = Omit<PublishedTest, 'id' | 'version'>;

export const notReported = 'Not reported in the publication';

/** The labels of the two forms. */
export const publishedMeasureNames = {
  title: 'What was measured',
  baseline: 'Where it began',
  result: 'What came of it',
  note: 'Note',
  source: 'Publication'
} as const;

export const publishedTestNames = {
  number: 'Number of the cycle',
  tried: 'What was tried',
  predicted: 'What was predicted',
  result: 'What came of it',
  note: 'Note',
  source: 'Publication'
} as const;

/** What the second of two editors is shown: the stored record, by the names of the form's fields. */
export function publishedMeasureFields(measure: PublishedMeasure): FormValues {
  const { title, baseline, result, note, source } = measure;
  return { title, baseline, result, note, source };
}

export function publishedTestFields(test: PublishedTest): FormValues {
  const { number, tried, predicted, result, note, source } = test;
  return { number: String(number), tried, predicted, result, note, source };
}

/** One part of a citation: words, or an address of the web with the name of its site. */
export type CitationPart = { readonly text: string; readonly href?: string };

/**
 * A citation as it can be shown: addresses of the web become links, all else stays words in their order.
 * @example
 * citationParts('NHS Fife 2019 https://example.org/a') // [{ text: 'NHS Fife 2019' }, { text: 'example.org', href: 'https://example.org/a' }]
 */
export function citationParts(source: string): CitationPart[] {
  const parts: CitationPart[] = [];
  for (const word of source.split(/\s+/).filter((one) => one !== '')) {
    const isAddress = /^https?:\/\//.test(word) && URL.canParse(word);
    const last = parts.at(-1);
    if (isAddress) parts.push({ text: new URL(word).hostname, href: word });
    else if (last !== undefined && last.href === undefined)
      parts[parts.length - 1] = { text: `${last.text} ${word}` };
    else parts.push({ text: word });
  }
  return parts;
}
