/** A word for one thing and for several: `['aim', 'aims']`. */
export type OneAndMany = readonly [one: string, many: string];

/**
 * How many of all, with the verb that goes with it. Of one thing, and of one out of several, the verb is that of one.
 * Of nothing at all no number is said.
 *
 * @example
 * partOfAll(2, 5, ['aim', 'aims'], ['is', 'are']) // '2 of 5 aims are'
 * partOfAll(0, 1, ['aim', 'aims'], ['is', 'are']) // '0 of 1 aim is'
 * partOfAll(0, 0, ['aim', 'aims'], ['is', 'are']) // 'no aim is'
 */
export function partOfAll(
  part: number,
  all: number,
  [one, many]: OneAndMany,
  [does, do_]: OneAndMany
): string {
  if (all === 0) return `no ${one} ${does}`;
  return `${part} of ${all} ${all === 1 ? one : many} ${part === 1 || all === 1 ? does : do_}`;
}

/** A sentence with a capital at its beginning, whatever it begins with. */
export function asSentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en-GB') + words.slice(1);
}
