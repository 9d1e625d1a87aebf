import { sayDate } from '#core/written-dates';
import { regionWords } from '../comparing/compare.ts';
import { periodWords, typedPeriodWords } from '../figures/periods.ts';
import { distanceText, figureText } from '../figures/rounding.ts';
import { isQualified, qualityWords, statusNames } from '../labels.ts';
import type {
  Baseline,
  Comparison,
  FigureStatus,
  GapBeside,
  GapChange,
  PeriodKind,
  Side,
  Unit
} from '../types.ts';
import type { Beside } from './view.ts';

/** What the sign beside a figure means, by the rule of `sideOf`. */
export const comparisonNames: Readonly<Record<Comparison, string>> = {
  better: 'Better',
  worse: 'Worse',
  similar: 'About the same',
  unknown: 'No comparison'
};

const sideWords: Readonly<Record<Side, string>> = {
  higher: 'higher than',
  lower: 'lower than',
  similar: 'about the same as'
};

/** "better than England", "higher than England" where neither way is better. */
export function comparisonWords(comparison: Comparison, side: Side, name: string): string {
  if (comparison === 'unknown') return `${sideWords[side]} ${name}`;
  return comparison === 'similar' ? `about the same as ${name}` : `${comparison} than ${name}`;
}

export const comparisonNote =
  'Better and worse are said only where chance alone would seldom put the two figures so far apart: the other lies outside the 95% interval of the figure here, worked out from the children counted, or from 1,000 where their number is not published (200 in one group alone). Else the two are about the same.';

/** "wider than in 2023/24"; rounding and chance are no change. */
function gapChangeWords(change: GapChange): string {
  const words = {
    wider: 'wider than in',
    narrower: 'narrower than in',
    similar: 'not clearly wider or narrower than in'
  };
  return `${words[change.change]} ${change.since}`;
}

/** A gap that is published elsewhere, in one period: its size where it is known, and where that is. */
export function gapsBeside(
  beside: readonly GapBeside[],
  period: string
): { readonly where: string; readonly gap: number }[] {
  return beside.flatMap(({ id, name, points }) => {
    const gap = points.find((point) => point.period === period)?.gap ?? null;
    return gap === null ? [] : [{ where: id === 'region' ? regionWords(name) : name, gap }];
  });
}

/**
 * "Eligible for free school meals: 48.6%. Not eligible: 77.4%. Gap: 28.8 points, not clearly wider or narrower than in 2023/24. In England it is 20.7 points,
 * in the North West 22.1 points."
 */
export function gapSentence(gap: {
  readonly period: string;
  readonly status: FigureStatus;
  readonly beside: readonly GapBeside[];
  readonly poorerTitle: string;
  readonly betterOffTitle: string;
  readonly poorer: number;
  readonly betterOff: number;
  readonly gap: number;
  readonly change: GapChange | null;
  readonly unit: Unit;
  readonly decimals: number;
}): string {
  const figure = (value: number) => figureText(value, gap.unit, gap.decimals);
  const change = gap.change === null ? '' : `, ${gapChangeWords(gap.change)}`;
  const mayChange = isQualified(gap.status) ? ` ${statusNames[gap.status]}.` : '';
  const distance = (size: number) => distanceText(size, gap.unit, gap.decimals);
  const others = gapsBeside(gap.beside, gap.period).map((each, index) =>
    index === 0
      ? `In ${each.where} it is ${distance(each.gap)}`
      : `in ${each.where} ${distance(each.gap)}`
  );
  const beside = others.length === 0 ? '' : ` ${others.join(', ')}.`;
  return `${gap.poorerTitle}: ${figure(gap.poorer)}. ${gap.betterOffTitle}: ${figure(gap.betterOff)}. Gap: ${distance(gap.gap)}${change}.${mayChange}${beside}`;
}

/**
 * What figures of one group alone are called, so that nobody takes them for figures of everybody.
 * @example inGroup('Trafford', 'Eligible for free school meals') // 'Trafford, eligible for free school meals'
 */
export function inGroup(name: string, groupTitle: string | null | undefined): string {
  if (groupTitle === null || groupTitle === undefined || groupTitle === '') return name;
  const group = /^[A-Z][a-z]/.test(groupTitle)
    ? `${groupTitle.charAt(0).toLowerCase()}${groupTitle.slice(1)}`
    : groupTitle;
  return `${name}, ${group}`;
}

