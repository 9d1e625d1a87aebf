/** From findings to signals that people can read: which rule, which points, since when, in words. */
import { listed } from '#core/written-lists';
import type { Improvement, LevelShift, Meaning, RuleKind, Signal, XValue } from '../types.ts';
import { meaningOf } from '../icons.ts';
import type { Finding } from '../rules/detect.ts';
import { sayCount, sayFigure, sayNumber } from './wording.ts';

/** What the sentences need to know of the chart. */
export interface SignalSetting {
  readonly x: readonly XValue[];
  readonly labels: readonly string[];
  readonly values: readonly (number | null)[];
  readonly centreName: string;
  readonly improvement: Improvement;
  readonly unit: string;
  readonly decimals: number;
}

/** Findings that speak of a phase as a whole, not of particular points. */
export function isAboutWholePhase(kind: RuleKind): boolean {
  return kind === 'crossings' || kind === 'number-of-runs';
}

/** The signals of one phase, in the order of time. */
export function signalsOf(
  findings: readonly Finding[],
  phase: number,
  setting: SignalSetting,
  shift: LevelShift | null
): Signal[] {
  return mergeOutside(findings)
    .filter((finding) => finding.points.length > 0)
    .map((finding) => signalOf(finding, phase, setting, shift))
    .sort((a, b) => (a.points[0] ?? 0) - (b.points[0] ?? 0));
}

/** Points beyond a limit on the same side make one signal, or a chart would talk too much. */
function mergeOutside(findings: readonly Finding[]): Finding[] {
  const merged: Finding[] = [];
  for (const finding of findings) {
    const at = merged.findIndex(
      (known) => known.rule.kind === 'outside' && known.direction === finding.direction
    );
    const known = merged[at];
    if (finding.rule.kind === 'outside' && known) {
      merged[at] = { ...known, points: [...known.points, ...finding.points] };
    } else merged.push(finding);
  }
  return merged;
}

/**
 * Whether a point lies on the side that the phase has left: before its shift, and away from the new level.
 * About one line for both levels such points seem a signal, but they show only where the shift began.
 */
export function isLeftBehind(shift: LevelShift | null, position: number, side: number): boolean {
  if (shift === null || position >= shift.position) return false;
  return side === (shift.direction === 'up' ? -1 : 1);
}

function signalOf(
  finding: Finding,
  phase: number,
  setting: SignalSetting,
  shift: LevelShift | null
): Signal {
  const { x, improvement } = setting;
  const first = finding.points[0] ?? 0;
  const last = finding.points.at(-1) ?? first;
  const side = isAboutWholePhase(finding.rule.kind) ? 0 : finding.direction;
  const leftBehind = isLeftBehind(shift, last + 1, side);
  const meaning: Meaning = side === 0 || leftBehind ? 'neutral' : meaningOf(side, improvement);
  const meant = leftBehind
    ? ` That was before the ${shift?.direction === 'up' ? 'rise' : 'fall'}.`
    : meaningSentences[meaning];
  return {
    rule: finding.rule.kind,
    name: nameOf(finding, setting),
    phase,
    points: finding.points.map((i) => i + 1),
    from: x[first] ?? first + 1,
    to: x[last] ?? last + 1,
    direction: side === 0 ? null : side > 0 ? 'up' : 'down',
    meaning,
    sentence: `${sentenceOf(finding, setting)}${meant}`
  };
}

export const meaningSentences = {
  improvement: ' That is the direction wanted.',
  concern: ' That is not the direction wanted.',
  neutral: ''
} as const;

