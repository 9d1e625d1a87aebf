import type {
  AgeId,
  Confidence,
  EvidenceMatrix,
  FactorId,
  MatrixCell,
  OutcomeId,
  Security,
  Spine,
  Strength,
  WhatWorks
} from '#modules/vocabulary';
import type { Matters, OwnMatters, OwnRating, OwnWorks, Works } from './types.ts';

/**
 * How much a factor matters for an outcome at an age, as it stands in this partnership: its own rating where it gave one,
 * else what the matrix says, else unknown. What stands beneath an own rating stays visible in `published`.
 *
 * Assumes: at most one own rating for each factor, outcome and age (held by the database).
 * Refuses: nothing. Where neither speaks of it, the answer is `unknown` with basis `silent`, never `no-link`.
 *
 * @example
 * strengthOf(null, [], 'schools', 'numeracy', 'months-0-11').strength // 'unknown'
 */
export function strengthOf(
  matrix: EvidenceMatrix | null,
  ratings: readonly OwnRating[],
  factor: FactorId,
  outcome: OutcomeId,
  age: AgeId
): Matters {
  const published =
    matrix === null ? null : (cellsOf(matrix).get(`${outcome}/${age}/${factor}`) ?? null);
  const own =
    ratings.find(
      (rating): rating is OwnMatters =>
        rating.dimension === 'matters' &&
        rating.factor === factor &&
        rating.outcome === outcome &&
        rating.age === age
    ) ?? null;
  const held = own ?? published;
  return {
    factor,
    outcome,
    age,
    strength: held?.strength ?? 'unknown',
    confidence: held?.confidence ?? 'none',
    basis: own ? 'own' : published ? 'pack' : 'silent',
    own,
    published
  };
}

const cellsByPlace = new WeakMap<EvidenceMatrix, ReadonlyMap<string, MatrixCell>>();

/** The cells of a matrix by outcome, age and factor, put in order once for each matrix that was read. */
function cellsOf(matrix: EvidenceMatrix): ReadonlyMap<string, MatrixCell> {
  const known = cellsByPlace.get(matrix);
  if (known !== undefined) return known;
  const cells = new Map(
    matrix.cells.map((cell) => [`${cell.outcome}/${cell.age}/${cell.factor}`, cell])
  );
  cellsByPlace.set(matrix, cells);
  return cells;
}

/** How secure the evidence is that a factor can be improved: the partnership's own rating, else the pack's, else unknown. */
export function worksOf(
  whatWorks: WhatWorks | null,
  ratings: readonly OwnRating[],
  factor: FactorId
): Works {
  const published = whatWorks?.factors.find((each) => each.factor === factor) ?? null;
  const own =
    ratings.find(
      (rating): rating is OwnWorks => rating.dimension === 'works' && rating.factor === factor
    ) ?? null;
  return {
    factor,
    security: own?.strength ?? published?.security ?? 'unknown',
    confidence: own?.confidence ?? published?.confidence ?? 'none',
    basis: own ? 'own' : published ? 'pack' : 'silent',
    own,
    published
  };
}

/**
 * Stones out of three for how much something matters; null is unknown.
 * Drawn as null, never as 0: an unreadable mark says nothing about the absence of a link.
 */
export const stonesOfStrength: Readonly<Record<Strength, 0 | 1 | 2 | 3 | null>> = {
  critical: 3,
  strong: 2,
  moderate: 1,
  'no-link': 0,
  unknown: null
};

/** Stones out of three for how secure the evidence of what works is; null is unknown. */
export const stonesOfSecurity: Readonly<Record<Security, 0 | 1 | 2 | 3 | null>> = {
  strong: 3,
  mixed: 1,
  none: 0,
  unknown: null
};

/** Rank for sorting, strongest first. Unknown stands before no link, for it may turn out to be anything. */
const strengthRank: Readonly<Record<Strength, number>> = {
  critical: 4,
  strong: 3,
  moderate: 2,
  unknown: 1,
  'no-link': 0
};
const securityRank: Readonly<Record<Security, number>> = {
  strong: 3,
  mixed: 2,
  unknown: 1,
  none: 0
};
const confidenceRank: Readonly<Record<Confidence, number>> = {
  high: 3,
  medium: 2,
  low: 1,
  none: 0
};

/** Strongest first; among equals the one we are surer of. For `Array.sort`. */
export function compareMatters(one: Matters, other: Matters): number {
  return (
    strengthRank[other.strength] - strengthRank[one.strength] ||
    confidenceRank[other.confidence] - confidenceRank[one.confidence]
  );
}

/** Most secure first; among equals the one we are surer of. For `Array.sort`. */
export function compareWorks(one: Works, other: Works): number {
  return (
    securityRank[other.security] - securityRank[one.security] ||
    confidenceRank[other.confidence] - confidenceRank[one.confidence]
  );
}

/** Whether a factor is said to matter greatly: critical or strong. Unknown is not counted, and not counted against it. */
export function mattersGreatly(matters: Matters): boolean {
  return matters.strength === 'critical' || matters.strength === 'strong';
}

/**
 * Which outcome and age to show before anyone has chosen: the first primary outcome, at the age for which most of its
 * cells name a link that we hold with at least medium confidence. The earlier age where two are equal.
 */
export function firstChoice(
  spine: Spine,
  matrix: EvidenceMatrix | null,
  preferred?: OutcomeId
): { readonly outcome: OutcomeId; readonly age: AgeId } {
  const outcome =
    spine.outcomes.find((each) => each.id === preferred) ??
    spine.outcomes.find((each) => each.kind === 'primary') ??
    spine.outcomes[0];
  const clearLinks = (age: AgeId): number =>
    (matrix?.cells ?? []).filter(
      (cell) =>
        cell.outcome === outcome?.id &&
        cell.age === age &&
        cell.strength !== 'no-link' &&
        confidenceRank[cell.confidence] >= confidenceRank.medium
    ).length;
  const age = spine.ages.reduce((best, each) =>
    clearLinks(each.id) > clearLinks(best.id) ? each : best
  );
  if (outcome === undefined) throw new Error('The spine has no outcomes');
  return { outcome: outcome.id, age: age.id };
}
