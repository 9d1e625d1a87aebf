import type { AnalysedPhase, Analysis } from '../types.ts';
import { fewestUsefulPoints, longestExpectedRun } from '../rules/runs.ts';

/**
 * Whether the points of a new phase lie further on one side of the earlier centre line than chance would have them: the longest
 * run among them against the earlier line, as if it were frozen (Anhøj and Olesen 2014).
 */
export function isBeyondChance(
  { points }: Pick<Analysis, 'points'>,
  before: AnalysedPhase,
  phase: AnalysedPhase
): 'yes' | 'no' | 'too-few' {
  const centre = before.centre ?? NaN;
  let useful = 0;
  let longest = 0;
  let run = 0;
  let last = 0;
  for (const point of points) {
    if (point.position < before.from || point.position > phase.to) continue;
    if (!point.included || point.value === null) continue;
    const side = Math.sign(point.value - centre);
    if (side !== 1 && side !== -1) continue;
    useful++;
    // The run counted is that of the new phase alone.
    if (point.position < phase.from) continue;
    run = side === last ? run + 1 : 1;
    last = side;
    const isTheMove = side === Math.sign((phase.centre ?? NaN) - centre);
    if (isTheMove && run > longest) longest = run;
  }
  if (useful < fewestUsefulPoints) return 'too-few';
  if (longest > longestExpectedRun(useful)) return 'yes';
  // A phase shorter than the run it takes can never show one.
  return phase.counted <= longestExpectedRun(useful) ? 'too-few' : 'no';
}