/** Said before a sentence about one group: "Eligible for free school meals only: ". */
function groupLead(groupTitle: string | null | undefined): string {
  return groupTitle === null || groupTitle === undefined ? '' : `${groupTitle} only: `;
}

/** What a trend shows, in a sentence; it begins with the group where the figures are not of everybody. */
export function trendSentence(trend: {
  readonly groupTitle?: string | null;
  readonly areaName: string;
  readonly first: { readonly period: string; readonly value: number } | null;
  readonly latest: {
    readonly period: string;
    readonly value: number;
    readonly status: FigureStatus;
  } | null;
  readonly comparisons: readonly { readonly words: string; readonly value: number }[];
  readonly breakFrom: string | null;
  readonly baseline: Baseline | null;
  readonly target: number | null;
  readonly targetBy: string | null;
  readonly unit: Unit;
  readonly decimals: number;
  readonly periodKind: PeriodKind;
}): string {
  const { first, latest, unit, decimals, areaName } = trend;
  const lead = groupLead(trend.groupTitle);
  if (latest === null) return `${lead}No figure has been published for ${areaName}.`;
  const figure = (value: number) => figureText(value, unit, decimals);
  const when = (period: string) => periodWords(period, trend.periodKind);
  const compared = trend.comparisons
    .map(({ words, value }) => `${words} (${figure(value)})`)
    .join(', ');
  const now = `${areaName} is at ${figure(latest.value)} in ${when(latest.period)}${qualityWords(latest.status)}${compared === '' ? '' : `: ${compared}`}.`;
  const isSame = first === null || first.period === latest.period;
  const since = isSame ? '' : ` It was ${figure(first.value)} in ${when(first.period)}.`;
  const broken =
    trend.breakFrom === null
      ? ''
      : ` Figures before ${when(trend.breakFrom)} were counted differently and are not joined to later ones.`;
  const aims = [
    ...(trend.baseline === null
      ? []
      : [`The baseline is ${baselineWords(trend.baseline, trend)}.`]),
    ...(trend.target === null ? [] : [`The target is ${targetWords(trend.target, trend)}.`])
  ];
  return [`${lead}${now}${since}${broken}`, ...aims].join(' ');
}

/** "71.6% (2021/22)"; the figure alone where nobody said of when it is. */
export function baselineWords(
  { value, period }: Baseline,
  measure: { readonly unit: Unit; readonly decimals: number; readonly periodKind: PeriodKind }
): string {
  const figure = figureText(value, measure.unit, measure.decimals);
  return period === '' ? figure : `${figure} (${typedPeriodWords(period, measure.periodKind)})`;
}

/** "78.0% by 31 March 2027". */
export function targetWords(
  target: number,
  measure: { readonly unit: Unit; readonly decimals: number; readonly targetBy: string | null }
): string {
  const figure = figureText(target, measure.unit, measure.decimals);
  return measure.targetBy === null ? figure : `${figure} by ${sayDate(measure.targetBy)}`;
}

/** What areas beside one another show: how far they reach, and where the partnership's own lies. */
export function dotsSentence(
  beside: Beside,
  comparators: readonly { readonly name: string; readonly value: number }[],
  measure: {
    readonly unit: Unit;
    readonly decimals: number;
    readonly periodKind: PeriodKind;
    readonly groupTitle?: string | null;
  }
): string {
  const figure = (value: number) => figureText(value, measure.unit, measure.decimals);
  const others = beside.rows.filter((row) => !row.isHere);
  const values = others.flatMap((row) => (row.value === null ? [] : [row.value]));
  const here = beside.rows.find((row) => row.isHere);
  const who = {
    neighbours: 'statistical neighbours',
    councils: 'other councils',
    group: `areas of “${beside.name}”`,
    members: 'places'
  }[beside.kind];
  const range =
    values.length === 0
      ? `None of the ${who} has a figure.`
      : `${values.length} ${who} lie between ${figure(Math.min(...values))} and ${figure(Math.max(...values))} in ${periodWords(beside.period, measure.periodKind)}.`;
  const own =
    here === undefined || here.value === null ? '' : ` ${here.name} is at ${figure(here.value)}.`;
  const lines = comparators.map(({ name, value }) => `${name}, ${figure(value)}`);
  const against =
    lines.length === 0
      ? ''
      : ` ${lines.length === 1 ? 'The line is' : 'The lines are'} ${lines.join('; ')}.`;
  return `${groupLead(measure.groupTitle)}${range}${own}${against}`;
}
