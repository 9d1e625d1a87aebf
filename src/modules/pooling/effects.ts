import { logGamma } from './probabilities.ts';
import type { CountsOfTwo, Effect, MeansOfTwo, NoEffect, Studies } from './types.ts';

/** The effect of each study with its variance, as metafor's `escalc` has them by default. */
export function effectsOf(given: Studies): readonly (Effect | NoEffect)[] {
  switch (given.measure) {
    case 'GEN':
      return given.studies;
    case 'OR':
      return given.studies.map(oddsRatio);
    case 'RR':
      return given.studies.map(riskRatio);
    case 'RD':
      return given.studies.map(riskDifference);
    case 'MD':
      return given.studies.map(meanDifference);
    case 'SMD':
      return given.studies.map(standardisedDifference);
  }
}

/** The four cells of a study. Half a person is added to each where one of them is empty, so that no ratio is without end. */
function cells({ events1, total1, events2, total2 }: CountsOfTwo) {
  const bare = [events1, total1 - events1, events2, total2 - events2] as const;
  const more = bare.includes(0) ? 0.5 : 0;
  const [with1, without1, with2, without2] = bare;
  return {
    with1: with1 + more,
    without1: without1 + more,
    with2: with2 + more,
    without2: without2 + more,
    all1: total1 + 2 * more,
    all2: total2 + 2 * more
  };
}

function oddsRatio(study: CountsOfTwo): Effect {
  const { with1, without1, with2, without2 } = cells(study);
  return {
    yi: Math.log((with1 * without2) / (without1 * with2)),
    vi: 1 / with1 + 1 / without1 + 1 / with2 + 1 / without2
  };
}

function riskRatio(study: CountsOfTwo): Effect {
  const { with1, with2, all1, all2 } = cells(study);
  return {
    yi: Math.log(with1 / all1 / (with2 / all2)),
    vi: 1 / with1 - 1 / all1 + 1 / with2 - 1 / all2
  };
}

function riskDifference(study: CountsOfTwo): Effect {
  const { with1, without1, with2, without2, all1, all2 } = cells(study);
  return {
    yi: with1 / all1 - with2 / all2,
    vi: (with1 * without1) / all1 ** 3 + (with2 * without2) / all2 ** 3
  };
}

function meanDifference({ mean1, sd1, n1, mean2, sd2, n2 }: MeansOfTwo): Effect {
  return { yi: mean1 - mean2, vi: sd1 ** 2 / n1 + sd2 ** 2 / n2 };
}

/** Hedges' g with the exact correction for small groups, and its variance for large ones. */
function standardisedDifference({ mean1, sd1, n1, mean2, sd2, n2 }: MeansOfTwo): Effect {
  const freedom = n1 + n2 - 2;
  const spread = Math.sqrt(((n1 - 1) * sd1 ** 2 + (n2 - 1) * sd2 ** 2) / freedom);
  const correction = Math.exp(
    logGamma(freedom / 2) - Math.log(Math.sqrt(freedom / 2)) - logGamma((freedom - 1) / 2)
  );
  const yi = (correction * (mean1 - mean2)) / spread;
  return { yi, vi: 1 / n1 + 1 / n2 + yi ** 2 / (2 * (n1 + n2)) };
}
