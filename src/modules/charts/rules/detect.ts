/**
 * Finding the patterns. Each rule writes two bits a point into `sheet.flags` (upwards and
 * downwards) and, when asked, the stretches it found. One pass a rule, no allocation without
 * findings: the cost grows with the number of points.
 */
import type { Sheet } from '../figures/sheet.ts';
import type { Rule, RuleSet } from './rule.ts';
import { fewestExpectedCrossings, longestExpectedRun } from './runs.ts';
import { runsOutsideChance } from './runs-test.ts';

/** A stretch of points that broke a rule. Indices count from 0 over the whole series. */
export interface Finding {
  readonly ruleIndex: number;
  readonly rule: Rule;
  readonly points: readonly number[];
  readonly direction: 1 | -1 | 0;
  /** What was counted: the length of the run, crossings seen, runs seen. */
  readonly seen: number;
  /** What chance usually allows, where the rule has such a figure. */
  readonly usual: number | null;
}

/** The bit of `flags` that rule number `ruleIndex` sets for a direction. */
export function flagOf(ruleIndex: number, direction: 1 | -1 | 0): number {
  return 1 << (2 * ruleIndex + (direction < 0 ? 1 : 0));
}

/**
 * Applies every rule of the set to the points `from..to` (one phase). Clears their flags first.
 * Excluded points are passed over; a missing value breaks a row of neighbours or is passed over,
 * as the set says.
 */
export function detectSignals(
  set: RuleSet,
  sheet: Sheet,
  from: number,
  to: number,
  findings: Finding[] | null
): void {
  const { flags, order, included, value } = sheet;
  const breaks = set.missing === 'breaks';
  let count = 0;
  for (let i = from; i < to; i++) {
    flags[i] = 0;
    if (included[i] !== 1) continue;
    const v = value[i] as number; // i is inside the column
    if (v === v) order[count++] = i;
    else if (breaks) order[count++] = -1;
  }
  const rules = set.rules;
  for (let r = 0; r < rules.length; r++) {
    const rule = rules[r] as Rule; // r < length
    switch (rule.kind) {
      case 'outside':
        findOutside(sheet, count, rule, r, findings);
        break;
      case 'same-side':
        findSameSide(
          sheet,
          count,
          rule,
          r,
          rule.length,
          rule.onCentre === 'skipped',
          null,
          findings
        );
        break;
      case 'trend':
        findTrends(sheet, count, rule, r, findings);
        break;
      case 'beyond':
        findBeyond(sheet, count, rule, r, findings);
        break;
      case 'within':
      case 'straddling':
        findZoneRow(sheet, count, rule, r, findings);
        break;
      case 'alternating':
        findAlternating(sheet, count, rule, r, findings);
        break;
      case 'longest-run':
        findLongRuns(sheet, count, rule, r, findings);
        break;
      case 'crossings':
        findFewCrossings(sheet, count, rule, r, findings);
        break;
      case 'number-of-runs':
        findOddNumberOfRuns(sheet, count, rule, r, findings);
        break;
      case 'judgement':
        break; // nothing to calculate
    }
  }
}

function report(
  findings: Finding[] | null,
  sheet: Sheet,
  rule: Rule,
  ruleIndex: number,
  start: number,
  end: number,
  direction: 1 | -1 | 0,
  seen: number,
  usual: number | null
): void {
  if (!findings) return;
  const bit = flagOf(ruleIndex, direction);
  const points: number[] = [];
  for (let at = start; at <= end; at++) {
    const i = sheet.order[at] as number; // start..end lie inside the order
    if (i >= 0 && ((sheet.flags[i] as number) & bit) !== 0) points.push(i);
  }
  findings.push({ ruleIndex, rule, points, direction, seen, usual });
}

function findOutside(
  sheet: Sheet,
  count: number,
  rule: Rule,
  r: number,
  findings: Finding[] | null
): void {
  const { order, value, upper, lower, flags } = sheet;
  const up = flagOf(r, 1);
  const down = flagOf(r, -1);
  for (let at = 0; at < count; at++) {
    const i = order[at] as number; // at < count
    if (i < 0) continue;
    const v = value[i] as number; // i is inside the columns
    if (v > (upper[i] as number)) {
      flags[i] = (flags[i] as number) | up;
      report(findings, sheet, rule, r, at, at, 1, 1, null);
    } else if (v < (lower[i] as number)) {
      flags[i] = (flags[i] as number) | down;
      report(findings, sheet, rule, r, at, at, -1, 1, null);
    }
  }
}

