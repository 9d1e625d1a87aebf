/** A new phase the data would support: for a person to decide. */
import type { AnalysedPhase, ChartType, RephaseSuggestion } from '../types.ts';
import { findSustainedRuns } from '../rephasing.ts';
import type { ReadChart } from './read-spec.ts';
import { centreOf } from './shift.ts';
import type { SignalSetting } from './signals.ts';
import { sayFigure } from './wording.ts';

const suggestible: readonly ChartType[] = ['run', 'i', 'ip', 'xbar', 'p', 'pp', 'c', 'u', 'up'];

/**
 * Where a new phase could begin: at the shift of the phase, else at the last sustained run after a baseline of 13.
 * The centre lines are those that the points before and the points since would have.
 */
export function suggestPhase(
  chart: ReadChart,
  values: readonly (number | null)[],
  setting: SignalSetting,
  phase: AnalysedPhase | undefined
): RephaseSuggestion | null {
  const { spec, sheet } = chart;
  if (!phase || spec.xKind === 'category' || !suggestible.includes(spec.type)) return null;
  const indices: number[] = [];
  for (let i = phase.from - 1; i < phase.to; i++) {
    const value = values[i] ?? null;
    if (sheet.included[i] === 1 && value !== null) indices.push(i);
  }
  const start = phase.shift ? phase.shift.position - 1 : startOfRun(indices, values);
  if (start === null) return null;
  const { decimals, unit, labels, x, centreName } = setting;
  const oldCentre = centreOf(
    chart,
    values,
    indices.filter((i) => i < start)
  );
  const newCentre = centreOf(
    chart,
    values,
    indices.filter((i) => i >= start)
  );
  return {
    startsAt: x[start] ?? start + 1,
    position: start + 1,
    oldCentre,
    newCentre,
    sentence:
      `From ${labels[start] ?? ''} on the ${centreName} is ${sayFigure(newCentre, decimals, unit)}; before it was ` +
      `${sayFigure(oldCentre, decimals, unit)}. If you know what changed then, start a new phase there: later values ` +
      `are then judged against the new ${centreName}.`
  };
}

function startOfRun(indices: readonly number[], values: readonly (number | null)[]): number | null {
  const stretches = findSustainedRuns(
    Float64Array.from(indices, (i) => values[i] ?? NaN),
    {}
  );
  if (!stretches.ok || stretches.value.length < 2) return null;
  const run = stretches.value.at(-1);
  return (run && indices[run.from - 1]) ?? null;
}
