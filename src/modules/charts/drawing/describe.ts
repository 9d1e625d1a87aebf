/** The text alternative of a chart: what somebody hears who does not see it. */
import type { Analysis, Annotation, DrawOptions } from '../types.ts';
import { chartNames } from '../analysis/problem-sentences.ts';
import { sayCount, sayFigure, sayX } from '../analysis/wording.ts';
import { axisKey } from './axis.ts';

/** The title read first: the one given, or what is measured and how. */
export function chartTitle(analysis: Analysis, options: Pick<DrawOptions, 'title'>): string {
  if (options.title !== undefined) return options.title;
  const name = chartNames[analysis.type];
  return analysis.measure === null ? capital(name) : `${analysis.measure}: ${name}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Kind of chart, how many points from when to when, the summary, range of the values, what was left
 * out, and what was marked on the time axis.
 */
export function describeChart(
  analysis: Analysis,
  options: Pick<DrawOptions, 'annotations' | 'unit'> = {}
): string {
  const { points, decimals } = analysis;
  const unit = options.unit ?? analysis.unit;
  const first = points[0];
  const last = points.at(-1);
  const parts: string[] = [];
  if (first && last) {
    const stretch =
      analysis.xKind === 'category' || first === last
        ? ''
        : ` from ${first.label} to ${last.label}`;
    parts.push(
      `${capital(chartNames[analysis.type])} of ${sayCount(points.length, 'point')}${stretch}.`
    );
  }
  parts.push(analysis.summary);
  const counted = points.filter(({ value }) => value !== null);
  const lowest = counted.reduce(
    (low, point) => ((point.value ?? 0) < (low?.value ?? Infinity) ? point : low),
    counted[0]
  );
  const highest = counted.reduce(
    (high, point) => ((point.value ?? 0) > (high?.value ?? -Infinity) ? point : high),
    counted[0]
  );
  if (lowest && highest && lowest !== highest) {
    parts.push(
      `Lowest ${sayFigure(lowest.value ?? 0, decimals, unit)} (${lowest.label}), highest ${sayFigure(highest.value ?? 0, decimals, unit)} (${highest.label}).`
    );
  }
  const missing = points.length - counted.length;
  if (missing > 0) parts.push(`${sayCount(missing, 'point has', 'points have')} no value.`);
  const out = points.filter(({ included }) => !included);
  if (out.length > 0) {
    parts.push(`Left out of the calculation: ${out.map(({ label }) => label).join(', ')}.`);
  }
  const marks = options.annotations ?? [];
  if (marks.length > 0) {
    parts.push(
      `Marked on the time axis: ${marks.map((mark) => sayMark(mark, analysis)).join('; ')}.`
    );
  }
  return parts.join(' ');
}

/** "Mar 2024, test of change: Phone call before the visit". */
export function sayMark(mark: Annotation, analysis: Analysis): string {
  return `${labelOfX(mark.x, analysis)}${markKinds[mark.kind]}: ${mark.label}`;
}

const markKinds = { cycle: ', test of change', change: ', change', note: '' } as const;

function labelOfX(x: Annotation['x'], analysis: Analysis): string {
  const key = axisKey(x, analysis.xKind);
  const point = analysis.points.find((each) => axisKey(each.x, analysis.xKind) === key);
  return point?.label ?? sayX(x, analysis.xKind);
}
