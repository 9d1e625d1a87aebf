/** Points in a row: on one side, rising or falling, up and down in turn. */
import type { Sheet } from '../figures/sheet.ts';
import { flagOf, report, type Finding } from './finding.ts';
import type { Rule } from './rule.ts';

export function findSameSide(
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

export function findTrends(
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

export function findAlternating(
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
