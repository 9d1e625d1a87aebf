import type { Brand } from '#core/brand';
import type { RecordOf } from '#modules/records';
import type {
  AgeId,
  Confidence,
  EvidenceMatrix,
  FactorId,
  MatrixCell,
  OutcomeId,
  PathwayEnd,
  PathwayLink,
  Pathways,
  Security,
  Spine,
  Strength,
  WhatWorks
} from '#modules/vocabulary';
import type { mattersKind, pathwayLinkKind } from './kinds.ts';

export type RatingId = Brand<string, 'RatingId'>;
export type InsightId = Brand<string, 'InsightId'>;
export type PathwayLinkId = Brand<string, 'PathwayLinkId'>;

/** A partnership's own rating is an answer: whoever does not know leaves that of the pack. */
export const ownStrengths = ['critical', 'strong', 'moderate', 'no-link'] as const;
export type OwnStrength = (typeof ownStrengths)[number];
export const ownSecurities = ['strong', 'mixed', 'none'] as const;
export type OwnSecurity = (typeof ownSecurities)[number];
export const ownConfidences = ['high', 'medium', 'low'] as const;
export type OwnConfidence = (typeof ownConfidences)[number];

export const linkEffects = ['raises', 'lowers'] as const satisfies readonly PathwayLink['effect'][];

type OwnRatingHead = Omit<
  RecordOf<typeof mattersKind>,
  'dimension' | 'outcome' | 'age' | 'strength' | 'createdAt' | 'createdBy' | 'updatedBy'
> & { readonly updatedBy: string };

/** The partnership's own view of how much a factor matters for one outcome at one age. */
export type OwnMatters = OwnRatingHead & {
  readonly dimension: 'matters';
  readonly outcome: OutcomeId;
  readonly age: AgeId;
  readonly strength: OwnStrength;
};

/** The partnership's own view of how secure the evidence is that a factor can be improved. */
export type OwnWorks = OwnRatingHead & {
  readonly dimension: 'works';
  readonly strength: OwnSecurity;
};

export type OwnRating = OwnMatters | OwnWorks;

/**
 * Whose value stands. `own`: the partnership's, over the pack's. `pack`: the published evidence's.
 * `silent`: neither speaks of it, so that it is unknown.
 */
export type Basis = 'own' | 'pack' | 'silent';

/** How much a factor matters for an outcome at an age, as it stands here. Unknown is never no link. */
export type Matters = {
  readonly factor: FactorId;
  readonly outcome: OutcomeId;
  readonly age: AgeId;
  readonly strength: Strength;
  readonly confidence: Confidence;
  readonly basis: Basis;
  readonly own: OwnMatters | null;
  readonly published: MatrixCell | null;
};

export type PublishedWorks = WhatWorks['factors'][number];

/** How secure the evidence is that a factor can be improved, as it stands here. Unknown is not none. */
export type Works = {
  readonly factor: FactorId;
  readonly security: Security;
  readonly confidence: Confidence;
  readonly basis: Basis;
  readonly own: OwnWorks | null;
  readonly published: PublishedWorks | null;
};

/** A link that the partnership itself sees between a factor and another end, beside the published ones. */
export type OwnPathwayLink = Omit<
  RecordOf<typeof pathwayLinkKind>,
  'fromFactor' | 'toKind' | 'toId' | 'createdAt' | 'createdBy' | 'updatedBy'
> & { readonly from: FactorId; readonly to: PathwayEnd; readonly updatedBy: string };

/** Where published evidence comes from, to be printed wherever it is shown. */
export type EvidenceSource = {
  readonly title: string;
  readonly version: string;
  readonly licence: string;
  readonly licenceUrl: string | null;
  readonly attribution: string;
};

/** The published evidence, read and checked. */
export type EvidencePack = {
  readonly source: EvidenceSource;
  readonly matrix: EvidenceMatrix;
  readonly whatWorks: WhatWorks;
  readonly pathways: Pathways;
};

/** All that is known here: the words, the published evidence (where a pack is loaded), and the partnership's own. */
export type Evidence = {
  readonly spine: Spine;
  readonly pack: EvidencePack | null;
  readonly ratings: readonly OwnRating[];
};

/** One column of the matrix. */
export type MatrixColumn = {
  /** `communication.months-8-36`; also the name to sort by. */
  readonly key: string;
  readonly outcome: OutcomeId;
  readonly age: AgeId;
};

/** One row of the matrix: a factor, its cell for every column, and what works beside it. */
export type MatrixRow = {
  readonly factor: FactorId;
  readonly title: string;
  readonly group: string;
  readonly cells: readonly Matters[];
  readonly works: Works;
};

/** What another module sees of the evidence for one factor, for one outcome at one age. */
export type FactorEvidence = {
  readonly matters: Matters;
  readonly works: Works;
  readonly insights: number;
};
