import { plainHeading } from '#core/columns';
import type { FactorId, Spine } from '#modules/vocabulary';
import type { ServiceDetails } from './types.ts';

/** That a service may address a factor, and why: the word that says so, and where it stands. */
export type FactorSuggestion = {
  readonly factor: FactorId;
  readonly word: string;
  readonly field: SuggestingField;
};

const suggestingFields = ['name', 'type', 'tags', 'description'] as const;
export type SuggestingField = (typeof suggestingFields)[number];

type Phrase = { readonly words: readonly string[]; readonly factors: readonly FactorId[] };

/** The words of the vocabulary by which services are known, ready to be looked for. */
export class FactorWords {
  readonly #byFirst = new Map<string, Phrase[]>();

  constructor(factors: readonly Pick<Spine['factors'][number], 'id' | 'title' | 'words'>[]) {
    const phrases = new Map<string, FactorId[]>();
    for (const { id, title, words = [] } of factors) {
      for (const plain of new Set([title, ...words].map(plainHeading))) {
        phrases.set(plain, [...(phrases.get(plain) ?? []), id]);
      }
    }
    for (const [plain, ids] of phrases) {
      const words = plain.split(' ');
      const [first = ''] = words;
      const same = [...(this.#byFirst.get(first) ?? []), { words, factors: ids }];
      this.#byFirst.set(
        first,
        same.sort((one, other) => other.words.length - one.words.length)
      );
    }
  }

  /** The words of the vocabulary in a text, in their order. Where one stands within a longer one, the longer one counts alone. */
  in(text: string): { word: string; factors: readonly FactorId[] }[] {
    const tokens = plainHeading(text).split(' ');
    const found: { word: string; factors: readonly FactorId[] }[] = [];
    for (let at = 0; at < tokens.length;) {
      const phrase = this.#byFirst
        .get(tokens[at] ?? '')
        ?.find(({ words }) => words.every((word, index) => tokens[at + index] === word));
      if (phrase !== undefined)
        found.push({ word: phrase.words.join(' '), factors: phrase.factors });
      at += phrase?.words.length ?? 1;
    }
    return found;
  }
}

/**
 * Which factors a service may address, by the words of the vocabulary in its name, its type, its tags and its description: each factor
 * once, with the first word that says so. A whole word has to stand there; nothing is weighed and nothing guessed.
 * It only suggests: a service is tied by somebody.
 */
export function suggestFactors(
  service: Pick<ServiceDetails, SuggestingField>,
  words: FactorWords
): FactorSuggestion[] {
  const found = new Map<FactorId, FactorSuggestion>();
  for (const field of suggestingFields) {
    for (const { word, factors } of [service[field]].flat().flatMap((text) => words.in(text))) {
      for (const factor of factors)
        if (!found.has(factor)) found.set(factor, { factor, word, field });
    }
  }
  return [...found.values()];
}
