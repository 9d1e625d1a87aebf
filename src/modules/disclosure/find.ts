/** What kinds of personal detail the scanner looks for. */
export const findKinds = [
  'nhs-number',
  'chi-number',
  'upn',
  'scn',
  'nino',
  'date-of-birth',
  'postcode',
  'phone',
  'email',
  'one-child'
] as const;
export type FindKind = (typeof findKinds)[number];

/**
 * One personal detail in a text: what it is, and where. `start` and `end` count UTF-16 units from zero, as
 * `text.slice(start, end)` does. The detail itself is not repeated, so that a find may be logged.
 */
export type Find = { readonly kind: FindKind; readonly start: number; readonly end: number };

/** Blanks and dashes that people type inside a number, as the inside of a character class. */
export const blanks = ' \\u00a0\\u2007\\u2009\\u202f';
export const dashes = '\\u002d\\u2010-\\u2015\\u2212';

/** Where a pattern with named groups is found. */
export function* matchesOf(
  text: string,
  pattern: RegExp
): Generator<{ start: number; end: number; found: string; groups: Record<string, string> }> {
  for (const match of text.matchAll(pattern)) {
    const [found] = match;
    yield {
      start: match.index,
      end: match.index + found.length,
      found,
      groups: { ...match.groups }
    };
  }
}
