/** What a rule finds, and how it is written down. */
import type { Sheet } from '../figures/sheet.ts';
import type { Rule } from './rule.ts';

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

export function report(
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
