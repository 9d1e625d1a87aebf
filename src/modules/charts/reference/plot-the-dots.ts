/**
 * One case in the manner of NHSRplotthedots 0.2.2: an XmR chart with the rules and icons of
 * Making Data Count. The schema of input and answer is in docs/methods/compatibility.md.
 */
import { err, ok, type Result } from '#core/result';
import type { ChartProblem, Improvement } from '../types.ts';
import { dayNumber, isoDate } from '../figures/calendar.ts';
import { calculateLimits, type LimitSettings } from '../figures/limits.ts';
import { limitSettings } from '../figures/methods.ts';
import { makeSheet, type Sheet } from '../figures/sheet.ts';
import { fillPlainSheet } from '../figures/subgroups.ts';
import { assuranceOf, meaningOf, variationOf } from '../icons.ts';
import { detectSignals, flagOf, isOutside } from '../rules/detect.ts';
import { ruleSets } from '../rules/rule-sets.ts';
import {
  booleanOr,
  checkLengths,
  column,
  figure,
  figures,
  list,
  listOrNull,
  numberOr,
  wordOr,
  type Json,
  type JsonObject
} from './json.ts';

/** Fewer points than this cannot fix limits. */
const fewestToFix = 12;
/** Phases with fewer points have trial limits only. */
const fewestForLimits = 13;
const directions: readonly Improvement[] = ['increase', 'decrease', 'neutral'];

/** What one point is said to be: the first rule that holds, in the package's order. */
type Cause =
  | { readonly kind: 'common' }
  | { readonly kind: 'outside' | 'trend' | 'two-in-three' | 'shift'; readonly side: 1 | -1 };

const causeNames = {
  outside: { up: 'Above UCL', down: 'Below LCL' },
  trend: { up: '7 Point Trend (Increasing)', down: '7 Point Trend (Decreasing)' },
  'two-in-three': { up: '2 in 3 Above CL', down: '2 in 3 Below CL' },
  shift: { up: '7 Points Above CL', down: '7 Points Below CL' }
} as const;

// Places of the rules in the set `mdc`.
const trendIndex = ruleSets.mdc.rules.findIndex((rule) => rule.kind === 'trend');
const twoInThreeIndex = ruleSets.mdc.rules.findIndex((rule) => rule.kind === 'beyond');
const shiftIndex = ruleSets.mdc.rules.findIndex((rule) => rule.kind === 'same-side');

/** Answers one input with engine `NHSRplotthedots`. */
export function answerPlotTheDots(input: JsonObject): Result<Json, ChartProblem> {
  const fix = numberOr(input, 'fixAfterNPoints', null);
  if (fix !== null && fix < fewestToFix) {
    return err({ kind: 'baseline-too-short', needed: fewestToFix, given: fix });
  }
  checkLengths(input, ['x', 'y']);
  const improvement = wordOr(input, 'improvementDirection', directions, 'increase');
  const given = column(list(input, 'y'), 'y');
  const rows: { day: number; y: number }[] = [];
  for (const [row, x] of list(input, 'x').entries()) {
    const day = dayNumber(String(x));
    if (day === null) return err({ kind: 'not-a-date', x: String(x), row: row + 1 });
    rows.push({ day, y: given[row] ?? NaN });
  }
  if (rows.length === 0) return err({ kind: 'no-points' });
  rows.sort((a, b) => a.day - b.day);
  const count = rows.length;
  const sheet = makeSheet(count);
  fillPlainSheet(sheet, rows.map(({ y }) => y), null); // prettier-ignore

  const starts = new Set((listOrNull(input, 'rebaseDates') ?? []).map((x) => dayNumber(String(x))));
  const phases: { from: number; to: number }[] = [];
  rows.forEach(({ day }, i) => {
    const isNew = i > 0 && starts.has(day) && rows[i - 1]?.day !== day;
    const open = phases.at(-1);
    if (!open || isNew) phases.push({ from: i, to: i + 1 });
    else open.to = i + 1;
  });
  // A date given for the very first point begins no new phase but counts as the first re-base.
  const firstGroup = starts.has(rows[0]?.day ?? null) ? 1 : 0;

  const settings: LimitSettings = {
    ...limitSettings['plot-the-dots'],
    screening: booleanOr(input, 'screenOutliers', true)
  };
  const groupOf: number[] = [];
  phases.forEach(({ from, to }, index) => {
    for (let i = from; i < to; i++) {
      groupOf.push(index + firstGroup);
      if (fix !== null && i >= from + fix) sheet.base[i] = 0;
    }
    calculateLimits('i', sheet, from, to, settings);
    detectSignals(ruleSets.mdc, sheet, from, to, null);
  });
  const phaseEndOf = (i: number) => phases.find(({ from, to }) => i >= from && i < to)?.to ?? count;
  const causes = Array.from({ length: count }, (_, i) => causeOf(sheet, i, phaseEndOf(i)));
  const types = causes.map((cause) => pointType(cause, improvement));
  const hasFlag = (i: number, ruleIndex: number) =>
    ((sheet.flags[i] ?? 0) & (flagOf(ruleIndex, 1) | flagOf(ruleIndex, -1))) !== 0;
  const lastPhase = phases.at(-1) ?? { from: 0, to: count };
  const lastCause = causes.at(-1) ?? { kind: 'common' };
  const lastSide = lastCause.kind === 'common' ? null : lastCause.side;
  const target = numberOr(input, 'target', null);
  // The package calls a target hit and miss when there are no limits to compare it with.
  const lower = sheet.lower[lastPhase.from] ?? NaN;
  const upper = sheet.upper[lastPhase.from] ?? NaN;
  const assurance = assuranceOf(
    target,
    Number.isNaN(lower) ? -Infinity : lower,
    Number.isNaN(upper) ? Infinity : upper,
    improvement
  );
  const tested = (answer: (i: number) => boolean) =>
    Array.from({ length: count }, (_, i) => (isTestable(sheet, i) ? answer(i) : null));
  return ok({
    points: {
      x: rows.map(({ day }) => isoDate(day)),
      y: figures(sheet.value, count),
      rebaseGroup: groupOf,
      mean: figures(sheet.centre, count),
      lpl: figures(sheet.lower, count),
      upl: figures(sheet.upper, count),
      relativeToMean: Array.from({ length: count }, (_, i) => figure(sideOf(sheet, i))),
      outsideLimits: tested((i) => isOutside(sheet, i)),
      closeToLimits: tested((i) => isBetweenNearAndFar(sheet, i)),
      trend: Array.from({ length: count }, (_, i) => hasFlag(i, trendIndex)),
      twoInThree: Array.from({ length: count }, (_, i) => hasFlag(i, twoInThreeIndex)),
      shift: Array.from({ length: count }, (_, i) => hasFlag(i, shiftIndex)),
      specialCauseType: causes.map((cause) =>
        cause.kind === 'common'
          ? 'Common Cause'
          : causeNames[cause.kind][cause.side > 0 ? 'up' : 'down']
      ),
      pointType: types
    },
    groups: phases.map(({ from, to }, index) => {
      const here = types.slice(from, to);
      const many = (type: string) => here.filter((each) => each === type).length;
      return {
        rebaseGroup: index + firstGroup,
        n: to - from,
        mean: figure(sheet.centre[from] ?? NaN),
        lpl: figure(sheet.lower[from] ?? NaN),
        upl: figure(sheet.upper[from] ?? NaN),
        commonCause: many('common_cause'),
        improvement: many('special_cause_improvement'),
        concern: many('special_cause_concern'),
        neutralHigh: many('special_cause_neutral_high'),
        neutralLow: many('special_cause_neutral_low'),
        lastPointType: here.at(-1) ?? 'common_cause',
        shortGroup: to - from < fewestForLimits
      };
    }),
    variationIcon: variationOf(lastSide, improvement).replace('-', '_'),
    assuranceType: assurance === null ? null : assuranceTypes[assurance],
    assuranceIcon: assurance === null ? null : assuranceIcons[assurance]
  });
}

