import type { FactorId } from '#modules/vocabulary';
import type { DataSource } from './kinds.ts';

/** What the library needs to know of an indicator that is followed. Whoever has it hands it in. */
export type FollowedFigure = {
  readonly id: string;
  readonly kind: 'open' | 'own';
  readonly plainTitle: string;
  readonly source: string;
  readonly factors: readonly FactorId[];
  readonly updatedAt: Date | null;
};

/** Figures that are followed, by where they come from. */
export type FigureSource = {
  readonly source: string;
  readonly kind: 'open' | 'own';
  readonly figures: readonly FollowedFigure[];
  readonly factors: readonly FactorId[];
  /** When the newest of its figures was brought up to date; null when none has been. */
  readonly updatedAt: Date | null;
};

/** Followed figures put together by publisher and publication: published ones first, then by name. */
export function figureSources(followed: readonly FollowedFigure[]): FigureSource[] {
  const bySource = Map.groupBy(followed, (figure) => `${figure.kind} ${figure.source}`);
  return [...bySource.values()]
    .map((figures) => ({
      source: figures[0]?.source ?? '',
      kind: figures[0]?.kind ?? 'own',
      figures,
      factors: [...new Set(figures.flatMap((figure) => figure.factors))],
      updatedAt: figures
        .map((figure) => figure.updatedAt)
        .reduce(
          (one, other) => (one === null || (other !== null && other > one) ? other : one),
          null
        )
    }))
    .toSorted(
      (one, other) =>
        Number(one.kind === 'own') - Number(other.kind === 'own') ||
        one.source.localeCompare(other.source, 'en-GB')
    );
}

/**
 * The factors of which neither a source of the library nor a followed figure tells anything, in the order of the spine.
 * A factor without data is not a factor without need.
 */
export function factorsWithoutSource<Factor extends { readonly id: FactorId }>(
  factors: readonly Factor[],
  sources: readonly Pick<DataSource, 'factors'>[],
  followed: readonly Pick<FollowedFigure, 'factors'>[]
): Factor[] {
  const told = new Set([...sources, ...followed].flatMap((one) => one.factors));
  return factors.filter((factor) => !told.has(factor.id));
}

/** Only what tells of a factor; everything when the factor is empty. */
export function tellingOf<Source extends { readonly factors: readonly FactorId[] }>(
  sources: readonly Source[],
  factor: string
): Source[] {
  return sources.filter((source) => factor === '' || source.factors.some((id) => id === factor));
}
