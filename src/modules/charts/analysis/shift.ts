/** Where a phase moved from one level to another and stayed there. */
import type { ChartType, LevelShift } from '../types.ts';
import { median } from '../figures/sums.ts';
import type { ReadChart } from './read-spec.ts';

const shiftable: readonly ChartType[] = ['run', 'i', 'ip', 'xbar', 'p', 'pp', 'c', 'u', 'up'];

/** Six points on one side make a shift on a run chart (Perla, Provost and Murray 2011). */
const fewestOnEachSide = 6;
/** Pettitt's test finds a shift as large as this in a steady series once in twenty times at most. */
const chanceAllowed = 0.05;

/**
 * The one point at which the values of a phase moved to another level and stayed, or null.
 *
 * Units: `values` as plotted; `from` and `to` are indices of the phase, `to` one past the last.
 * Assumes: called where a rule about runs has already said that chance would not do this.
 * Refuses (null): categories, charts of ranges, spreads and rare events; fewer than six values on either side; a shift that
 * Pettitt's test gives a chance of more than 5%; latest values that lie nearer to the old level than to the new.
 * Source: Pettitt (1979), Applied Statistics 28(2), 126–135; docs/methods/run-charts.md.
 */
export function findShift(
  chart: ReadChart,
  values: readonly (number | null)[],
  from: number,
  to: number
): LevelShift | null {
  const { spec, sheet } = chart;
  if (spec.xKind === 'category' || !shiftable.includes(spec.type)) return null;
  const at: number[] = [];
  for (let i = from; i < to; i++) {
    if (sheet.included[i] === 1 && values[i] !== null && values[i] !== undefined) at.push(i);
  }
  const count = at.length;
  if (count < 2 * fewestOnEachSide) return null;
  const split = pettitt(at.map((i) => values[i] ?? NaN));
  if (split === null || split.chance > chanceAllowed) return null;
  if (split.before < fewestOnEachSide || count - split.before < fewestOnEachSide) return null;
  const earlier = at.slice(0, split.before);
  const later = at.slice(split.before);
  const before = centreOf(chart, values, earlier);
  const after = centreOf(chart, values, later);
  const latest = medianAt(values, later.slice(-fewestOnEachSide));
  const first = later[0];
  if (first === undefined || !Number.isFinite(before) || !Number.isFinite(after)) return null;
  const direction = Math.sign(after - before);
  if (direction === 0 || Math.abs(latest - after) >= Math.abs(latest - before)) return null;
  return {
    position: first + 1,
    direction: direction > 0 ? 'up' : 'down',
    before,
    after,
    countBefore: earlier.length,
    countAfter: later.length
  };
}

/** How many values lie before the likeliest single shift, and how often chance would show one as large. */
function pettitt(values: readonly number[]): { before: number; chance: number } | null {
  const count = values.length;
  const ranks = midRanks(values);
  let running = 0;
  let largest = 0;
  let before = 0;
  for (let k = 0; k < count - 1; k++) {
    running += 2 * (ranks[k] ?? 0) - (count + 1);
    if (Math.abs(running) > largest) {
      largest = Math.abs(running);
      before = k + 1;
    }
  }
  if (before === 0) return null;
  return { before, chance: 2 * Math.exp((-6 * largest ** 2) / (count ** 3 + count ** 2)) };
}

/** Ranks from 1; equal values share the mean of their ranks. */
function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end++;
    for (let k = start; k < end; k++) ranks[order[k] ?? 0] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}

/** The centre line these points would have as a phase of their own. */
export function centreOf(
  { spec, sheet, multiply, settings }: ReadChart,
  values: readonly (number | null)[],
  at: readonly number[]
): number {
  switch (spec.type) {
    case 'p':
    case 'pp':
    case 'u':
    case 'up':
      return (total(at, sheet.numerator) / total(at, sheet.denominator)) * multiply;
    case 'ip':
    case 'xbar': {
      const weight =
        spec.type === 'ip' && settings.hasDenominators ? sheet.denominator : sheet.size;
      const weighted = at.reduce((sum, i) => sum + (values[i] ?? NaN) * (weight[i] ?? NaN), 0);
      return weighted / total(at, weight);
    }
    case 'run':
      return medianAt(values, at);
    default:
      return at.reduce((sum, i) => sum + (values[i] ?? NaN), 0) / at.length;
  }
}

function total(at: readonly number[], column: Float64Array): number {
  return at.reduce((sum, i) => sum + (column[i] ?? NaN), 0);
}

function medianAt(values: readonly (number | null)[], at: readonly number[]): number {
  const present = Float64Array.from(at, (i) => values[i] ?? NaN);
  return median(present, 0, present.length, new Float64Array(present.length));
}