function findSameSide(
  sheet: Sheet,
  count: number,
  rule: Rule,
  r: number,
  length: number,
  skipsCentre: boolean,
  usual: number | null,
  findings: Finding[] | null
): void {
  const { order, value, centre } = sheet;
  let side: 1 | -1 | 0 = 0;
  let run = 0;
  let start = 0;
  let last = 0;
  for (let at = 0; at < count; at++) {
    const i = order[at] as number; // at < count
    let now: 1 | -1 | 0 = 0;
    if (i >= 0) {
      const v = value[i] as number; // i is inside the columns
      const c = centre[i] as number;
      now = v > c ? 1 : v < c ? -1 : 0;
      if (now === 0 && skipsCentre) continue;
    }
    if (now === side) {
      run++;
      last = at;
      continue;
    }
    if (side !== 0 && run >= length)
      flagRun(sheet, rule, r, start, last, side, run, usual, findings);
    side = now;
    run = 1;
    start = at;
    last = at;
  }
  if (side !== 0 && run >= length) flagRun(sheet, rule, r, start, last, side, run, usual, findings);
}

/** Flags the points of a run that lie on its side, and reports it. */
function flagRun(
  sheet: Sheet,
  rule: Rule,
  r: number,
  start: number,
  end: number,
  side: 1 | -1,
  seen: number,
  usual: number | null,
  findings: Finding[] | null
): void {
  const { order, value, centre, flags } = sheet;
  const bit = flagOf(r, side);
  for (let at = start; at <= end; at++) {
    const i = order[at] as number; // start..end lie inside the order
    if (i >= 0 && value[i] !== centre[i]) flags[i] = (flags[i] as number) | bit;
  }
  report(findings, sheet, rule, r, start, end, side, seen, usual);
}

function findTrends(
  sheet: Sheet,
  count: number,
  rule: Rule & { readonly kind: 'trend' },
  r: number,
  findings: Finding[] | null
): void {
  const { order, value } = sheet;
  const skips = rule.repeats === 'skipped';
  let direction: 1 | -1 | 0 = 0;
  let start = 0;
  let points = 0;
  let last = 0;
  let before = NaN;
  for (let at = 0; at < count; at++) {
    const i = order[at] as number; // at < count
    const now = i < 0 ? NaN : (value[i] as number); // i is inside the column
    const step: 1 | -1 | 0 = now > before ? 1 : now < before ? -1 : 0;
    if (step !== 0 && step === direction) {
      points++;
      last = at;
    } else if (!(step === 0 && skips && now === before)) {
      if (direction !== 0 && points >= rule.length) {
        flagTrend(sheet, rule, r, start, last, direction, points, findings);
      }
      direction = step;
      // A turning point ends one trend and starts the next; the last of equal values starts it.
      start = step === 0 ? at : at - 1;
      points = step === 0 ? 1 : 2;
      last = at;
    }
    before = now;
  }
  if (direction !== 0 && points >= rule.length) {
    flagTrend(sheet, rule, r, start, last, direction, points, findings);
  }
}

function flagTrend(
  sheet: Sheet,
  rule: Rule,
  r: number,
  start: number,
  end: number,
  direction: 1 | -1,
  seen: number,
  findings: Finding[] | null
): void {
  const { order, flags } = sheet;
  const bit = flagOf(r, direction);
  for (let at = start; at <= end; at++) {
    const i = order[at] as number; // start..end lie inside the order
    if (i >= 0) flags[i] = (flags[i] as number) | bit;
  }
  report(findings, sheet, rule, r, start, end, direction, seen, null);
}

/** An open row of overlapping windows, reported when the next one no longer touches it. */
interface OpenRow {
  from: number;
  to: number;
}

