/**
 * Centre lines and limits of every chart, phase by phase. The formulas, their sources and their
 * worked examples are in docs/methods/control-charts.md and docs/methods/run-charts.md.
 */
import type { ChartType } from '../types.ts';
import {
  a3,
  b3,
  b4,
  d2ForPairs,
  d4ForPairs,
  iPrimeScreen,
  roundedLimitFactor
} from './constants.ts';
import type { Sheet } from './sheet.ts';
import { mean, meanBelow, median, standardDeviation, sum } from './sums.ts';

/** Where the tools of the field differ, and what a caller may choose. */
export interface LimitSettings {
  /** A centre line given in advance, before `multiply`; `NaN` when it is to be calculated. */
  readonly centre: number;
  /** Leave moving ranges of 3.267 times their mean or more out, once. */
  readonly screening: boolean;
  /** Ranges are taken of y minus the centre line (as qicharts2 does), or of y itself. */
  readonly rangesOf: 'deviations' | 'values';
  /** `exact`: 3 × (AMR / 1.128); `rounded`: 2.66 × AMR. */
  readonly limitFactor: 'exact' | 'rounded';
  /** When every range is 0 and ranges are screened. */
  readonly withoutRanges: 'undefined' | 'at-centre';
  /** Points whose differences give the spread of an I′ chart. */
  readonly iPrimeSpread: 'all-points' | 'baseline';
  /** A two-sigma lower limit of a T chart that falls below zero. */
  readonly tNearBelowZero: 'undefined' | 'zero';
  /** The three-sigma lower limit of T and MR charts when nothing can be said of the spread. */
  readonly undefinedFloor: 'undefined' | 'zero';
  /** Subgroups without a value in the pooled spread: left out, or counted as −1 degree of freedom. */
  readonly emptySubgroups: 'left-out' | 'minus-one';
  /** Lower limits of I, I′ and X-bar charts stop at zero. */
  readonly floorAtZero: boolean;
  /** Spread of the z-scores of prime charts: moving ranges, or their standard deviation. */
  readonly primeSpread: 'ranges' | 'standard-deviation';
  /** Points carry denominators; without them an I′ chart weighs by rows. */
  readonly hasDenominators: boolean;
  /** Also fill the lines at one sigma. */
  readonly innerLines: boolean;
}

/** Time between events is made near-normal by the root 1 / 3.6 (Nelson 1994). */
const tRoot = 3.6;
/** The theoretical median of a geometric distribution as a share of its mean. */
const gMedianShare = 0.693;

/**
 * Fills `centre` and the limits of the points `from..to` (one phase), reading `numerator`,
 * `denominator`, `size`, `spread`, `value` and `base`. MR and T charts also write `value`.
 */
export function calculateLimits(
  type: ChartType,
  sheet: Sheet,
  from: number,
  to: number,
  settings: LimitSettings
): void {
  switch (type) {
    case 'run':
      return runLimits(sheet, from, to, settings);
    case 'i':
      return individualLimits(sheet, from, to, settings);
    case 'mr':
      return movingRangeLimits(sheet, from, to, settings);
    case 'ip':
      return iPrimeLimits(sheet, from, to, settings);
    case 'xbar':
    case 's':
      return subgroupLimits(type, sheet, from, to, settings);
    case 't':
      return timeBetweenLimits(sheet, from, to, settings);
    case 'p':
    case 'pp':
    case 'u':
    case 'up':
      return ratioLimits(type, sheet, from, to, settings);
    case 'c':
      return countLimits(sheet, from, to, settings);
    case 'g':
      return casesBetweenLimits(sheet, from, to, settings);
  }
}

/** Copies the base values of a column to `scratch`, in order; the answer is how many. */
function gatherBase(sheet: Sheet, column: Float64Array, from: number, to: number): number {
  const { base, scratch } = sheet;
  let count = 0;
  for (let i = from; i < to; i++) {
    if (base[i] === 1) scratch[count++] = column[i] as number; // i is inside the column
  }
  return count;
}

