import { chooseChart, type ChartQuestion } from '#modules/charts';
import type { Measure } from './kinds.ts';
import type { Frequency, MeasureChartType, MeasureValue, ValueForm } from '../types.ts';

/** Which chart a measure is shown as, and why. */

/** The charts that fit what an entry holds, the usual one first. */
export const chartsFor: { readonly [form in ValueForm]: readonly MeasureChartType[] } = {
  value: ['run', 'i', 't'],
  count: ['run', 'c', 'i', 'g'],
  share: ['run', 'p', 'pp', 'i'],
  rate: ['run', 'u', 'up', 'i']
};

/** Why each chart would be chosen, in a sentence. */
export const chartReasons: { readonly [type in MeasureChartType]: string } = {
  run: 'A run chart asks little of the data: its median and two rules tell a change from chance from ten values on.',
  i: 'An I chart shows single values with limits: one unusual value as well as a lasting change. It wants twenty values or so.',
  p: 'A P chart shows shares, with limits that allow for how many were counted each time.',
  pp: 'A P′ chart is a P chart for large groups, where the limits of a P chart come out too narrow.',
  c: 'A C chart shows counts of events where the opportunity for them stays the same.',
  u: 'A U chart shows rates, with limits that allow for a changing opportunity.',
  up: 'A U′ chart is a U chart for large numbers, where the limits of a U chart come out too narrow.',
  t: 'A T chart shows the time between rare events.',
  g: 'A G chart shows how many went well between rare events.'
};

/** The chart used when nobody chooses another. */
export const usualChart: MeasureChartType = 'run';

const counted: { readonly [form in ValueForm]: ChartQuestion['counted'] } = {
  value: 'measurement',
  count: 'count',
  share: 'share',
  rate: 'rate'
};

const howOften: { readonly [frequency in Frequency]?: NonNullable<ChartQuestion['howOften']> } = {
  daily: 'day',
  weekly: 'week',
  fortnightly: 'week',
  monthly: 'month',
  termly: 'quarter',
  quarterly: 'quarter',
  yearly: 'year'
};

/**
 * The chart that suits a measure with the values it has so far, with the reason and what to keep in mind.
 * `type` is null when the advice is to collect something else, such as the time between rare events.
 */
export function adviseChart(
  measure: Pick<Measure, 'valueForm' | 'frequency'>,
  values: readonly Pick<MeasureValue, 'figure'>[]
): {
  readonly type: MeasureChartType | null;
  readonly reason: string;
  readonly cautions: readonly string[];
} {
  const ratios = values.flatMap(({ figure }) => (figure.kind === 'ratio' ? [figure] : []));
  const often = howOften[measure.frequency];
  const counts = values.flatMap(({ figure }) =>
    figure.kind === 'ratio' ? figure.numerator : figure.kind === 'value' ? figure.value : []
  );
  const advice = chooseChart({
    counted: counted[measure.valueForm],
    points: counts.length,
    ...(often === undefined ? {} : { howOften: often }),
    ...(measure.valueForm === 'value' || counts.length === 0
      ? {}
      : { usualCount: middleOf(counts) }),
    ...(ratios.length === 0
      ? {}
      : { usualDenominator: middleOf(ratios.map(({ denominator }) => denominator)) })
  });
  const fitting = chartsFor[measure.valueForm].find((type) => type === advice.type);
  return { type: fitting ?? null, reason: advice.reason, cautions: advice.cautions };
}

/** The upper median: a value that occurs. */
function middleOf(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
