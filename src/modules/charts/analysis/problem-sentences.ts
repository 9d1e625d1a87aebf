/** Why a chart was refused and what to do, in plain words: once for every problem. */
import type { ChartProblem, ChartType } from '../types.ts';
import { sayCount, sayNumber, sayX } from './wording.ts';

/** Names of the charts, as people say them. */
export const chartNames: { readonly [type in ChartType]: string } = {
  run: 'run chart',
  i: 'I chart (XmR)',
  mr: 'moving range chart',
  ip: 'I′ chart',
  xbar: 'X-bar chart',
  s: 'S chart',
  t: 'T chart',
  p: 'P chart',
  pp: 'P′ chart',
  c: 'C chart',
  u: 'U chart',
  up: 'U′ chart',
  g: 'G chart'
};

export function chartProblemSentence(problem: ChartProblem): string {
  switch (problem.kind) {
    case 'no-points':
      return 'There is nothing to draw yet. Add at least one value.';
    case 'unknown-chart-type':
      return `There is no chart called “${problem.given}”. Use one of ${Object.keys(chartNames).join(', ')}.`;
    case 'unknown-rule-set':
      return `There are no rules called “${problem.given}”.`;
    case 'not-a-date':
      return `“${String(problem.x)}” in row ${problem.row} is not a date. Write it as year-month-day, for example 2024-03-01.`;
    case 'not-a-number':
      return `Row ${problem.row} has something that is not a number as its ${fieldNames[problem.field]}.`;
    case 'denominators-needed':
      return `A ${chartNames[problem.type]} needs a denominator for every count: how many there were in all.`;
    case 'negative-denominator':
      return `The denominator at ${sayX(problem.x, null)} is below zero.`;
    case 'negative-count':
      return `The count at ${sayX(problem.x, null)} is ${sayNumber(problem.value, 6)}. A count cannot be below zero.`;
    case 'more-than-all':
      return `At ${sayX(problem.x, null)} ${sayNumber(problem.value, 6)} were counted of only ${sayNumber(problem.of, 6)}. Check which number is the denominator.`;
    case 'time-not-above-zero':
      return `The time between events at ${sayX(problem.x, null)} is ${sayNumber(problem.value, 6)}. It must be greater than zero.`;
    case 'no-such-point':
      return problem.field === 'phases'
        ? `No point lies at or after ${sayX(problem.x, null)}, so no phase can begin there.`
        : `There is no point at ${sayX(problem.x, null)} to leave out.`;
    case 'baseline-too-short':
      return `A baseline needs at least ${sayCount(problem.needed, 'point')}; ${sayNumber(problem.given, 0)} were asked for.`;
    case 'baseline-not-whole':
      return `A baseline is a number of points, such as 12, not ${sayNumber(problem.given, 3)}.`;
    case 'too-few-points':
      return `There are ${sayCount(problem.given, 'point')}; this needs at least ${sayNumber(problem.needed, 0)}.`;
    case 'rules-need-limits':
      return `These rules look at limits, which a ${chartNames[problem.type]} does not have. Choose the Anhøj rules or the run-chart rules.`;
    case 'not-yes-or-no':
      return `Case ${problem.position} is neither 0 (no) nor 1 (yes).`;
    case 'rate-out-of-range':
      return Number.isFinite(problem.given)
        ? `The usual rate is ${sayNumber(problem.given, 4)}; it must lie between 0 and 1 for a change to be seen.`
        : 'There are no cases from which to take the usual rate.';
    case 'bad-setting':
      return `The setting “${problem.field}” is not one that can be used.`;
  }
}

const fieldNames = { x: 'date or position', y: 'value', n: 'denominator' } as const;
