/** Points by how far they lie from the centre line: beyond a limit, near one, within or away from one sigma. */
import type { Sheet } from '../figures/sheet.ts';
import { flagOf, report, type Finding } from './finding.ts';
import type { Rule } from './rule.ts';

export function findOutside(
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

/** An open row of overlapping windows, reported when the next one no longer touches it. */
interface OpenRow {
  from: number;
  to: number;
}

export function findBeyond(
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

export function findZoneRow(
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

/** Marks points beyond their three-sigma limits, excluded ones too; undefined limits never signal. */
export function isOutside(sheet: Sheet, i: number): boolean {
  const v = sheet.value[i] as number; // callers stay inside the columns
  return v > (sheet.upper[i] as number) || v < (sheet.lower[i] as number);
}
