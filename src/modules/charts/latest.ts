import { isBeyondChance } from './analysis/beyond-chance.ts';
import type { AnalysedPhase, Analysis } from './types.ts';

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
  return sideOfLatest(analysis, analysis.phases.at(-1)?.centre ?? null);
}

/** The same against any other level, such as the centre of an earlier phase. */
function sideOfLatest(
  { improvement, phases, points }: Analysis,
  level: number | null
): 'better' | 'worse' | 'same' | null {
  const phase = phases.at(-1);
  if (improvement === 'neutral' || phase === undefined || level === null) return null;
  const latest = points
    .filter((point) => point.phase === phase.phase && point.included)
    .flatMap(({ value }) => value ?? [])
    .slice(-latestValues);
  if (latest.length === 0) return null;
  const difference = medianOf(latest) - level;
  if (difference === 0) return 'same';
  return difference > 0 === (improvement === 'increase') ? 'better' : 'worse';
}

/** What a chart says of change: `none` where nothing goes beyond chance, `too-few` while too few values could, `no-better` where neither way is better. */
export type ChangeSeen = 'better' | 'worse' | 'none' | 'too-few' | 'no-better';

/**
 * Whether what is measured has changed for good, and which way.
 *
 * A change is seen where the latest phase shows a lasting signal (a run, few crossings, several points beyond a limit), or where its
 * values lie further from the centre of the first or the preceding phase than chance would have them. The median of the latest six
 * values says which way: against the centre of that earlier phase, else of the phase itself. A phase that somebody marked, by itself,
 * is no evidence.
 */
export function changeSeen(analysis: Analysis): ChangeSeen {
  const { improvement, phases } = analysis;
  if (improvement === 'neutral') return 'no-better';
  const verdict = analysis.verdicts.at(-1);
  const phase = phases.at(-1);
  if (verdict === undefined || phase === undefined || verdict.outcome === 'no-data') {
    return 'too-few';
  }
  const earlier = earlierPhases(phases);
  const moves = earlier.map((before) => isBeyondChance(analysis, before, phase));
  const before = earlier[moves.indexOf('yes')];
  const isLasting = verdict.signals.some(
    ({ rule, points: at }) => rule !== 'outside' || at.length > 1
  );
  if (before !== undefined || isLasting) {
    const side = sideOfLatest(analysis, (before ?? phase).centre);
    return side === 'better' || side === 'worse' ? side : 'none';
  }
  const isShort = verdict.outcome === 'too-few-points' && moves.length === 0;
  return isShort || moves.includes('too-few') ? 'too-few' : 'none';
}

/** The first phase and the one before the latest, where they have a level. */
function earlierPhases(phases: readonly AnalysedPhase[]): readonly AnalysedPhase[] {
  const all = phases.slice(0, -1);
  return [...new Set([all[0], all.at(-1)])].filter(
    (one): one is AnalysedPhase => one !== undefined && one.centre !== null
  );
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (lower + upper) / 2;
}