const assuranceTypes = {
  passing: 'consistent_pass',
  failing: 'consistent_fail',
  'hit-and-miss': 'inconsistent'
} as const;

const assuranceIcons = {
  passing: 'pass',
  failing: 'fail',
  'hit-and-miss': 'inconsistent'
} as const;

function sideOf(sheet: Sheet, i: number): number {
  return Math.sign((sheet.value[i] ?? NaN) - (sheet.centre[i] ?? NaN));
}

function isTestable(sheet: Sheet, i: number): boolean {
  return !Number.isNaN(sheet.value[i]) && !Number.isNaN(sheet.upper[i]);
}

function isBetweenNearAndFar(sheet: Sheet, i: number): boolean {
  const value = sheet.value[i] ?? NaN;
  const isNear = value > (sheet.upperNear[i] ?? NaN) || value < (sheet.lowerNear[i] ?? NaN);
  return isNear && !isOutside(sheet, i);
}

function causeOf(sheet: Sheet, i: number, phaseEnd: number): Cause {
  const flags = sheet.flags[i] ?? 0;
  const has = (ruleIndex: number, side: 1 | -1) => (flags & flagOf(ruleIndex, side)) !== 0;
  const value = sheet.value[i] ?? NaN;
  if (isOutside(sheet, i))
    return { kind: 'outside', side: value > (sheet.upper[i] ?? NaN) ? 1 : -1 };
  const rises = has(trendIndex, 1);
  const falls = has(trendIndex, -1);
  if (rises && falls) {
    const next = i + 1 < phaseEnd ? (sheet.value[i + 1] ?? NaN) : NaN;
    return { kind: 'trend', side: next > value ? 1 : -1 };
  }
  if (rises || falls) return { kind: 'trend', side: rises ? 1 : -1 };
  for (const side of [1, -1] as const) {
    if (has(twoInThreeIndex, side)) return { kind: 'two-in-three', side };
  }
  for (const side of [1, -1] as const) {
    if (has(shiftIndex, side)) return { kind: 'shift', side };
  }
  return { kind: 'common' };
}

function pointType(cause: Cause, improvement: Improvement): string {
  if (cause.kind === 'common') return 'common_cause';
  const meaning = meaningOf(cause.side, improvement);
  if (meaning !== 'neutral') return `special_cause_${meaning}`;
  return `special_cause_neutral_${cause.side > 0 ? 'high' : 'low'}`;
}