function nameOf({ rule, direction, seen }: Finding, { centreName }: SignalSetting): string {
  const side = direction > 0 ? 'above' : 'below';
  switch (rule.kind) {
    case 'outside':
      return `${side} the limit`;
    case 'same-side':
    case 'longest-run':
      return `${seen} in a row ${side} the ${centreName}`;
    case 'trend':
      return `${seen} in a row ${direction > 0 ? 'rising' : 'falling'}`;
    case 'beyond':
      return rule.sigma === 2
        ? `${rule.count} of ${rule.of} near the ${direction > 0 ? 'upper' : 'lower'} limit`
        : `${rule.count} of ${rule.of} well ${side} the ${centreName}`;
    case 'within':
      return `${seen} in a row close to the ${centreName}`;
    case 'straddling':
      return `${seen} in a row away from the ${centreName}`;
    case 'alternating':
      return `${seen} in a row up and down in turn`;
    case 'crossings':
      return `few crossings of the ${centreName}`;
    case 'number-of-runs':
      return direction < 0 ? 'too few runs' : 'too many runs';
    case 'judgement':
      return 'a point to look at';
  }
}

function sentenceOf(finding: Finding, setting: SignalSetting): string {
  const { labels, values, centreName, unit, decimals } = setting;
  const { rule, direction, seen, usual, points } = finding;
  const label = (i: number | undefined) => (i === undefined ? '' : (labels[i] ?? ''));
  const stretch = `from ${label(points[0])} to ${label(points.at(-1))}`;
  const side = direction > 0 ? 'above' : 'below';
  const limit = direction > 0 ? 'upper limit' : 'lower limit';
  switch (rule.kind) {
    case 'outside': {
      const only = points[0] ?? 0;
      if (points.length === 1) {
        const value = sayFigure(values[only] ?? NaN, decimals, unit);
        return `The value of ${label(only)} (${value}) lies ${side} the ${limit}, where chance seldom takes it.`;
      }
      const which =
        points.length <= 3
          ? `: ${listed(points.map(label))}`
          : `, the last of them ${label(points.at(-1))}`;
      return `${sayCount(points.length, 'value')} lie ${side} the ${limit}, where chance seldom takes them${which}.`;
    }
    case 'same-side':
      return `${sayCount(seen, 'point')} in a row, ${stretch}, lie ${side} the ${centreName}.`;
    case 'longest-run':
      return `${sayCount(seen, 'point')} in a row, ${stretch}, lie ${side} the ${centreName}; chance seldom gives more than ${usual ?? 0}.`;
    case 'trend':
      return `${sayCount(seen, 'point')} in a row ${direction > 0 ? 'rise' : 'fall'}, ${stretch}.`;
    case 'beyond': {
      const where =
        rule.sigma === 2 ? `close to or beyond the ${limit}` : `well ${side} the ${centreName}`;
      return `${listed(points.slice(0, 4).map(label))}${points.length > 4 ? ' and others' : ''} lie ${where}: at least ${rule.count} of ${rule.of} neighbours.`;
    }
    case 'within':
      return `${sayCount(seen, 'point')} in a row, ${stretch}, lie closer to the ${centreName} than chance would have them; check how the data are put together.`;
    case 'straddling':
      return `${sayCount(seen, 'point')} in a row, ${stretch}, keep away from the ${centreName} on either side; two different things may be mixed.`;
    case 'alternating':
      return `${sayCount(seen, 'point')} in a row, ${stretch}, go up and down in turn.`;
    case 'crossings':
      return `The line crosses the ${centreName} ${sayTimes(seen)}; chance seldom gives fewer than ${sayNumber(usual ?? 0, 0)} crossings.`;
    case 'number-of-runs':
      return direction < 0
        ? `The points change sides too seldom: ${sayCount(seen, 'run')} about the ${centreName}, where chance gives at least ${usual ?? 0}.`
        : `The points change sides too often: ${sayCount(seen, 'run')} about the ${centreName}, where chance gives at most ${usual ?? 0}.`;
    case 'judgement':
      return 'Look whether any point is plainly different from the rest.';
  }
}

function sayTimes(count: number): string {
  if (count === 0) return 'not once';
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${sayNumber(count, 0)} times`;
}
