/** Checks a chart's specification and turns it into columns, phases and settings. */
import { err, ok, type Result } from '#core/result';
import type {
  ChartProblem,
  ChartSpec,
  ChartType,
  MethodId,
  WhyMissing,
  XKind,
  XValue
} from '../types.ts';
import { dayNumber, isoDate, periodStart } from '../figures/calendar.ts';
import type { LimitSettings } from '../figures/limits.ts';
import { limitSettings } from '../figures/methods.ts';
import { groupRows } from '../figures/subgroups.ts';
import type { Sheet } from '../figures/sheet.ts';
import { needsInnerLines, needsLimits, ruleSets } from '../rules/rule-sets.ts';
import type { RuleSet } from '../rules/rule.ts';
import { chartNames } from './problem-sentences.ts';
import { dateGrain, sayDay } from './wording.ts';

export interface PhaseStretch {
  /** Indices from 0; `to` is one past the last. */
  readonly from: number;
  readonly to: number;
  readonly label: string | null;
  /** One past the last point of the baseline. */
  readonly baseTo: number;
}

export interface ReadChart {
  readonly spec: ChartSpec;
  readonly count: number;
  readonly sheet: Sheet;
  readonly x: readonly XValue[];
  readonly labels: readonly string[];
  readonly whyMissing: readonly (WhyMissing | null)[];
  readonly phases: readonly PhaseStretch[];
  readonly settings: LimitSettings;
  readonly method: MethodId;
  readonly rules: RuleSet;
  readonly multiply: number;
  readonly unit: string;
}

const shares: readonly ChartType[] = ['p', 'pp'];
const ratios: readonly ChartType[] = ['p', 'pp', 'u', 'up'];
const counts: readonly ChartType[] = ['p', 'pp', 'u', 'up', 'c', 'g'];
const ofSubgroups: readonly ChartType[] = ['xbar', 's'];
const mayFloor: readonly ChartType[] = ['i', 'ip', 'xbar'];
/** A baseline of one value has no spread. */
const fewestInBaseline = 2;
/** Places compared with each other are not a series: two are enough. */
const fewestToCompare = 2;
/** NHSRplotthedots refuses to fix limits after fewer. */
const fewestToFix = 12;

export function readSpec(spec: ChartSpec): Result<ReadChart, ChartProblem> {
  if (!Object.hasOwn(chartNames, spec.type)) {
    return err({ kind: 'unknown-chart-type', given: String(spec.type) });
  }
  const method = spec.method ?? 'cairn';
  const rules = rulesFor(spec, method);
  if (!rules.ok) return rules;
  const columns = readRows(spec);
  if (!columns.ok) return columns;
  if (method === 'cairn' && ofSubgroups.includes(spec.type)) {
    // The limits of these charts are those of means of values, or of their spread, and of nothing else.
    if (spec.aggregate !== undefined && spec.aggregate !== 'mean')
      return err({ kind: 'bad-setting', field: 'aggregate' });
    if (columns.value.n !== null) return err({ kind: 'bad-setting', field: 'n' });
  }
  const { keys, y, n } = columns.value;
  const groups = groupRows(
    spec.type,
    { x: keys, y, n, sorted: spec.xKind !== 'category' },
    spec.aggregate ?? 'mean',
    method === 'cairn' ? 'whole' : 'na.rm'
  );
  const { sheet, count } = groups;

  sheet.included.fill(1);
  const excluded = markExcluded(spec, groups.x, sheet);
  if (!excluded.ok) return excluded;
  groups.rows.forEach((rows, i) => {
    if (rows.some((row) => spec.points[row]?.excluded === true)) sheet.included[i] = 0;
  });
  const phases = findPhases(spec, groups.x, method);
  if (!phases.ok) return phases;
  for (const { from, to, baseTo } of phases.value) {
    for (let i = from; i < to; i++) sheet.base[i] = i < baseTo ? (sheet.included[i] as number) : 0; // in column
  }

  const isShare = shares.includes(spec.type);
  const multiply = spec.multiply ?? (isShare ? 100 : 1);
  if (!Number.isFinite(multiply) || multiply === 0)
    return err({ kind: 'bad-setting', field: 'multiply' });
  if (spec.decimals !== undefined && !isDecimals(spec.decimals)) {
    return err({ kind: 'bad-setting', field: 'decimals' });
  }
  if (spec.centre !== undefined && !Number.isFinite(spec.centre)) {
    return err({ kind: 'bad-setting', field: 'centre' });
  }
  const isFloored = spec.floorAtZero === true && mayFloor.includes(spec.type);
  const settings: LimitSettings = {
    ...limitSettings[method],
    centre: spec.centre === undefined ? NaN : spec.centre / multiply,
    screening: spec.screening ?? true,
    floorAtZero: isFloored && !sheet.value.some((value) => value < 0),
    primeSpread: spec.xKind === 'category' ? 'standard-deviation' : 'ranges',
    hasDenominators: n !== null,
    innerLines: needsInnerLines(rules.value)
  };
  const days = spec.xKind === 'date' ? groups.x.map(Number) : [];
  const grain = dateGrain(days, spec.period ?? null);
  const labelOf = (i: number) =>
    groups.rows[i]?.map((row) => spec.points[row]?.label).find((label) => label !== undefined);
  return ok({
    spec,
    count,
    sheet,
    x: spec.xKind === 'date' ? days.map(isoDate) : groups.x,
    labels:
      spec.xKind === 'date'
        ? days.map((day, i) => labelOf(i) ?? sayDay(day, grain))
        : groups.x.map((x, i) => labelOf(i) ?? String(x)),
    whyMissing: groups.rows.map((rows) => whyMissingOf(spec, rows)),
    phases: phases.value,
    settings,
    method,
    rules: rules.value,
    multiply,
    unit: spec.unit ?? (isShare && multiply === 100 ? '%' : '')
  });
}

