/**
 * Charts per second: centre line, limits and four rules (outside, trend, two in three, shift) of P and
 * I charts, one thread, sums carried in two doubles. Only the calculation is timed, as a page does it:
 * from columns of numbers to limits and flags. Every chart has its own data, and everything that was
 * calculated is added up, so that nothing can be left out or kept from the round before.
 *
 * Time is processor time of this process (all of its threads, so compiling and collecting count), which on a
 * quiet machine is what the clock on the wall says and on a busy one does not blame us for our neighbours.
 * Warm-up, then the median of nine stretches.
 *
 *   node bench/index.ts statistics          all figures, and how cost grows with the number of points
 *   node bench/index.ts statistics --json   {"chartsPerSecond": {"p": …, "i": …}, "nodeVersion": …}
 */
import { analyseChart, smallMultiples, type ChartSpec } from '../src/modules/charts/index.ts';
import { calculateLimits, type LimitSettings } from '../src/modules/charts/figures/limits.ts';
import { limitSettings } from '../src/modules/charts/figures/methods.ts';
import { makeSheet, type Sheet } from '../src/modules/charts/figures/sheet.ts';
import { fillPlainSheet } from '../src/modules/charts/figures/subgroups.ts';
import { detectSignals } from '../src/modules/charts/rules/detect.ts';
import { ruleSets } from '../src/modules/charts/rules/rule-sets.ts';

type Kind = 'p' | 'i';

interface Series {
  readonly y: Float64Array;
  readonly n: Float64Array | null;
}

/** A small generator of even numbers in 0..1 (mulberry32), so that every run has the same data. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function makeSeries(kind: Kind, points: number, charts: number): Series[] {
  const random = makeRandom(points * 31 + (kind === 'p' ? 1 : 2));
  return Array.from({ length: charts }, () => {
    const y = new Float64Array(points);
    const n = kind === 'p' ? new Float64Array(points) : null;
    const rate = 0.2 + 0.6 * random();
    for (let i = 0; i < points; i++) {
      const noise = random() + random() + random() - 1.5;
      if (n) {
        n[i] = 40 + Math.floor(random() * 160);
        y[i] = Math.round((n[i] ?? 0) * Math.min(1, Math.max(0, rate + 0.1 * noise)));
      } else y[i] = 50 + 10 * noise;
    }
    return { y, n };
  });
}

const settings: { readonly [kind in Kind]: LimitSettings } = {
  p: { ...limitSettings.cairn, hasDenominators: true },
  i: limitSettings.cairn
};

/** One chart; the answer depends on every limit and every flag. */
function chartOnce(kind: Kind, series: Series, sheet: Sheet): number {
  const count = series.y.length;
  fillPlainSheet(sheet, series.y, series.n);
  calculateLimits(kind, sheet, 0, count, settings[kind]);
  detectSignals(ruleSets.mdc, sheet, 0, count, null);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    sum += (sheet.upper[i] ?? 0) - (sheet.lower[i] ?? 0) + (sheet.flags[i] ?? 0);
  }
  return sum;
}

let checksum = 0;

function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Charts per second in one stretch of at least `milliseconds`. */
function measure(kind: Kind, all: readonly Series[], sheet: Sheet, milliseconds: number): number {
  const start = process.cpuUsage();
  let charts = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    for (const series of all) checksum += chartOnce(kind, series, sheet);
    charts += all.length;
    elapsed = millisecondsSince(start);
  }
  return (charts / elapsed) * 1000;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Warm-up, then the median of nine stretches. */
function chartsPerSecond(kind: Kind, points: number, charts: number): number {
  const all = makeSeries(kind, points, charts);
  const sheet = makeSheet(points);
  measure(kind, all, sheet, 300);
  return medianOf(Array.from({ length: 9 }, () => measure(kind, all, sheet, 150)));
}

const chartsAtOnce = 500;

function jsonAnswer() {
  return {
    chartsPerSecond: {
      p: Math.round(chartsPerSecond('p', 60, chartsAtOnce)),
      i: Math.round(chartsPerSecond('i', 60, chartsAtOnce))
    },
    nodeVersion: process.version
  };
}

/** The whole way for a page: specification, analysis with sentences, and drawing. */
function pageSpec(chart: number): ChartSpec {
  const random = makeRandom(chart + 1);
  return {
    type: 'run',
    xKind: 'date',
    improvement: 'increase',
    points: Array.from({ length: 24 }, (_, i) => ({
      x: `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`,
      y: Math.round((50 + 20 * random()) * 10) / 10
    }))
  };
}

function printAll(): void {
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const perSecond = (value: number) => `${Math.round(value).toLocaleString('en-GB')} a second`;
  const { chartsPerSecond: figures, nodeVersion } = jsonAnswer();
  say(`Charts of 60 points, limits and four rules, one thread, Node ${nodeVersion}`);
  say(`  P  ${perSecond(figures.p)}`);
  say(`  I  ${perSecond(figures.i)}`);
  say('How cost grows with points (nanoseconds a point)');
  for (const kind of ['p', 'i'] as const) {
    const costs = [60, 600, 6_000, 60_000].map((points) => {
      const rate = chartsPerSecond(kind, points, Math.max(2, Math.round(30_000 / points)));
      return `${points}: ${(1e9 / rate / points).toFixed(1)}`;
    });
    say(`  ${kind.toUpperCase()}  ${costs.join('   ')}`);
  }
  const specs = Array.from({ length: 2_000 }, (_, i) => pageSpec(i));
  for (const spec of specs) checksum += analyseChart(spec).ok ? 1 : 0;
  const start = process.cpuUsage();
  for (const spec of specs) checksum += analyseChart(spec).ok ? 1 : 0;
  const analysed = (specs.length / millisecondsSince(start)) * 1000;
  say(`Analysed with sentences, 24 points: ${perSecond(analysed)}`);
  const requests = specs
    .slice(0, 100)
    .map((spec, i) => ({ key: `c${i}`, title: `Chart ${i}`, spec }));
  const pages = Array.from({ length: 15 }, () => {
    const before = process.cpuUsage();
    for (const chart of smallMultiples(requests)) checksum += chart.isDrawn ? chart.svg.length : 0;
    return millisecondsSince(before);
  });
  say(
    `A page of 100 small charts, analysed and drawn: first ${(pages[0] ?? 0).toFixed(0)} ms, median ${medianOf(pages).toFixed(0)} ms`
  );
  say(`(checksum ${checksum.toFixed(0)})`);
}

/** Runs this benchmark. */
export function run(args: readonly string[]): void {
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(jsonAnswer())}\n`);
  else printAll();
}