function findBeyond(
  sheet: Sheet,
  count: number,
  rule: Rule & { readonly kind: 'beyond' },
  r: number,
  findings: Finding[] | null
): void {
  const { order, value, upper, lower } = sheet;
  const nearAbove = rule.sigma === 2 ? sheet.upperNear : sheet.upperInner;
  const nearBelow = rule.sigma === 2 ? sheet.lowerNear : sheet.lowerInner;
  const outsideCounts = rule.outside === 'counts';
  const length = rule.of;
  const full = (1 << length) - 1;
  const openAbove: OpenRow = { from: -1, to: -1 };
  const openBelow: OpenRow = { from: -1, to: -1 };
  // The last points as bits: 1 where beyond the line on that side.
  let above = 0;
  let below = 0;
  let sinceBreak = 0;
  for (let at = 0; at < count; at++) {
    const i = order[at] as number; // at < count
    if (i < 0) {
      above = 0;
      below = 0;
      sinceBreak = 0;
      continue;
    }
    sinceBreak++;
    const v = value[i] as number; // i is inside the columns
    above = (above << 1) & full;
    below = (below << 1) & full;
    if (v > (nearAbove[i] as number)) {
      if (outsideCounts || !(v > (upper[i] as number))) above |= 1;
    } else if (v < (nearBelow[i] as number)) {
      if (outsideCounts || !(v < (lower[i] as number))) below |= 1;
    }
    if ((above | below) === 0 || sinceBreak < length) continue;
    if (bitCount(above) >= rule.count) {
      flagWindow(sheet, at, 1, above, rule, r, openAbove, findings);
    }
    if (bitCount(below) >= rule.count) {
      flagWindow(sheet, at, -1, below, rule, r, openBelow, findings);
    }
  }
  if (!findings) return;
  if (openAbove.from >= 0) report(findings, sheet, rule, r, openAbove.from, openAbove.to, 1, 0, null); // prettier-ignore
  if (openBelow.from >= 0) report(findings, sheet, rule, r, openBelow.from, openBelow.to, -1, 0, null); // prettier-ignore
}

