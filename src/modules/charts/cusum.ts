/** Cumulative sums for rare yes-or-no events, case by case. */
import { err, ok, type Result } from '#core/result';
import type { ChartProblem } from './types.ts';

export interface CusumSettings {
  /** A rate below 1, the number of first cases to take the rate from, or null for all cases. */
  readonly target: number | null;
  /** The change to look for, as a ratio of odds. 2 finds a doubling and a halving. */
  readonly oddsRatio?: number;
  /** How far the sum may go before it signals. 3.5 by default. */
  readonly limit?: number;
}

export interface Cusum {
  /** Rates are proportions from 0 to 1. */
  readonly baseRate: number;
  readonly raisedRate: number;
  readonly loweredRate: number;
  readonly limit: number;
  /** Evidence for the raised rate after each case, from 0 upwards. */
  readonly up: readonly number[];
  /** Evidence for the lowered rate after each case, from 0 downwards. */
  readonly down: readonly number[];
  readonly signalUp: readonly boolean[];
  readonly signalDown: readonly boolean[];
}

/**
 * Bernoulli CUSUM: adds up, case by case, how much better a raised (or lowered) rate explains
 * what was seen; the sum starts again after a signal or when it would pass zero.
 *
 * Units: `outcomes` are 0 (no) or 1 (yes), one per case in the order of time.
 * Assumes: cases independent of each other.
 * Refuses: other outcomes, no case, a base rate of 0 or 1.
 * Source: Neuburger and others (2017), BMJ Quality & Safety 26(11), 919–928.
 *
 * @example bernoulliCusum([0, 0, 1], { target: 0.5, oddsRatio: 2 }) // up ends at ln(4/3)
 */
export function bernoulliCusum(
  outcomes: readonly number[],
  settings: CusumSettings
): Result<Cusum, ChartProblem> {
  const { target, oddsRatio = 2, limit = 3.5 } = settings;
  if (outcomes.length === 0) return err({ kind: 'no-points' });
  const wrong = outcomes.findIndex((outcome) => outcome !== 0 && outcome !== 1);
  if (wrong >= 0) return err({ kind: 'not-yes-or-no', position: wrong + 1 });
  if (!(oddsRatio > 0)) return err({ kind: 'bad-setting', field: 'oddsRatio' });
  if (!(limit > 0)) return err({ kind: 'bad-setting', field: 'limit' });

  const firstCases = target === null ? outcomes.length : target;
  const first = outcomes.slice(0, firstCases);
  const baseRate =
    target !== null && target < 1 ? target : first.reduce((a, b) => a + b, 0) / first.length;
  if (!(baseRate > 0 && baseRate < 1)) return err({ kind: 'rate-out-of-range', given: baseRate });
  const odds = baseRate / (1 - baseRate);
  const raisedRate = (odds * oddsRatio) / (1 + odds * oddsRatio);
  const loweredRate = odds / oddsRatio / (1 + odds / oddsRatio);

  const weigh = (rate: number, outcome: number) =>
    outcome * Math.log(rate / baseRate) + (1 - outcome) * Math.log((1 - rate) / (1 - baseRate));
  const up: number[] = [];
  const down: number[] = [];
  const signalUp: boolean[] = [];
  const signalDown: boolean[] = [];
  let above = 0;
  let below = 0;
  for (const outcome of outcomes) {
    const higher = above + weigh(raisedRate, outcome);
    const lower = below - weigh(loweredRate, outcome);
    signalUp.push(higher >= limit);
    signalDown.push(lower <= -limit);
    above = higher > 0 && higher <= limit ? higher : 0;
    below = lower < 0 && lower >= -limit ? lower : 0;
    up.push(above);
    down.push(below);
  }
  return ok({ baseRate, raisedRate, loweredRate, limit, up, down, signalUp, signalDown });
}
