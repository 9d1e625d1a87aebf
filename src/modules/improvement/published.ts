/** What a publication says of somebody's improvement work, in words, and nothing that it does not say. */

export type PublishedMeasure = {
  readonly id: string;
  readonly title: string;
  /** As reported; empty where the publication gives none. */
  readonly baseline: string;
  readonly result: string;
  readonly note: string;
  readonly source: string;
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
};

export type PublishedAccount = {
  readonly measures: readonly PublishedMeasure[];
  readonly tests: readonly PublishedTest[];
};

export const notReported = 'Not reported in the publication';

/**
 * The words and addresses of a source, in their order. An address is shown by the name of its site.
 *
 * @example sourceParts('https://a.example/b.pdf As far as it could be read.')
 * // [{ text: 'a.example', href: 'https://a.example/b.pdf' }, { text: 'As far as it could be read.', href: null }]
 */
export function sourceParts(source: string): readonly { text: string; href: string | null }[] {
  return source
    .split(/(https?:\/\/\S+)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const address = /^https?:/.test(part) ? URL.parse(part) : null;
      return { text: address?.hostname ?? part, href: address?.href ?? null };
    });
}