/** Mean over the base points of the phase, or the given centre. */
function baseMean(sheet: Sheet, column: Float64Array, from: number, to: number): number {
  return mean(sheet.scratch, 0, gatherBase(sheet, column, from, to));
}

function baseSum(sheet: Sheet, column: Float64Array, from: number, to: number): number {
  return sum(sheet.scratch, 0, gatherBase(sheet, column, from, to));
}

/**
 * Average moving range of the first `count` values of `scratch`, screened once when asked.
 * Source: Nelson (1982), Journal of Quality Technology 14(3), 172–173.
 */
function averageMovingRange(
  sheet: Sheet,
  count: number,
  offset: number,
  screening: boolean,
  withoutRanges: LimitSettings['withoutRanges']
): number {
  const { scratch, scratchTwo } = sheet;
  let before = NaN;
  for (let i = 0; i < count; i++) {
    const deviation = (scratch[i] as number) - offset; // i < count ≤ length
    scratchTwo[i] = Math.abs(deviation - before);
    before = deviation;
  }
  const average = mean(scratchTwo, 0, count);
  if (!screening) return average;
  if (average === 0 && withoutRanges === 'at-centre') return 0;
  return meanBelow(scratchTwo, 0, count, d4ForPairs * average);
}

/** A limit that is not a finite number is undefined. */
function finite(value: number): number {
  return value - value === 0 ? value : NaN;
}

function fillPhase(column: Float64Array, from: number, to: number, value: number): void {
  for (let i = from; i < to; i++) column[i] = value; // a plain loop beats `fill` on short phases
}

/** The same distance of limits for every point of the phase. */
function fillConstant(
  sheet: Sheet,
  from: number,
  to: number,
  centre: number,
  sigma: number,
  floor: number,
  innerLines: boolean
): void {
  fillPhase(sheet.centre, from, to, centre);
  fillPhase(sheet.lower, from, to, floored(finite(centre - 3 * sigma), floor));
  fillPhase(sheet.upper, from, to, finite(centre + 3 * sigma));
  fillPhase(sheet.lowerNear, from, to, floored(finite(centre - 2 * sigma), floor));
  fillPhase(sheet.upperNear, from, to, finite(centre + 2 * sigma));
  if (innerLines) {
    fillPhase(sheet.lowerInner, from, to, floored(finite(centre - sigma), floor));
    fillPhase(sheet.upperInner, from, to, finite(centre + sigma));
  }
}

function floored(value: number, floor: number): number {
  return value < floor ? floor : value;
}

function runLimits(sheet: Sheet, from: number, to: number, settings: LimitSettings): void {
  const count = gatherBase(sheet, sheet.value, from, to);
  const centre =
    settings.centre === settings.centre
      ? settings.centre
      : median(sheet.scratch, 0, count, sheet.scratchTwo);
  fillConstant(sheet, from, to, centre, NaN, -Infinity, settings.innerLines);
}

function individualLimits(sheet: Sheet, from: number, to: number, settings: LimitSettings): void {
  const count = gatherBase(sheet, sheet.value, from, to);
  const given = settings.centre;
  const centre = given === given ? given : mean(sheet.scratch, 0, count);
  const range = averageMovingRange(
    sheet,
    count,
    settings.rangesOf === 'deviations' ? centre : 0,
    settings.screening,
    settings.withoutRanges
  );
  const floor = settings.floorAtZero ? 0 : -Infinity;
  if (settings.limitFactor === 'exact') {
    fillConstant(sheet, from, to, centre, range / d2ForPairs, floor, settings.innerLines);
    return;
  }
  const far = roundedLimitFactor * range;
  const near = 2 * (roundedLimitFactor / 3) * range;
  const inner = (roundedLimitFactor / 3) * range;
  fillPhase(sheet.centre, from, to, centre);
  fillPhase(sheet.lower, from, to, floored(finite(centre - far), floor));
  fillPhase(sheet.upper, from, to, finite(centre + far));
  fillPhase(sheet.lowerNear, from, to, floored(finite(centre - near), floor));
  fillPhase(sheet.upperNear, from, to, finite(centre + near));
  if (settings.innerLines) {
    fillPhase(sheet.lowerInner, from, to, floored(finite(centre - inner), floor));
    fillPhase(sheet.upperInner, from, to, finite(centre + inner));
  }
}

