/** Pooling what several places found: effects, their mean, their spread and how far it could be otherwise. */
export { poolStudies } from './pool.ts';
export { poolingProblemSentence, readStudies } from './read-studies.ts';
export type {
  CountsOfTwo,
  Effect,
  EffectMeasure,
  Fit,
  MeansOfTwo,
  NoEffect,
  Pooled,
  PoolingMethod,
  PoolingProblem,
  Studies
} from './types.ts';
