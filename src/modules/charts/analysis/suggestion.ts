/** A new phase the data would support: for a person to decide. */
import type { AnalysedPhase, ChartType, RephaseSuggestion } from '../types.ts';
import { findSustainedRuns } from '../rephasing.ts';
import type { ReadChart } from './read-spec.ts';
import type { SignalSetting } from './signals.ts';
import { sayFigure } from './wording.ts';

const suggestible: readonly ChartType[] = ['run', 'i', 'ip', 'xbar', 'p', 'pp', 'c', 'u', 'up'];

/** The last sustained run after a baseline of 13, if any, as the start of a possible new phase. */
export function suggestPhase(
  chart: ReadChart,
  values: readonly (number | null)[],
  setting: SignalSetting,
  phase: AnalysedPhase | undefined
): RephaseSuggestion | null {
  const { spec, sheet } = chart;
  if (!phase || spec.xKind === 'category' || !suggestible.includes(spec.type)) return null;
  const indices: number[] = [];
  for (let i = phase.from - 1; i < phase.to; i++) if (sheet.included[i] === 1) indices.push(i);
  const stretches = findSustainedRuns(
    Float64Array.from(indices, (i) => values[i] ?? NaN),
    {}
  );
  if (!stretches.ok || stretches.value.length < 2) return null;
  const before = stretches.value.at(-2);
  const run = stretches.value.at(-1);
  const start = run && indices[run.from - 1];
  if (!before || !run || start === undefined) return null;
  const { decimals, unit, labels, x } = setting;
  const oldCentre = before.median;
  const newCentre = run.median;
  return {
    startsAt: x[start] ?? start + 1,
    position: start + 1,
    oldCentre,
    newCentre,
    sentence:
      `From ${labels[start] ?? ''} on, values stay ${newCentre > oldCentre ? 'above' : 'below'} the earlier ` +
      `median of ${sayFigure(oldCentre, decimals, unit)}. If you know what changed then, start a new phase ` +
      `there: its median would be ${sayFigure(newCentre, decimals, unit)}.`
  };
}
