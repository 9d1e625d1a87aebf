import { err, ok, type Result } from '#core/result';
import {
  chiSquareUpper,
  normal95,
  normalBothTails,
  student95,
  studentBothTails
} from './probabilities.ts';
import type { Effect, Fit, PoolingMethod, PoolingProblem } from './types.ts';

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Weights, their sum and the mean of the effects by them. */
function weighed(effects: readonly Effect[], tau2: number) {
  const weights = effects.map(({ vi }) => 1 / (vi + tau2));
  const total = sumOf(weights);
  const estimate = sumOf(effects.map(({ yi }, at) => (weights[at] ?? 0) * yi)) / total;
  return { weights, total, estimate };
}

/** How far the effects lie from their mean, squared and weighed. */
function distance(effects: readonly Effect[], weights: readonly number[], mean: number): number {
  return sumOf(effects.map(({ yi }, at) => (weights[at] ?? 0) * (yi - mean) ** 2));
}

/**
 * Fits one model to the effects, as metafor's `rma` does, with an interval of 95%.
 * Refuses: restricted maximum likelihood that does not settle.
 * Assumes: at least one effect, each with a variance above 0.
 */
export function fitModel(
  effects: readonly Effect[],
  method: PoolingMethod,
  hartungKnapp: boolean
): Result<Fit, PoolingProblem> {
  const k = effects.length;
  const common = weighed(effects, 0);
  const q = k === 1 ? 0 : distance(effects, common.weights, common.estimate);
  const tau2 = method === 'FE' || k === 1 ? 0 : spreadBetween(effects, method, q, common.weights);
  if (tau2 === null) return err({ kind: 'not-converged' });
  const { weights, total, estimate } = weighed(effects, tau2);
  const byStudent = hartungKnapp && k > 1;
  const se = Math.sqrt((byStudent ? adjustment(effects, weights, estimate) : 1) / total);
  const statistic = estimate / se;
  const reach = byStudent ? student95(k - 1) : normal95;
  const ahead = reach * Math.sqrt(se ** 2 + tau2);
  const percent = weights.map((weight) => (100 * weight) / total);
  return ok({
    method,
    hartungKnapp,
    k,
    estimate,
    se,
    statistic,
    p: byStudent ? studentBothTails(statistic, k - 1) : normalBothTails(statistic),
    ciLower: estimate - reach * se,
    ciUpper: estimate + reach * se,
    piLower: method === 'FE' ? [] : estimate - ahead,
    piUpper: method === 'FE' ? [] : estimate + ahead,
    tau2,
    ...unlikeness(method, k, q, tau2, common.weights),
    q,
    qp: k === 1 ? 1 : chiSquareUpper(q, k - 1),
    weightsPercent: k === 1 ? 100 : percent
  });
}

/** Hartung and Knapp's factor. Effects that are all the same would make an interval of no width, so that they are given the ordinary one. */
function adjustment(
  effects: readonly Effect[],
  weights: readonly number[],
  estimate: number
): number {
  const spread = distance(effects, weights, estimate);
  return spread <= Number.EPSILON ? 1 : spread / (effects.length - 1);
}

/** How much of the variation is between places. For a common effect from Q alone; else from the variance between and a typical one within. */
function unlikeness(
  method: PoolingMethod,
  k: number,
  q: number,
  tau2: number,
  weights: readonly number[]
): Pick<Fit, 'i2' | 'h2'> {
  if (k === 1) return { i2: 0, h2: 1 };
  if (method === 'FE') {
    return { i2: q === 0 ? 0 : Math.max(0, (100 * (q - (k - 1))) / q), h2: q / (k - 1) };
  }
  const within = ((k - 1) * sumOf(weights)) / squareLessSquares(weights);
  return { i2: (100 * tau2) / (within + tau2), h2: tau2 / within + 1 };
}

/** (Σw)² − Σw², without taking two large figures from each other: twice the sum of the products of pairs. */
function squareLessSquares(weights: readonly number[]): number {
  let [sum, pairs] = [0, 0];
  for (const weight of weights) {
    pairs += weight * sum;
    sum += weight;
  }
  return 2 * pairs;
}

function spreadBetween(
  effects: readonly Effect[],
  method: Exclude<PoolingMethod, 'FE'>,
  q: number,
  weights: readonly number[]
): number | null {
  return method === 'DL' ? fromQ(q, weights) : byLikelihood(effects);
}

/** DerSimonian and Laird: what Q has beyond its expectation. */
function fromQ(q: number, weights: readonly number[]): number {
  return Math.max(0, ((q - (weights.length - 1)) * sumOf(weights)) / squareLessSquares(weights));
}

const settled = 1e-13;
const mostSteps = 1000;

/**
 * Restricted maximum likelihood by Fisher's scoring, from Hedges' estimate. A step that would lower the likelihood is halved, so that it rises
 * until it settles. `null` where it does not.
 */
function byLikelihood(effects: readonly Effect[]): number | null {
  const k = effects.length;
  const mean = sumOf(effects.map(({ yi }) => yi)) / k;
  const variance = sumOf(effects.map(({ yi }) => (yi - mean) ** 2)) / (k - 1);
  const scale = sumOf(effects.map(({ vi }) => vi)) / k;
  let tau2 = Math.max(0, variance - scale);
  let height = logLikelihood(effects, tau2);
  for (let step = 0; step < mostSteps; step++) {
    let move = scoringStep(effects, tau2);
    let next = Math.max(0, tau2 + move);
    let nextHeight = logLikelihood(effects, next);
    // Twenty halvings leave a millionth of the step.
    for (let half = 0; half < 20 && nextHeight < height; half++) {
      move /= 2;
      next = Math.max(0, tau2 + move);
      nextHeight = logLikelihood(effects, next);
    }
    const moved = Math.abs(next - tau2);
    [tau2, height] = [next, nextHeight];
    if (moved <= settled * (tau2 + scale)) return tau2;
  }
  return null;
}

/** Score over expected information, for the variance between places. */
function scoringStep(effects: readonly Effect[], tau2: number): number {
  const { weights, total, estimate } = weighed(effects, tau2);
  const squares = sumOf(weights.map((weight) => weight ** 2));
  const cubes = sumOf(weights.map((weight) => weight ** 3));
  const far = sumOf(effects.map(({ yi }, at) => ((weights[at] ?? 0) * (yi - estimate)) ** 2));
  const trace = total - squares / total;
  const traceOfSquare = squares - (2 * cubes) / total + (squares / total) ** 2;
  return (far - trace) / traceOfSquare;
}

function logLikelihood(effects: readonly Effect[], tau2: number): number {
  const { weights, total, estimate } = weighed(effects, tau2);
  const logs = sumOf(weights.map(Math.log));
  return 0.5 * (logs - Math.log(total) - distance(effects, weights, estimate));
}
