import type { Passage } from './types.ts';

/** A sentence of what was said; `paragraph` counts from zero. */
export type Sentence = { readonly text: string; readonly paragraph: number };

/**
 * What was said, sentence by sentence. A sentence ends at `.`, `!`, `?` or `…` (with a closing mark after it) where space and
 * then a capital, a figure or an opening mark follow; a line ends one too.
 * Assumes: nothing of the language. It is our own rule, and it stays as it is, because passages are kept by the number of their
 * sentences.
 *
 * @example
 * sentencesOf('We sing. He laughs!') // two sentences of paragraph 0
 */
export function sentencesOf(words: string): Sentence[] {
  return words
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .flatMap((line, paragraph) =>
      line
        .split(/(?<=[.!?…]["'”’)\]]*)\s+(?=["'“‘([]*[\p{Lu}\p{N}])/u)
        .map((text) => ({ text: text.trim(), paragraph }))
    );
}

/** Chosen sentences as runs of neighbours: what was ticked side by side is one passage. */
export function runsOf(chosen: readonly number[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const place of [...new Set(chosen)].sort((one, other) => one - other)) {
    const open = runs.at(-1);
    if (open !== undefined && open.last === place - 1) open.last = place;
    else runs.push({ first: place, last: place });
  }
  return runs;
}

/** The words of a passage; empty where they were erased. */
export function passageWords(
  words: string,
  { first, last }: Pick<Passage, 'first' | 'last'>
): string {
  return sentencesOf(words)
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ');
}
