import type { MeasureChartType, ValueForm } from './types.ts';

/** The charts that fit what an entry holds, the usual one first. */
export const chartsFor: { readonly [form in ValueForm]: readonly MeasureChartType[] } = {
  value: ['run', 'i', 't'],
  count: ['run', 'c', 'i', 'g'],
  share: ['run', 'p', 'pp', 'i'],
  rate: ['run', 'u', 'up', 'i']
};

/** Why each chart would be chosen, in a sentence. */
export const chartReasons: { readonly [type in MeasureChartType]: string } = {
  run: 'A run chart: it asks little of the data, and its median and two rules tell a change from chance from ten values on.',
  i: 'An I chart: single values with limits, which show one unusual value as well as a lasting change. It wants twenty values or so.',
  p: 'A P chart: shares with limits that allow for how many were counted each time.',
  pp: 'A P′ chart: as a P chart, for large groups where the limits of a P chart come out too narrow.',
  c: 'A C chart: counts of events where the opportunity for them stays the same.',
  u: 'A U chart: rates with limits that allow for a changing opportunity.',
  up: 'A U′ chart: as a U chart, for large numbers where its limits come out too narrow.',
  t: 'A T chart: the time between rare events.',
  g: 'A G chart: how many went well between rare events.'
};

/** The chart used when nobody chooses another: the run chart. */
export const usualChart: MeasureChartType = 'run';
