import type { FactorId } from '#modules/vocabulary';
import type { Theme, Voice } from './kinds.ts';
import type { Passage, Quote, Speaker } from './types.ts';
import { speakers } from './types.ts';

/** How much stands behind a theme. */
export type ThemeCount = {
  readonly pieces: number;
  /** Notes and single answers from which the pieces come. */
  readonly sources: number;
  /** Sources by the role of those who spoke, those without any left out. */
  readonly bySpeaker: readonly { readonly speaker: Speaker; readonly sources: number }[];
};

/** Counts the pieces of a theme, and the sources they come from. */
export function countTheme(
  themeId: string,
  passages: readonly Passage[],
  voices: readonly Pick<Voice, 'id' | 'saidBy'>[]
): ThemeCount {
  const pieces = passages.filter((one) => one.themeId === themeId);
  const sources = new Set(pieces.map(({ voiceId }) => voiceId));
  const heard = voices.filter(({ id }) => sources.has(id));
  return {
    pieces: pieces.length,
    sources: sources.size,
    bySpeaker: speakers.flatMap((speaker) => {
      const count = heard.filter(({ saidBy }) => saidBy === speaker).length;
      return count === 0 ? [] : [{ speaker, sources: count }];
    })
  };
}

/** What people say about a factor, as the thread shows it: a theme with what stands behind it, and one quote that is ready. */
export type VoiceAtFactor = {
  readonly themeId: string;
  readonly name: string;
  readonly pieces: number;
  readonly sources: number;
  readonly quote: { readonly words: string; readonly saidBy: Speaker } | null;
};

/** Themes by the factors they speak of, those from most sources first. Themes without a piece say nothing yet and are left out. */
export function themesByFactor(
  themes: readonly Theme[],
  passages: readonly Passage[],
  voices: readonly Pick<Voice, 'id' | 'saidBy'>[],
  quotes: readonly Quote[]
): Map<FactorId, VoiceAtFactor[]> {
  const counted = themes
    .map((theme) => ({ theme, count: countTheme(theme.id, passages, voices) }))
    .filter(({ count }) => count.pieces > 0)
    .toSorted((one, other) => other.count.sources - one.count.sources);
  const byFactor = new Map<FactorId, VoiceAtFactor[]>();
  for (const { theme, count } of counted) {
    const ready = quotes.find((one) => one.themeId === theme.id && one.checkedOn !== null);
    const { pieces, sources } = count;
    const quote = ready === undefined ? null : { words: ready.words, saidBy: ready.saidBy };
    const voice = { themeId: theme.id, name: theme.name, pieces, sources, quote };
    for (const factor of theme.factors) {
      byFactor.set(factor, [...(byFactor.get(factor) ?? []), voice]);
    }
  }
  return byFactor;
}
