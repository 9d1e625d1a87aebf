/** Made-up series for tests: monthly dates and values that look like real ones but mean nothing. */
import { analyseChart } from './analysis/analyse.ts';
import type { Analysis, ChartRow, ChartSpec } from './types.ts';

/** Firsts of months from January of the year on. */
function monthsFrom(year: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const month = String((i % 12) + 1).padStart(2, '0');
    return `${year + Math.floor(i / 12)}-${month}-01`;
  });
}

/** Monthly rows from January 2023. */
export function monthlyRows(
  values: readonly (number | null)[],
  denominators?: readonly number[]
): ChartRow[] {
  return monthsFrom(2023, values.length).map((x, i) => {
    const n = denominators?.[i];
    return { x, y: values[i] ?? null, ...(n === undefined ? {} : { n }) };
  });
}

/** A chart of numbered points. */
export function numbered(values: readonly (number | null)[]): Pick<ChartSpec, 'xKind' | 'points'> {
  return { xKind: 'index', points: values.map((y, i) => ({ x: i + 1, y })) };
}

/** The analysis of a specification that must not be refused. */
export function analysisOf(spec: ChartSpec): Analysis {
  const answer = analyseChart(spec);
  if (!answer.ok) throw new Error(`Refused: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** Waiting times that fall after the seventeenth month. */
export const waitingTimes = [
  34, 31, 36, 33, 30, 35, 32, 37, 33, 31, 34, 36, 32, 35, 33, 30, 34, 27, 25, 28, 26, 24, 27, 25,
  28, 26
];
