import { getContext, setContext } from 'svelte';
import type { LinkedWord } from '#core/linked-words';

/** The words that a place explains, the address of the page that does, and those that the page at hand has linked. */
export type Explained = {
  readonly words: readonly LinkedWord[];
  readonly at: string;
  readonly seen: Set<string>;
};

const key = Symbol('explained');

/** Hands the words of the field to texts. Assumes a page is drawn once, on the server: `seen` is of one page. */
export function shareExplained(words: readonly LinkedWord[], at: string): void {
  setContext<Explained>(key, { words, at, seen: new Set() });
}

/** The words of the field where one is in a place, else none. */
export function explained(): Explained | undefined {
  return getContext<Explained | undefined>(key);
}
