/**
 * One case in the manner of runcharter 0.2.0.9000: the medians of a run chart that re-phases
 * itself. The schema of input and answer is in docs/methods/compatibility.md.
 */
import { err, ok, type Result } from '#core/result';
import type { ChartProblem } from '../types.ts';
import { dayNumber, isoDate } from '../figures/calendar.ts';
import { findSustainedRuns } from '../rephasing.ts';
import {
  checkLengths,
  column,
  figure,
  list,
  numberOr,
  wordOr,
  type Json,
  type JsonObject
} from './json.ts';

/** Answers one input with engine `runcharter`. */
export function answerRuncharter(input: JsonObject): Result<Json, ChartProblem> {
  checkLengths(input, ['x', 'y']);
  const y = column(list(input, 'y'), 'y');
  const rows: { day: number; y: number }[] = [];
  for (const [row, x] of list(input, 'x').entries()) {
    const day = dayNumber(String(x));
    if (day === null) return err({ kind: 'not-a-date', x: String(x), row: row + 1 });
    rows.push({ day, y: y[row] ?? NaN });
  }
  rows.sort((a, b) => a.day - b.day);
  const stretches = findSustainedRuns(
    Float64Array.from(rows, (row) => row.y),
    {
      baselinePoints: numberOr(input, 'baselinePoints', 13),
      runLength: numberOr(input, 'runLength', 9),
      direction: wordOr(input, 'direction', ['above', 'below', 'both'], 'both')
    }
  );
  if (!stretches.ok) return stretches;
  const dateAt = (position: number) => isoDate(rows[position - 1]?.day ?? 0);
  return ok({
    medians: stretches.value.map((stretch) => ({
      type: stretch.kind,
      median: figure(stretch.median),
      start: dateAt(stretch.from),
      end: dateAt(stretch.to),
      extendTo: dateAt(stretch.extendsTo)
    }))
  });
}