/** The plotted values become the moving ranges; the first of the phase is missing. */
function movingRangeLimits(sheet: Sheet, from: number, to: number, settings: LimitSettings): void {
  const { value } = sheet;
  let before = NaN;
  for (let i = from; i < to; i++) {
    const now = value[i] as number; // i is inside the column
    value[i] = Math.abs(now - before);
    before = now;
  }
  const given = settings.centre;
  const centre = given === given ? given : baseMean(sheet, value, from, to);
  fillPhase(sheet.centre, from, to, centre);
  const floor = centre === centre || settings.undefinedFloor === 'zero' ? 0 : NaN;
  fillPhase(sheet.lower, from, to, floor);
  fillPhase(sheet.upper, from, to, d4ForPairs * centre);
  fillPhase(sheet.lowerNear, from, to, floor);
  fillPhase(sheet.upperNear, from, to, (d4ForPairs / 3) * 2 * centre);
  if (settings.innerLines) {
    fillPhase(sheet.lowerInner, from, to, floor);
    fillPhase(sheet.upperInner, from, to, (d4ForPairs / 3) * centre);
  }
}

/**
 * Normalised individuals: ratios weighted by their denominators.
 * Source: Taylor, Normalized individuals (I_N) chart.
 */
function iPrimeLimits(sheet: Sheet, from: number, to: number, settings: LimitSettings): void {
  const { value, base, scratch, scratchTwo } = sheet;
  const weight = settings.hasDenominators ? sheet.denominator : sheet.size;
  let centre = settings.centre;
  if (centre !== centre) {
    let count = 0;
    for (let i = from; i < to; i++) {
      if (base[i] !== 1) continue;
      const product = (value[i] as number) * (weight[i] as number); // i is inside the columns
      scratchTwo[count] = weight[i] as number;
      scratch[count++] = product;
    }
    centre = sum(scratch, 0, count) / sum(scratchTwo, 0, count);
  }
  let count = 0;
  let before = -1;
  for (let i = from; i < to; i++) {
    if (settings.iPrimeSpread === 'baseline' && base[i] !== 1) continue;
    if (before >= 0) {
      const difference = Math.abs((value[i] as number) - (value[before] as number)); // in columns
      const scale = Math.sqrt(1 / (weight[before] as number) + 1 / (weight[i] as number));
      scratch[count++] = (Math.sqrt(Math.PI / 2) * difference) / scale;
    }
    before = i;
  }
  let spread = mean(scratch, 0, count);
  if (settings.screening && !(spread === 0 && settings.withoutRanges === 'at-centre')) {
    spread = meanBelow(scratch, 0, count, iPrimeScreen * spread);
  }
  const floor = settings.floorAtZero ? 0 : -Infinity;
  for (let i = from; i < to; i++) {
    fillPoint(sheet, i, centre, spread * Math.sqrt(1 / (weight[i] as number)), floor, Infinity);
    if (settings.innerLines) {
      fillInner(sheet, i, centre, spread * Math.sqrt(1 / (weight[i] as number)), floor, Infinity);
    }
  }
}

/** Limits of one point whose sigma is its own. Flooring and capping apply to finite limits. */
function fillPoint(
  sheet: Sheet,
  i: number,
  centre: number,
  sigma: number,
  floor: number,
  cap: number
): void {
  sheet.centre[i] = centre;
  if (sigma - sigma !== 0 || centre - centre !== 0) {
    sheet.lower[i] = NaN;
    sheet.upper[i] = NaN;
    sheet.lowerNear[i] = NaN;
    sheet.upperNear[i] = NaN;
    return;
  }
  const lower = centre - 3 * sigma;
  const upper = centre + 3 * sigma;
  const lowerNear = centre - 2 * sigma;
  const upperNear = centre + 2 * sigma;
  sheet.lower[i] = lower < floor ? floor : lower;
  sheet.upper[i] = upper > cap ? cap : upper;
  sheet.lowerNear[i] = lowerNear < floor ? floor : lowerNear;
  sheet.upperNear[i] = upperNear > cap ? cap : upperNear;
}

