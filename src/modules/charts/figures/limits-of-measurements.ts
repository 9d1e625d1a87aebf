/** Centre lines and limits of measurements: run, I, MR, I′, X-bar and S charts. */
import {
  a3,
  b3,
  b4,
  d2ForPairs,
  d4ForPairs,
  iPrimeScreen,
  roundedLimitFactor
} from './constants.ts';
import {
  averageMovingRange,
  baseMean,
  fillConstant,
  fillInner,
  fillPhase,
  fillPoint,
  finite,
  floored,
  gatherBase,
  type LimitSettings
} from './limit-lines.ts';
import type { Sheet } from './sheet.ts';
import { mean, meanBelow, median, sum } from './sums.ts';

export function runLimits(sheet: Sheet, from: number, to: number, settings: LimitSettings): void {
  const count = gatherBase(sheet, sheet.value, from, to);
  const centre =
    settings.centre === settings.centre
      ? settings.centre
      : median(sheet.scratch, 0, count, sheet.scratchTwo);
  fillConstant(sheet, from, to, centre, NaN, -Infinity, settings.innerLines);
}

export function individualLimits(
  sheet: Sheet,
  from: number,
  to: number,
  settings: LimitSettings
): void {
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
export function movingRangeLimits(
  sheet: Sheet,
  from: number,
  to: number,
  settings: LimitSettings
): void {
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
  fillPhase(sheet.upper, from, to, finite(d4ForPairs * centre));
  fillPhase(sheet.lowerNear, from, to, floor);
  fillPhase(sheet.upperNear, from, to, finite((d4ForPairs / 3) * 2 * centre));
  if (settings.innerLines) {
    fillPhase(sheet.lowerInner, from, to, floor);
    fillPhase(sheet.upperInner, from, to, (d4ForPairs / 3) * centre);
  }
}

/**
 * Normalised individuals: ratios weighted by their denominators.
 * Source: Taylor, Normalized individuals (I_N) chart.
 */
export function iPrimeLimits(
  sheet: Sheet,
  from: number,
  to: number,
  settings: LimitSettings
): void {
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

/** Means and standard deviations of subgroups, with limits that follow the size of each. */
export function subgroupLimits(
  type: 'xbar' | 's',
  sheet: Sheet,
  from: number,
  to: number,
  settings: LimitSettings
): void {
  const { size, base, scratch, scratchTwo } = sheet;
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
      // Means, also where another aggregate of the rows is plotted: the limits are those of means.
      scratch[count] = (size[i] as number) * (sheet.mean[i] as number); // i is inside the columns
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
