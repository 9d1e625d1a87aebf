/**
 * One case in the manner of qicharts2 0.8.1: the same input, the same figures, its quirks kept.
 * The schema of input and answer is in docs/methods/compatibility.md.
 */
import { err, ok, type Result } from '#core/result';
import type { ChartProblem, ChartType } from '../types.ts';
import { dayNumber, isoDate, periodStart } from '../figures/calendar.ts';
import { a3, b3, b4, c4 } from '../figures/constants.ts';
import { calculateLimits, type LimitSettings } from '../figures/limits.ts';
import { limitSettings } from '../figures/methods.ts';
import { groupRows } from '../figures/subgroups.ts';
import type { Sheet } from '../figures/sheet.ts';
import { isOutside } from '../rules/detect.ts';
import { analyseRuns, fewestExpectedCrossings, longestExpectedRun } from '../rules/runs.ts';
import { bernoulliCusum } from '../cusum.ts';
import { paretoTable } from '../pareto.ts';
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

const chartTypes: readonly ChartType[] = [
  'run', 'i', 'mr', 'ip', 'xbar', 's', 't', 'p', 'pp', 'c', 'u', 'up', 'g'
]; // prettier-ignore

/** Answers one input with engine `qicharts2`: a chart, or one of its special tables. */
export function answerQicharts2(input: JsonObject): Result<Json, ChartProblem> {
  const wanted = String(input['chart']);
  switch (wanted) {
    case 'anhoej-limits':
      return ok(anhoejLimits(input));
    case 'constants':
      return ok(constants(input));
    case 'bchart':
      return cusum(input);
    case 'pareto':
      return ok(pareto(input));
  }
  const type = chartTypes.find((known) => known === wanted);
  if (!type) return err({ kind: 'unknown-chart-type', given: wanted });
  return chart(type, input);
}

const xTypes = ['index', 'number', 'date', 'category'] as const;
const aggregates = ['mean', 'median', 'sum', 'sd'] as const;
const periods = ['week', 'month', 'quarter', 'none'] as const;

function chart(type: ChartType, input: JsonObject): Result<Json, ChartProblem> {
  checkLengths(input, ['x', 'y', 'n']);
  const xType = wordOr(input, 'xType', xTypes, 'index');
  const period = wordOr(input, 'xPeriod', periods, 'none');
  const givenY = column(list(input, 'y'), 'y');
  const givenN = listOrNull(input, 'n');
  const area = givenN ? column(givenN, 'n') : null;
  const needsArea = type === 'p' || type === 'pp' || type === 'u' || type === 'up';
  if (needsArea && !area) return err({ kind: 'denominators-needed', type });
  const x: (number | string)[] = [];
  const rowNumbers: number[] = [];
  for (const [row, value] of list(input, 'x').entries()) {
    if (value === null) continue;
    rowNumbers.push(row);
    if (xType === 'category') x.push(String(value));
    else if (xType === 'date') {
      const day = dayNumber(String(value));
      if (day === null) return err({ kind: 'not-a-date', x: String(value), row: row + 1 });
      x.push(period === 'none' ? day : periodStart(day, period));
    } else if (typeof value === 'number') x.push(value);
    else return err({ kind: 'not-a-number', row: row + 1, field: 'x' });
  }
  const pick = (from: Float64Array) => Float64Array.from(rowNumbers, (row) => from[row] ?? NaN);
  const y = pick(givenY);
  if (type === 't') {
    const wrong = y.findIndex((value) => value <= 0);
    const value = y[wrong];
    if (value !== undefined) {
      return err({ kind: 'time-not-above-zero', x: x[wrong] ?? wrong + 1, value });
    }
  }
  const groups = groupRows(
    type,
    { x, y, n: area ? pick(area) : null, sorted: xType !== 'category' },
    wordOr(input, 'aggFun', aggregates, 'mean'),
    'na.rm'
  );
  const { sheet, count } = groups;
  if (count === 0) return err({ kind: 'no-points' });

  const parts = phaseEnds(listOrNull(input, 'part'), count);
  const hasParts = (listOrNull(input, 'part') ?? []).length > 0;
  const freeze = hasParts ? count : Math.min(numberOr(input, 'freeze', count), count);
  sheet.included.fill(1);
  for (const position of listOrNull(input, 'exclude') ?? []) {
    if (typeof position === 'number') sheet.included[position - 1] = 0;
  }
  for (let i = 0; i < count; i++) sheet.base[i] = i < freeze ? (sheet.included[i] as number) : 0;

  const settings: LimitSettings = {
    ...limitSettings.qicharts2,
    centre: numberOr(input, 'cl', NaN),
    screening: booleanOr(input, 'screenMovingRanges', true),
    floorAtZero: !booleanOr(input, 'yNeg', true) && !sheet.value.some((value) => value < 0),
    primeSpread: xType === 'category' ? 'standard-deviation' : 'ranges',
    hasDenominators: area !== null
  };
  const partOf: number[] = [];
  const partFigures = parts.map((to, index) => {
    const from = index === 0 ? 0 : (parts[index - 1] as number); // index ≥ 1
    calculateLimits(type, sheet, from, to, settings);
    const runs = analyseRuns(sheet, from, to);
    let counted = 0;
    for (let i = from; i < to; i++) {
      partOf.push(index + 1);
      counted += sheet.included[i] as number; // i < count
    }
    return {
      from,
      to,
      answer: {
        part: index + 1,
        nObs: counted,
        nUseful: runs.usefulPoints,
        longestRun: runs.longestRun,
        longestRunMax: runs.longestRunMax,
        crossings: runs.crossings,
        crossingsMin: runs.crossingsMin,
        runsSignal: runs.signal && type !== 'mr' && xType !== 'category'
      }
    };
  });
  scaleSheet(sheet, count, numberOr(input, 'multiply', 1));
  const outside = Array.from({ length: count }, (_, i) => isOutside(sheet, i));
  const target = numberOr(input, 'target', null);
  const hasGroups = type === 'xbar' || type === 's' || groups.rows.some((rows) => rows.length > 1);
  return ok({
    points: {
      x: groups.x.map((key) => (xType === 'date' ? isoDate(Number(key)) : key)),
      y: figures(sheet.value, count),
      ...(area ? { n: figures(sheet.denominator, count) } : {}),
      ...(hasGroups ? { subgroupSize: figures(sheet.size, count) } : {}),
      part: partOf,
      baseline: Array.from({ length: count }, (_, i) => i < freeze),
      include: Array.from({ length: count }, (_, i) => sheet.included[i] === 1),
      cl: figures(sheet.centre, count),
      lcl: figures(sheet.lower, count),
      ucl: figures(sheet.upper, count),
      lcl95: figures(sheet.lowerNear, count),
      ucl95: figures(sheet.upperNear, count),
      sigmaSignal: outside,
      ...(target === null ? {} : { target: Array.from({ length: count }, () => target) })
    },
    parts: partFigures.map(({ from, to, answer }) => ({
      ...answer,
      sigmaSignalCount: outside.slice(from, to).filter(Boolean).length
    }))
  });
}