function rulesFor(spec: ChartSpec, method: MethodId): Result<RuleSet, ChartProblem> {
  const asked = spec.ruleSet ?? (method === 'plot-the-dots' ? 'mdc' : 'anhoej');
  if (typeof asked === 'string' && !Object.hasOwn(ruleSets, asked)) {
    return err({ kind: 'unknown-rule-set', given: asked });
  }
  const set = typeof asked === 'string' ? ruleSets[asked] : asked;
  if (spec.type === 'run' && needsLimits(set)) {
    return err({ kind: 'rules-need-limits', ruleSet: set.id, type: spec.type });
  }
  // Moving ranges depend on their neighbours, and categories have no order: only limits speak.
  const limitsAlone = { ...set, rules: set.rules.filter((rule) => rule.kind === 'outside') };
  if (spec.xKind === 'category') return ok({ ...limitsAlone, fewestPoints: fewestToCompare });
  return ok(spec.type === 'mr' ? limitsAlone : set);
}

const mostDecimals = 10;

function isDecimals(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= mostDecimals;
}

interface Columns {
  readonly keys: readonly (number | string)[];
  readonly y: Float64Array;
  readonly n: Float64Array | null;
}

function readRows(spec: ChartSpec): Result<Columns, ChartProblem> {
  const { points, type } = spec;
  if (points.length === 0) return err({ kind: 'no-points' });
  const hasArea = points.some(({ n }) => n !== undefined && n !== null);
  if (ratios.includes(type) && !hasArea && points.some(({ y }) => y !== null)) {
    return err({ kind: 'denominators-needed', type });
  }
  const keys: (number | string)[] = [];
  const y = new Float64Array(points.length);
  const area = hasArea || ratios.includes(type) ? new Float64Array(points.length) : null;
  for (const [row, point] of points.entries()) {
    const key = keyOf(point.x, spec);
    if (key === null) {
      return spec.xKind === 'date'
        ? err({ kind: 'not-a-date', x: point.x, row: row + 1 })
        : err({ kind: 'not-a-number', row: row + 1, field: 'x' });
    }
    keys.push(key);
    const isValueGood = point.y === null || Number.isFinite(point.y);
    if (!isValueGood) return err({ kind: 'not-a-number', row: row + 1, field: 'y' });
    const n = point.n ?? null;
    if (n !== null && !Number.isFinite(n))
      return err({ kind: 'not-a-number', row: row + 1, field: 'n' });
    const problem = valueProblem(type, point.x, point.y, n);
    if (problem) return err(problem);
    y[row] = point.y ?? NaN;
    if (area) area[row] = n ?? NaN;
  }
  return ok({ keys, y, n: area });
}

function valueProblem(
  type: ChartType,
  x: XValue,
  y: number | null,
  n: number | null
): ChartProblem | null {
  if (n !== null && n < 0) return { kind: 'negative-denominator', x };
  if (y === null) return null;
  if (type === 't' && y <= 0) return { kind: 'time-not-above-zero', x, value: y };
  if (counts.includes(type) && y < 0) return { kind: 'negative-count', x, value: y };
  if (n === null) return null;
  const isMoreThanAll = shares.includes(type) ? y > n : n === 0 && y !== 0;
  return isMoreThanAll ? { kind: 'more-than-all', x, value: y, of: n } : null;
}

function keyOf(x: XValue, { xKind, period }: { xKind: XKind; period?: ChartSpec['period'] }) {
  if (xKind === 'category') return String(x);
  if (xKind === 'index') return typeof x === 'number' && Number.isFinite(x) ? x : null;
  const day = typeof x === 'string' ? dayNumber(x) : null;
  if (day === null || period === undefined) return day;
  return periodStart(day, period);
}

function markExcluded(
  spec: ChartSpec,
  keys: readonly (number | string)[],
  sheet: Sheet
): Result<undefined, ChartProblem> {
  for (const x of spec.exclude ?? []) {
    const key = keyOf(x, spec);
    const i = keys.findIndex((known) => known === key);
    if (i < 0) return err({ kind: 'no-such-point', x, field: 'exclude' });
    sheet.included[i] = 0;
  }
  return ok();
}

function findPhases(
  spec: ChartSpec,
  keys: readonly (number | string)[],
  method: MethodId
): Result<PhaseStretch[], ChartProblem> {
  const { freeze } = spec;
  if (freeze !== undefined) {
    if (!Number.isInteger(freeze)) return err({ kind: 'baseline-not-whole', given: freeze });
    const needed = method === 'plot-the-dots' ? fewestToFix : fewestInBaseline;
    if (freeze < needed) return err({ kind: 'baseline-too-short', needed, given: freeze });
  }
  const starts = new Map<number, string | null>([[0, null]]);
  for (const { startsAt, label } of spec.phases ?? []) {
    const key = keyOf(startsAt, spec);
    const at = keys.findIndex((known) =>
      typeof known === 'number' && typeof key === 'number' ? known >= key : known === key
    );
    if (key === null || at < 0) return err({ kind: 'no-such-point', x: startsAt, field: 'phases' });
    starts.set(at, label ?? null);
  }
  const ordered = [...starts].sort(([a], [b]) => a - b);
  return ok(
    ordered.map(([from, label], phase) => {
      const to = ordered[phase + 1]?.[0] ?? keys.length;
      return { from, to, label, baseTo: freeze === undefined ? to : Math.min(to, from + freeze) };
    })
  );
}

function whyMissingOf(spec: ChartSpec, rows: readonly number[]): WhyMissing | null {
  for (const row of rows) {
    const why = spec.points[row]?.whyMissing;
    if (why) return why;
  }
  return null;
}
