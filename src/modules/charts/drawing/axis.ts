/** The axes: where each point stands, and which ticks are shown. */
import type { Analysis, XKind, XValue } from '../types.ts';
import { sayNumber } from '../analysis/wording.ts';
import { dayNumber } from '../figures/calendar.ts';
import { shorten, textWidth, wrapText } from './metrics.ts';
import { dateTicks, linearScale, roundStep, roundTicks, type Scale } from './scales.ts';

/** The place of x along the axis: a day number, the number itself, or null for a name. */
export function axisKey(x: XValue, kind: XKind): number | string | null {
  if (kind === 'date') return typeof x === 'string' ? dayNumber(x) : null;
  return x;
}

export interface HorizontalAxis {
  /** Pixels of each point, in order. */
  readonly at: readonly number[];
  /** Pixels of any x, or null when it cannot be placed. */
  readonly place: (x: XValue) => number | null;
  readonly ticks: readonly {
    readonly at: number;
    readonly lines: readonly string[];
    readonly under: string | null;
  }[];
  /** Degrees by which long names are turned, or 0. */
  readonly turn: number;
}

export function horizontalAxis(
  analysis: Analysis,
  left: number,
  right: number,
  size: number,
  isCompact: boolean
): HorizontalAxis {
  const { points, xKind } = analysis;
  const room = Math.min(12, (right - left) / (2 * Math.max(1, points.length)));
  const start = left + room;
  const end = right - room;
  const widest = Math.max(2, Math.floor((right - left) / (size * 3.4)));
  const most = isCompact ? 3 : widest;
  if (xKind === 'category') return categoryAxis(analysis, left, right, size);
  const keys = points.map(({ x }) => Number(axisKey(x, xKind) ?? 0));
  const first = keys[0] ?? 0;
  const last = keys.at(-1) ?? first;
  const scale = linearScale(first, last, start, end);
  const place = (x: XValue) => {
    const key = axisKey(x, xKind);
    if (typeof key !== 'number') return null;
    return Math.min(end, Math.max(start, scale(key)));
  };
  if (xKind === 'index') {
    const step = Math.max(1, roundStep(last - first || 1, most));
    const values = roundTicks(first, last, (last - first) / step).filter(Number.isInteger);
    const ticks = (values.length > 0 ? values : [first]).map((value) => ({
      at: scale(value),
      lines: [sayNumber(value, 0)],
      under: null
    }));
    return { at: keys.map(scale), place, ticks, turn: 0 };
  }
  const isYearly = points.length > 1 && points.every(({ x }) => String(x).endsWith('-01-01'));
  const isMonthly = points.every(({ x }) => String(x).endsWith('-01'));
  const ticks = dateTicks(first, last, most, isYearly ? 'year' : isMonthly ? 'month' : 'day');
  return {
    at: keys.map(scale),
    place,
    ticks: ticks.map(({ day, label, year }) => ({ at: scale(day), lines: [label], under: year })),
    turn: 0
  };
}

const mostNameLines = 3;
const turn = -40;
const longestTurnedName = 92;

/** The names in lines that fit side by side, or `null` when they must be turned. */
function namesInLines(analysis: Analysis, gap: number, size: number): string[][] | null {
  const names = analysis.points.map(({ label }) => wrapText(label, size, gap - 8, mostNameLines));
  return names.every((lines) => lines.every((line) => !line.endsWith('…'))) ? names : null;
}

/** Room left of the first point that turned names reach into; 0 where names are not turned. */
export function turnedNamesWidth(analysis: Analysis, width: number, size: number): number {
  const first = analysis.points[0];
  if (analysis.xKind !== 'category' || !first) return 0;
  const gap = width / Math.max(1, analysis.points.length);
  if (namesInLines(analysis, gap, size)) return 0;
  const name = shorten(first.label, size, longestTurnedName);
  return Math.ceil(textWidth(name, size) * Math.cos((turn * Math.PI) / 180));
}

function categoryAxis(
  analysis: Analysis,
  left: number,
  right: number,
  size: number
): HorizontalAxis {
  const { points } = analysis;
  const gap = (right - left) / Math.max(1, points.length);
  const at = points.map((_, i) => left + gap * (i + 0.5));
  const names = namesInLines(analysis, gap, size);
  return {
    at,
    place: (x) => at[points.findIndex((point) => point.x === x)] ?? null,
    ticks: points.map(({ label }, i) => ({
      at: at[i] ?? left,
      lines: names?.[i] ?? [shorten(label, size, longestTurnedName)],
      under: null
    })),
    turn: names ? 0 : turn
  };
}

export interface VerticalAxis {
  readonly scale: Scale;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

const leastSpan = 1e-300;
/** More places than these are not read. */
const mostPlaces = 15;

/**
 * Ends that hold every value, limit and target, a little air, and round ticks. Zero is not forced
 * in; it is taken when it is near, and never passed when all values lie above it.
 */
export function valueRange(
  shown: readonly number[],
  isPercentage: boolean,
  yFrom: number | undefined,
  yTo: number | undefined
): readonly [low: number, high: number] {
  const finite = shown.filter(Number.isFinite);
  let low = finite.reduce((least, value) => Math.min(least, value), Infinity);
  let high = finite.reduce((most, value) => Math.max(most, value), -Infinity);
  if (!(low <= high)) [low, high] = [0, 1];
  // Differences that doubles hardly hold are drawn as none.
  const spread = high - low;
  const span = spread > leastSpan ? spread : Math.abs(high) > leastSpan ? Math.abs(high) : 1;
  const air = span * 0.08;
  const isAboveZero = low >= 0;
  const isUnderAll = isPercentage && high <= 100;
  let from = low - air;
  let to = high + air;
  if (isAboveZero && from < span * 0.25) from = 0;
  if (isUnderAll && to > 100) to = 100;
  return [yFrom ?? from, yTo ?? to];
}

export function verticalAxis(
  [low, high]: readonly [number, number],
  top: number,
  bottom: number,
  unit: string,
  size: number
): VerticalAxis {
  const wanted = Math.max(2, Math.min(6, Math.floor((bottom - top) / (size * 3.6))));
  const step = roundStep(high - low || 1, wanted);
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) + (isHalfStep(step) ? 1 : 0);
  const decimals = Math.min(mostPlaces, places);
  const scale = linearScale(low, high, bottom, top);
  const ticks = roundTicks(low, high, wanted).map((value) => ({
    at: scale(value),
    label: `${sayNumber(value, decimals)}${unit === '%' ? '%' : ''}`
  }));
  return { scale, ticks };
}

/** 2.5 needs one more decimal than its power of ten. */
function isHalfStep(step: number): boolean {
  const ratio = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
  return Math.abs(ratio - 2.5) < 1e-9;
}