/** Ends (exclusive) of the phases, from the last points of all but the last. */
function phaseEnds(given: readonly Json[] | null, count: number): number[] {
  const ends = new Set<number>();
  for (const position of given ?? []) {
    if (typeof position === 'number' && position > 0 && position < count) ends.add(position);
  }
  return [...[...ends].sort((a, b) => a - b), count];
}

/** Multiplies value, centre and limits, after the runs analysis and before the test on limits. */
function scaleSheet(sheet: Sheet, count: number, factor: number): void {
  if (factor === 1) return;
  for (const scaled of [
    sheet.value,
    sheet.centre,
    sheet.lower,
    sheet.upper,
    sheet.lowerNear,
    sheet.upperNear
  ]) {
    for (let i = 0; i < count; i++) scaled[i] = (scaled[i] as number) * factor; // i < count
  }
}

function anhoejLimits(input: JsonObject): Json {
  const useful = [...column(list(input, 'nUseful'), 'nUseful')];
  return {
    longestRunMax: useful.map(longestExpectedRun),
    crossingsMin: useful.map(fewestExpectedCrossings)
  };
}

function constants(input: JsonObject): Json {
  const sizes = [...column(list(input, 'n'), 'n')];
  const each = (constant: (size: number) => number) => sizes.map((size) => figure(constant(size)));
  return {
    c4: each(c4),
    A3: each((size) => a3(size)),
    B3: each((size) => b3(size)),
    B4: each((size) => b4(size)),
    A3_2sigma: each((size) => a3(size, 2)),
    B3_2sigma: each((size) => b3(size, 2)),
    B4_2sigma: each((size) => b4(size, 2))
  };
}

function cusum(input: JsonObject): Result<Json, ChartProblem> {
  const answer = bernoulliCusum([...column(list(input, 'y'), 'y')], {
    target: numberOr(input, 'target', null),
    oddsRatio: numberOr(input, 'oddsRatio', 2),
    limit: numberOr(input, 'limit', 3.5)
  });
  if (!answer.ok) return answer;
  const { baseRate, raisedRate, loweredRate, up, down, signalUp, signalDown } = answer.value;
  return ok({
    p0: baseRate,
    p1: raisedRate,
    p2: loweredRate,
    cusumUp: [...up],
    cusumDown: [...down],
    signalUp: [...signalUp],
    signalDown: [...signalDown]
  });
}

function pareto(input: JsonObject): Json {
  const rows = paretoTable(
    list(input, 'values')
      .filter((value) => value !== null)
      .map(String)
  );
  return {
    category: rows.map((row) => row.category),
    count: rows.map((row) => row.count),
    cumCount: rows.map((row) => row.cumulativeCount),
    share: rows.map((row) => row.share),
    cumShare: rows.map((row) => row.cumulativeShare)
  };
}
