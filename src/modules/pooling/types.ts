/** How effects are measured. Ratios are on the natural-log scale. */
export type EffectMeasure =
  /** Odds ratio, risk ratio and risk difference of two counts out of two totals. */
  | 'OR'
  | 'RR'
  | 'RD'
  /** Difference of two means; the same in standard deviations, corrected for small groups (Hedges' g). */
  | 'MD'
  | 'SMD'
  /** An effect and its variance, calculated elsewhere. */
  | 'GEN';

/** Counts with the change (1) and without (2). */
export type CountsOfTwo = {
  readonly events1: number;
  readonly total1: number;
  readonly events2: number;
  readonly total2: number;
};

/** Means, standard deviations and numbers with the change (1) and without (2). */
export type MeansOfTwo = {
  readonly mean1: number;
  readonly sd1: number;
  readonly n1: number;
  readonly mean2: number;
  readonly sd2: number;
  readonly n2: number;
};

/** An effect with the variance of its sampling. */
export type Effect = { readonly yi: number; readonly vi: number };

/** What stands where a study has no effect; it takes no part. */
export type NoEffect = { readonly yi: null; readonly vi: null };

/** The studies of one pooling, all measured alike. */
export type Studies =
  | { readonly measure: 'OR' | 'RR' | 'RD'; readonly studies: readonly CountsOfTwo[] }
  | { readonly measure: 'MD' | 'SMD'; readonly studies: readonly MeansOfTwo[] }
  | { readonly measure: 'GEN'; readonly studies: readonly (Effect | NoEffect)[] };

/** What is wrong with what was sent. `study` counts from 1. */
export type PoolingProblem =
  | { readonly kind: 'not-studies'; readonly at: string }
  | { readonly kind: 'no-studies' }
  | { readonly kind: 'not-counted'; readonly study: number; readonly field: string }
  | { readonly kind: 'more-than-all'; readonly study: number; readonly arm: 1 | 2 }
  | { readonly kind: 'not-positive'; readonly study: number; readonly field: string }
  | { readonly kind: 'negative'; readonly study: number; readonly field: string }
  | { readonly kind: 'no-uncertainty'; readonly study: number }
  | { readonly kind: 'not-converged' };

/** Common effect; random effects with the spread after DerSimonian and Laird, or by restricted maximum likelihood. */
export type PoolingMethod = 'FE' | 'DL' | 'REML';

/** One model fitted to the effects, in the words and shape of the reference. */
export type Fit = {
  readonly method: PoolingMethod;
  /** Whether the interval is Hartung and Knapp's, by Student's t. */
  readonly hartungKnapp: boolean;
  /** Studies that took part. */
  readonly k: number;
  readonly estimate: number;
  readonly se: number;
  readonly statistic: number;
  readonly p: number;
  readonly ciLower: number;
  readonly ciUpper: number;
  /** Where the effect in a new place would lie. Empty for a common effect, as there is no spread between places. */
  readonly piLower: number | readonly [];
  readonly piUpper: number | readonly [];
  /** Variance between places. */
  readonly tau2: number;
  /** Percent of the variation that is between places. */
  readonly i2: number;
  readonly h2: number;
  /** Cochran's Q and its p-value: whether chance alone could part the places so. */
  readonly q: number;
  readonly qp: number;
  /** Percent; of one study alone the number itself. */
  readonly weightsPercent: number | readonly number[];
};

export type Pooled = {
  readonly effects: readonly (Effect | NoEffect)[];
  readonly fits: readonly Fit[];
};
