import type { Analysis } from './types.ts';

/** So many of the latest values tell on which side of the centre line a process now lies; a usual length of a shift. */
const latestValues = 6;

/**
 * On which side of the centre line a chart lies now: the median of its latest six included values against the centre of
 * the latest phase, in the direction that is better. `null` where neither direction is better, or there is nothing to compare.
 *
 * About a median that all values make, one lasting shift shows as a run on one side and then a run on the other. Therefore
 * the latest values decide what a signal means today, not the direction of the signal.
 */
export function latestSide(analysis: Analysis): 'better' | 'worse' | 'same' | null {
  const { improvement, phases, points } = analysis;
  const phase = phases.at(-1);
  if (improvement === 'neutral' || phase === undefined || phase.centre === null) return null;
  const latest = points
    .filter((point) => point.phase === phase.phase && point.included)
    .flatMap(({ value }) => value ?? [])
    .slice(-latestValues);
  if (latest.length === 0) return null;
  const difference = medianOf(latest) - phase.centre;
  if (difference === 0) return 'same';
  return difference > 0 === (improvement === 'increase') ? 'better' : 'worse';
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (lower + upper) / 2;
}