function fillInner(
  sheet: Sheet,
  i: number,
  centre: number,
  sigma: number,
  floor: number,
  cap: number
): void {
  const lower = finite(centre - sigma);
  const upper = finite(centre + sigma);
  sheet.lowerInner[i] = lower < floor ? floor : lower;
  sheet.upperInner[i] = upper > cap ? cap : upper;
}

/** Proportions and rates, and their prime forms with Laney's correction for the spread. */
function ratioLimits(
  type: 'p' | 'pp' | 'u' | 'up',
  sheet: Sheet,
  from: number,
  to: number,
  settings: LimitSettings
): void {
  const { numerator, denominator, value } = sheet;
  const given = settings.centre;
  const centre =
    given === given
      ? given
      : baseSum(sheet, numerator, from, to) / baseSum(sheet, denominator, from, to);
  const isShare = type === 'p' || type === 'pp';
  const variance = isShare ? centre * (1 - centre) : centre;
  const cap = isShare ? 1 : Infinity;
  let factor = 1;
  if (type === 'pp' || type === 'up') {
    const { base, scratch } = sheet;
    let count = 0;
    for (let i = from; i < to; i++) {
      if (base[i] !== 1) continue;
      const sigma = Math.sqrt(variance / (denominator[i] as number)); // i is inside the columns
      scratch[count++] = ((value[i] as number) - centre) / sigma;
    }
    factor = zSpread(sheet, count, settings);
  }
  for (let i = from; i < to; i++) {
    const sigma = Math.sqrt(variance / (denominator[i] as number)) * factor;
    fillPoint(sheet, i, centre, sigma, 0, cap);
    if (settings.innerLines) fillInner(sheet, i, centre, sigma, 0, cap);
  }
}

/** How much wider the z-scores in `scratch` spread than chance alone would have it. */
function zSpread(sheet: Sheet, count: number, settings: LimitSettings): number {
  if (settings.primeSpread === 'ranges') {
    const range = averageMovingRange(sheet, count, 0, settings.screening, settings.withoutRanges);
    return range / d2ForPairs;
  }
  for (let i = 0; i < count; i++) {
    const z = sheet.scratch[i] as number; // i < count
    if (z !== z) return NaN;
  }
  return standardDeviation(sheet.scratch, 0, count);
}

function countLimits(sheet: Sheet, from: number, to: number, settings: LimitSettings): void {
  const given = settings.centre;
  const centre = given === given ? given : baseMean(sheet, sheet.value, from, to);
  fillConstant(sheet, from, to, centre, Math.sqrt(centre), 0, settings.innerLines);
}

/** Limits come from the mean; the line drawn is the median, which the runs analysis needs. */
function casesBetweenLimits(sheet: Sheet, from: number, to: number, settings: LimitSettings): void {
  const count = gatherBase(sheet, sheet.value, from, to);
  const given = settings.centre;
  const middle = given === given ? given : mean(sheet.scratch, 0, count);
  const sigma = Math.sqrt(middle * (middle + 1));
  fillConstant(sheet, from, to, middle, sigma, 0, settings.innerLines);
  const line =
    given === given ? gMedianShare * given : median(sheet.scratch, 0, count, sheet.scratchTwo);
  fillPhase(sheet.centre, from, to, line);
}

/** Times between events: an I chart of their root, raised again. Values must be above zero. */
function timeBetweenLimits(sheet: Sheet, from: number, to: number, settings: LimitSettings): void {
  const { value } = sheet;
  for (let i = from; i < to; i++) value[i] = (value[i] as number) ** (1 / tRoot); // in column
  const given = settings.centre;
  individualLimits(sheet, from, to, {
    ...settings,
    centre: given === given ? given ** (1 / tRoot) : NaN,
    floorAtZero: false
  });
  const near = settings.tNearBelowZero === 'zero' ? 0 : NaN;
  if (settings.undefinedFloor === 'zero' && sheet.lower[from] !== sheet.lower[from]) {
    fillPhase(sheet.lower, from, to, 0);
  }
  raise(value, from, to, NaN);
  raise(sheet.centre, from, to, NaN);
  raise(sheet.lower, from, to, 0);
  raise(sheet.upper, from, to, NaN);
  raise(sheet.lowerNear, from, to, near);
  raise(sheet.upperNear, from, to, NaN);
  if (settings.innerLines) {
    raise(sheet.lowerInner, from, to, near);
    raise(sheet.upperInner, from, to, NaN);
  }
}

