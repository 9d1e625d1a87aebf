import type { AgeId, FactorId } from '#modules/vocabulary';
import type { ServiceId, StageId } from './types.ts';

/** A service as far as coverage is concerned. */
export type CoveringService = {
  readonly id: ServiceId;
  readonly name: string;
  readonly organisation: string;
  readonly ages: readonly AgeId[];
  readonly stage: StageId | null;
};

/** Services for the same factor, age and stage. */
export type Overlap = {
  readonly age: AgeId;
  /** Null where none of them says for whom it is. */
  readonly stage: StageId | null;
  readonly services: readonly CoveringService[];
};

export type CoverageRow = {
  readonly factor: FactorId;
  readonly services: readonly CoveringService[];
  /** Different organisations by name; services that name none are not counted. */
  readonly organisationCount: number;
  /** The largest overlap; null when there is none, or ages are not known. */
  readonly overlap: Overlap | null;
  readonly reading: 'gap' | 'one' | 'several' | 'overlap';
};

/**
 * For each factor, which services address it, and whether they do so for the same families: a *gap* is a factor without a service, an
 * *overlap* more than one service for the same age band and stage. Neither is a fault by itself: the factor may matter little, and
 * two groups may serve two ends of a town.
 *
 * Assumes: `tied` holds active services only, one entry a service and factor.
 * Refuses nothing; a service whose ages are not known is counted, but in no overlap.
 */
export function coverageOf(
  factors: readonly FactorId[],
  ages: readonly AgeId[],
  tied: readonly (CoveringService & { readonly factor: FactorId })[]
): CoverageRow[] {
  const byFactor = new Map<FactorId, CoveringService[]>(factors.map((factor) => [factor, []]));
  for (const { factor, ...service } of tied) byFactor.get(factor)?.push(service);
  return factors.map((factor) => {
    const services = byFactor.get(factor) ?? [];
    const named = services.map((one) => one.organisation).filter((name) => name !== '');
    const overlap = largestOverlap(services, ages);
    return {
      factor,
      services,
      organisationCount: new Set(named.map((name) => name.toLowerCase())).size,
      overlap,
      reading:
        services.length === 0
          ? 'gap'
          : services.length === 1
            ? 'one'
            : overlap === null
              ? 'several'
              : 'overlap'
    };
  });
}

/** The first of the largest groups of services that share an age band and a stage. */
function largestOverlap(
  services: readonly CoveringService[],
  ages: readonly AgeId[]
): Overlap | null {
  let largest: Overlap | null = null;
  for (const age of ages) {
    const forAge = services.filter((one) => one.ages.includes(age));
    for (const stage of new Set(forAge.map((one) => one.stage))) {
      const same = forAge.filter((one) => one.stage === stage);
      if (same.length > Math.max(1, largest?.services.length ?? 0)) {
        largest = { age, stage, services: same };
      }
    }
  }
  return largest;
}