/** Flags the points of one window that lie beyond the line, if its neighbours allow it. */
function flagWindow(
  sheet: Sheet,
  at: number,
  side: 1 | -1,
  beyond: number,
  rule: Rule & { readonly kind: 'beyond' },
  r: number,
  open: OpenRow,
  findings: Finding[] | null
): void {
  const { order, flags, value, centre } = sheet;
  const start = at - rule.of + 1;
  if (rule.neighbours === 'same-side') {
    for (let each = start; each <= at; each++) {
      const i = order[each] as number; // the window is full
      if (!((value[i] as number) * side > (centre[i] as number) * side)) return; // in the columns
    }
  }
  const bit = flagOf(r, side);
  for (let back = 0; back < rule.of; back++) {
    if (((beyond >> back) & 1) === 0) continue;
    const i = order[at - back] as number; // the window is full
    flags[i] = (flags[i] as number) | bit;
  }
  if (!findings) return;
  if (open.from >= 0 && start > open.to) {
    report(findings, sheet, rule, r, open.from, open.to, side, 0, null);
    open.from = -1;
  }
  if (open.from < 0) open.from = start;
  open.to = at;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function findZoneRow(
  sheet: Sheet,
  count: number,
  rule: Rule & { readonly kind: 'within' | 'straddling' },
  r: number,
  findings: Finding[] | null
): void {
  const { order, value, lowerInner, upperInner, flags } = sheet;
  const wantsWithin = rule.kind === 'within';
  const bit = flagOf(r, 0);
  let run = 0;
  for (let at = 0; at <= count; at++) {
    let fits = false;
    const i = at < count ? (order[at] as number) : -1; // at < count
    if (i >= 0) {
      const v = value[i] as number; // i is inside the columns
      const high = upperInner[i] as number;
      const low = lowerInner[i] as number;
      fits = wantsWithin ? v < high && v > low : v > high || v < low;
    }
    if (fits) {
      run++;
      continue;
    }
    if (run >= rule.length) {
      for (let back = at - run; back < at; back++) {
        const j = order[back] as number; // inside the row just ended
        flags[j] = (flags[j] as number) | bit;
      }
      report(findings, sheet, rule, r, at - run, at - 1, 0, run, null);
    }
    run = 0;
  }
}

function findAlternating(
  sheet: Sheet,
  count: number,
  rule: Rule & { readonly kind: 'alternating' },
  r: number,
  findings: Finding[] | null
): void {
  const { order, value, flags } = sheet;
  const bit = flagOf(r, 0);
  let before = NaN;
  let step = 0;
  let points = 0;
  for (let at = 0; at <= count; at++) {
    const i = at < count ? (order[at] as number) : -1; // at < count
    const now = i < 0 ? NaN : (value[i] as number);
    const next = now > before ? 1 : now < before ? -1 : 0;
    if (next !== 0 && next === -step) points++;
    else {
      if (points >= rule.length) {
        for (let back = at - points; back < at; back++) {
          const j = order[back] as number; // inside the row just ended
          flags[j] = (flags[j] as number) | bit;
        }
        report(findings, sheet, rule, r, at - points, at - 1, 0, points, null);
      }
      points = next === 0 ? 1 : 2;
    }
    step = next;
    before = now;
  }
}

/** Useful points and sides, as the run rules count them. */
let usefulCount = 0;
let aboveCount = 0;
let sideChanges = 0;

function countSides(sheet: Sheet, count: number): void {
  const { order, value, centre } = sheet;
  usefulCount = 0;
  aboveCount = 0;
  sideChanges = 0;
  let before = 0;
  for (let at = 0; at < count; at++) {
    const i = order[at] as number; // at < count
    if (i < 0) continue;
    const v = value[i] as number; // i is inside the columns
    const c = centre[i] as number;
    const side = v > c ? 1 : v < c ? -1 : 0;
    if (side === 0) continue;
    usefulCount++;
    if (side > 0) aboveCount++;
    if (before !== 0 && side !== before) sideChanges++;
    before = side;
  }
}

function findLongRuns(
  sheet: Sheet,
  count: number,
  rule: Rule,
  r: number,
  findings: Finding[] | null
): void {
  countSides(sheet, count);
  if (usefulCount === 0) return;
  const usual = longestExpectedRun(usefulCount);
  findSameSide(sheet, count, rule, r, usual + 1, true, usual, findings);
}

function findFewCrossings(
  sheet: Sheet,
  count: number,
  rule: Rule,
  r: number,
  findings: Finding[] | null
): void {
  countSides(sheet, count);
  if (usefulCount === 0) return;
  const usual = fewestExpectedCrossings(usefulCount);
  if (sideChanges < usual) flagAll(sheet, count, rule, r, -1, sideChanges, usual, findings);
}

function findOddNumberOfRuns(
  sheet: Sheet,
  count: number,
  rule: Rule & { readonly kind: 'number-of-runs' },
  r: number,
  findings: Finding[] | null
): void {
  countSides(sheet, count);
  if (usefulCount === 0) return;
  const runs = sideChanges + 1;
  const limits = runsOutsideChance(aboveCount, usefulCount - aboveCount, rule.tail);
  if (runs < limits.fewest) flagAll(sheet, count, rule, r, -1, runs, limits.fewest, findings);
  else if (runs > limits.most) flagAll(sheet, count, rule, r, 1, runs, limits.most, findings);
}

/** A finding about the phase as a whole, not about particular points. */
function flagAll(
  sheet: Sheet,
  count: number,
  rule: Rule,
  r: number,
  direction: 1 | -1,
  seen: number,
  usual: number,
  findings: Finding[] | null
): void {
  const { order, flags } = sheet;
  const bit = flagOf(r, direction);
  for (let at = 0; at < count; at++) {
    const i = order[at] as number; // at < count
    if (i >= 0) flags[i] = (flags[i] as number) | bit;
  }
  report(findings, sheet, rule, r, 0, count - 1, direction, seen, usual);
}

/** Marks points beyond their three-sigma limits, excluded ones too; undefined limits never signal. */
export function isOutside(sheet: Sheet, i: number): boolean {
  const v = sheet.value[i] as number; // callers stay inside the columns
  return v > (sheet.upper[i] as number) || v < (sheet.lower[i] as number);
}