function raise(column: Float64Array, from: number, to: number, belowZero: number): void {
  for (let i = from; i < to; i++) {
    const value = column[i] as number; // i is inside the column
    column[i] = value < 0 ? belowZero : value ** tRoot;
  }
}

/** Means and standard deviations of subgroups, with limits that follow the size of each. */
function subgroupLimits(
  type: 'xbar' | 's',
  sheet: Sheet,
  from: number,
  to: number,
  settings: LimitSettings
): void {
  const { size, value, base, scratch, scratchTwo } = sheet;
  const spread = pooledSpread(sheet, from, to, settings);
  const given = settings.centre;
  if (type === 's') {
    const centre = given === given ? given : spread;
    for (let i = from; i < to; i++) {
      const k = size[i] as number; // i is inside the column
      sheet.centre[i] = centre;
      sheet.lower[i] = finite(b3(k) * centre);
      sheet.upper[i] = finite(b4(k) * centre);
      sheet.lowerNear[i] = finite(b3(k, 2) * centre);
      sheet.upperNear[i] = finite(b4(k, 2) * centre);
      if (settings.innerLines) {
        sheet.lowerInner[i] = finite(b3(k, 1) * centre);
        sheet.upperInner[i] = finite(b4(k, 1) * centre);
      }
    }
    return;
  }
  let centre = given;
  if (centre !== centre) {
    let count = 0;
    for (let i = from; i < to; i++) {
      if (base[i] !== 1) continue;
      scratch[count] = (size[i] as number) * (value[i] as number); // i is inside the columns
      scratchTwo[count++] = size[i] as number;
    }
    centre = sum(scratch, 0, count) / sum(scratchTwo, 0, count);
  }
  const floor = settings.floorAtZero ? 0 : -Infinity;
  for (let i = from; i < to; i++) {
    const k = size[i] as number; // i is inside the column
    sheet.centre[i] = centre;
    sheet.lower[i] = floored(finite(centre - a3(k) * spread), floor);
    sheet.upper[i] = finite(centre + a3(k) * spread);
    sheet.lowerNear[i] = floored(finite(centre - a3(k, 2) * spread), floor);
    sheet.upperNear[i] = finite(centre + a3(k, 2) * spread);
    if (settings.innerLines) {
      sheet.lowerInner[i] = floored(finite(centre - a3(k, 1) * spread), floor);
      sheet.upperInner[i] = finite(centre + a3(k, 1) * spread);
    }
  }
}

/** Mean standard deviation where all subgroups of the phase are alike in size, else pooled. */
function pooledSpread(sheet: Sheet, from: number, to: number, settings: LimitSettings): number {
  const { size, spread, base, scratch, scratchTwo } = sheet;
  const first = size[from] as number; // from < to
  let isAlike = true;
  let count = 0;
  for (let i = from; i < to; i++) {
    const k = size[i] as number; // i is inside the column
    if (k !== first) isAlike = false;
    if (base[i] !== 1) continue;
    const sd = spread[i] as number;
    scratch[count] = (k - 1) * (sd * sd);
    scratchTwo[count++] = sd;
  }
  if (isAlike) return mean(scratchTwo, 0, count);
  let degrees = 0;
  for (let i = from; i < to; i++) {
    const k = size[i] as number; // i is inside the column
    if (base[i] === 1 && (k > 0 || settings.emptySubgroups === 'minus-one')) degrees += k - 1;
  }
  return Math.sqrt(sum(scratch, 0, count) / degrees);
}
