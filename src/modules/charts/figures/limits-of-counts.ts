/** Centre lines and limits of counts: P, P′, U, U′, C, and of what lies between rare events: G and T. */
import { d2ForPairs } from './constants.ts';
import {
  averageMovingRange,
  baseMean,
  baseSum,
  fillConstant,
  fillInner,
  fillPhase,
  fillPoint,
  gatherBase,
  type LimitSettings
} from './limit-lines.ts';
import { individualLimits } from './limits-of-measurements.ts';
import type { Sheet } from './sheet.ts';
import { mean, median, standardDeviation } from './sums.ts';

/** Time between events is made near-normal by the root 1 / 3.6 (Nelson 1994). */
const tRoot = 3.6;
/** The theoretical median of a geometric distribution as a share of its mean. */
const gMedianShare = 0.693;

/** Proportions and rates, and their prime forms with Laney's correction for the spread. */
export function ratioLimits(
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

export function countLimits(sheet: Sheet, from: number, to: number, settings: LimitSettings): void {
  const given = settings.centre;
  const centre = given === given ? given : baseMean(sheet, sheet.value, from, to);
  fillConstant(sheet, from, to, centre, Math.sqrt(centre), 0, settings.innerLines);
}

/** Limits come from the mean; the line drawn is the median, which the runs analysis needs. */
export function casesBetweenLimits(
  sheet: Sheet,
  from: number,
  to: number,
  settings: LimitSettings
): void {
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
export function timeBetweenLimits(
  sheet: Sheet,
  from: number,
  to: number,
  settings: LimitSettings
): void {
  const { value } = sheet;
  for (let i = from; i < to; i++) value[i] = (value[i] as number) ** (1 / tRoot); // in column
  const given = settings.centre;
  individualLimits(sheet, from, to, {
    ...settings,
    centre: settings.tCentre === 'of-roots' ? given : given ** (1 / tRoot),
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
