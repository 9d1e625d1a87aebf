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

export type Match = {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly groups: Record<string, string>;
};

/**
 * Where a pattern with named groups is found. Assumes: the pattern looks for all (flag `g`).
 * The pattern itself is run, from the beginning: `matchAll` would copy it for each text, and a pattern so long is compiled anew each time.
 */
export function matchesOf(text: string, pattern: RegExp): Match[] {
  const matches: Match[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [found] = match;
    const start = match.index;
    matches.push({ start, end: start + found.length, found, groups: { ...match.groups } });
    if (found === '') pattern.lastIndex += 1;
  }
  return matches;
}
