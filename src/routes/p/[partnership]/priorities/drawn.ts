import type { Directness } from '#modules/evidence';
import type { WayToAct } from '#modules/priorities';
import type { FactorId, Names } from '#modules/vocabulary';

/** What the pathways say of how a factor acts, beside the question. */
export function drawnSentence(drawn: Directness, names: Pick<Names, 'factor'>): string {
  switch (drawn.kind) {
    case 'direct':
      return 'The pathways draw a link from it straight to the outcome.';
    case 'indirect':
      return drawn.through.length === 0
        ? 'The pathways draw it as acting by way of a foundation.'
        : `The pathways draw it as acting through ${drawn.through.map(names.factor).join(', ').toLowerCase()}.`;
    case 'not-drawn':
      return 'The pathways do not say how it acts.';
  }
}

/** What stands chosen in the form of a new choice: what the pathways draw, as far as those factors are chosen. */
export function startOf(
  drawn: Directness | null,
  chosen: readonly string[]
): { readonly acts?: WayToAct; readonly serves?: readonly FactorId[] } {
  if (drawn === null || drawn.kind === 'not-drawn') return {};
  if (drawn.kind === 'direct') return { acts: 'directly' };
  return { acts: 'through-another', serves: drawn.through.filter((id) => chosen.includes(id)) };
}
