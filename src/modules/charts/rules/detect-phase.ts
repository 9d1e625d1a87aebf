/** What the points of a phase say together: long runs, few crossings, too few or too many runs. */
import type { Sheet } from '../figures/sheet.ts';
import { findSameSide } from './detect-rows.ts';
import { flagOf, report, type Finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { fewestExpectedCrossings, longestExpectedRun } from './runs.ts';
import { runsOutsideChance } from './runs-test.ts';

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

export function findLongRuns(
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

export function findFewCrossings(
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

export function findOddNumberOfRuns(
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
