/**
 * Automatic re-phasing of a run chart, as a suggestion: after a long run on one side of the
 * median the run makes the next median. A person who knows what changed decides.
 *
 * Source: Runcharter (a function of the R package of that name); the Making Data Count
 * programme advises against redrawing without knowing why.
 */
import { err, ok, type Result } from '#core/result';
import type { ChartProblem } from './types.ts';
import { median } from './figures/sums.ts';

export interface RephaseSettings {
  /** Points that make the first median; 13 by default. */
  readonly baselinePoints?: number;
  /** Useful points in a row that make a new one; 9 by default. */
  readonly runLength?: number;
  readonly direction?: 'above' | 'below' | 'both';
}

/** A stretch with its own median. Positions count from 1, and `extendsTo` is where its line ends. */
export interface MedianStretch {
  readonly kind: 'baseline' | 'sustained';
  readonly median: number;
  readonly from: number;
  readonly to: number;
  readonly extendsTo: number;
}

/**
 * The baseline median and every sustained run after it, in the order of time.
 *
 * Units: `values` in time order, `NaN` where missing (passed over).
 * Assumes: points on the current median neither break nor lengthen a run.
 * Refuses: fewer points than the baseline and one run need.
 *
 * @example findSustainedRuns(values, { baselinePoints: 13, runLength: 9, direction: 'above' })
 */
export function findSustainedRuns(
  values: Float64Array,
  settings: RephaseSettings
): Result<readonly MedianStretch[], ChartProblem> {
  const { baselinePoints = 13, runLength = 9, direction = 'both' } = settings;
  const given = values.length;
  if (given < baselinePoints + runLength) {
    return err({ kind: 'too-few-points', needed: baselinePoints + runLength, given });
  }
  const scratch = new Float64Array(given);
  let middle = median(values, 0, baselinePoints, scratch);
  const found = [{ kind: 'baseline' as const, median: middle, from: 1, to: baselinePoints }];
  const stretches: Omit<MedianStretch, 'extendsTo'>[] = [...found];
  let next = baselinePoints;
  while (given - next >= runLength) {
    const run = firstRun(values, next, middle, runLength, direction);
    if (!run) break;
    run.forEach((i, at) => (scratch[at] = values[i] as number)); // i is inside the values
    const copy = Float64Array.from(scratch.subarray(0, run.length));
    middle = median(copy, 0, copy.length, scratch);
    const first = run[0] as number; // a run has runLength points
    const last = run.at(-1) as number;
    stretches.push({ kind: 'sustained', median: middle, from: first + 1, to: last + 1 });
    next = last + 1;
  }
  return ok(
    stretches.map((stretch, i) => ({ ...stretch, extendsTo: stretches[i + 1]?.from ?? given }))
  );
}

/** Indices of the first `length` useful points in a row on a wanted side. */
function firstRun(
  values: Float64Array,
  start: number,
  middle: number,
  length: number,
  direction: 'above' | 'below' | 'both'
): number[] | null {
  let run: number[] = [];
  let before = 0;
  for (let i = start; i < values.length; i++) {
    const side = Math.sign((values[i] as number) - middle); // i is inside the values
    if (side !== 1 && side !== -1) continue; // on the median, or missing
    if (side !== before) run = [];
    before = side;
    if (direction === (side > 0 ? 'below' : 'above')) continue;
    run.push(i);
    if (run.length === length) return run;
  }
  return null;
}
