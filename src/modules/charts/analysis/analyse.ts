/**
 * What a chart says: from the data to points with centre, limits and signals, a verdict with
 * reasons for every phase, and a summary in plain words.
 */
import { err, ok, type Result } from '#core/result';
import type {
  Analysis,
  AnalysedPhase,
  AnalysedPoint,
  ChartProblem,
  ChartSpec,
  ChartType,
  LevelShift,
  Outcome,
  RunFigures,
  Signal,
  Target,
  Verdict
} from '../types.ts';
import { calculateLimits } from '../figures/limits.ts';
import type { Sheet } from '../figures/sheet.ts';
import { assuranceOf, meaningOf } from '../icons.ts';
import { detectSignals, isOutside, type Finding } from '../rules/detect.ts';
import { analyseRuns } from '../rules/runs.ts';
import { isDecided, rulesAt, sideOf, variationAt } from './points.ts';
import { readSpec, type PhaseStretch, type ReadChart } from './read-spec.ts';
import { findShift } from './shift.ts';
import { isLeftBehind, signalsOf, type SignalSetting } from './signals.ts';
import { suggestPhase } from './suggestion.ts';
import { summarise, verdictSentence } from './summary.ts';
import { decimalsFor } from './wording.ts';

/**
 * Analyses one chart.
 *
 * Units: values, centre line and limits come back multiplied (P and P′ charts by 100 unless told
 * otherwise); `target` and `centre` are given in those units. Positions count from 1.
 * Assumes: rows may come in any order (categories keep theirs).
 * Refuses: data the chart cannot hold, with a problem that says which row and why.
 * Source: docs/methods/README.md.
 *
 * @example
 * analyseChart({ type: 'run', xKind: 'index', points: [{ x: 1, y: 4 }, { x: 2, y: 6 }] })
 */
export function analyseChart(spec: ChartSpec): Result<Analysis, ChartProblem> {
  const read = readSpec(spec);
  if (!read.ok) return read;
  const target = targetOf(spec);
  if (target && !Number.isFinite(target.value))
    return err({ kind: 'bad-setting', field: 'target' });
  return ok(analyseRead(read.value, target));
}

const medianCharts: readonly ChartType[] = ['run', 'g'];

function analyseRead(chart: ReadChart, target: Target | null): Analysis {
  const { spec, sheet, count, rules, phases } = chart;
  const improvement = spec.improvement ?? 'neutral';
  const found = phases.map(({ from, to }) => {
    calculateLimits(spec.type, sheet, from, to, chart.settings);
    const runs = analyseRuns(sheet, from, to);
    const findings: Finding[] = [];
    detectSignals(rules, sheet, from, to, findings);
    return { runs, findings };
  });
  const outside = Array.from({ length: count }, (_, i) => isOutside(sheet, i));
  scale(sheet, count, chart.multiply);

  const values = columnOf(sheet.value, count);
  const present = values.filter((value) => value !== null);
  const isWhole = chart.multiply === 1 && present.every(Number.isInteger);
  const setting: SignalSetting = {
    x: chart.x,
    labels: chart.labels,
    values,
    centreName: medianCharts.includes(spec.type) ? 'median' : 'mean',
    improvement,
    unit: chart.unit,
    decimals: spec.decimals ?? decimalsFor(present, isWhole)
  };
  const analysedPhases = phases.map((stretch, index): AnalysedPhase => {
    const phase = phaseOf(
      sheet,
      stretch,
      index + 1,
      found[index]?.runs ?? analyseRuns(sheet, 0, 0)
    );
    const findings = found[index]?.findings ?? [];
    return { ...phase, shift: shiftOf(phase, findings, chart, values) };
  });
  const verdicts = analysedPhases.map((phase, index) =>
    verdictOf(phase, found[index]?.findings ?? [], chart, setting)
  );
  // Rules that a phase with too few points cannot be held to mark none of its points.
  const mayMark = verdicts.map(({ outcome }) => outcome === 'signal');
  const points: AnalysedPoint[] = [];
  phases.forEach(({ from, to, baseTo }, index) => {
    for (let i = from; i < to; i++) {
      const side = mayMark[index] ? sideOf(sheet, i, to, rules) : null;
      const shift = analysedPhases[index]?.shift ?? null;
      const broken = mayMark[index] ? rulesAt(sheet, i, rules) : [];
      points.push({
        position: i + 1,
        x: chart.x[i] ?? i + 1,
        label: chart.labels[i] ?? '',
        value: values[i] ?? null,
        whyMissing: values[i] === null ? (chart.whyMissing[i] ?? null) : null,
        numerator: presentOrNull(sheet.numerator[i]),
        denominator: chart.settings.hasDenominators ? presentOrNull(sheet.denominator[i]) : null,
        rows: sheet.size[i] ?? 0,
        phase: index + 1,
        baseline: i < baseTo,
        included: sheet.included[i] === 1,
        centre: presentOrNull(sheet.centre[i]),
        lower: presentOrNull(sheet.lower[i]),
        upper: presentOrNull(sheet.upper[i]),
        lowerNear: presentOrNull(sheet.lowerNear[i]),
        upperNear: presentOrNull(sheet.upperNear[i]),
        outside: outside[i] ?? false,
        rules: broken,
        meaning:
          broken.length === 0
            ? null
            : side === null || isLeftBehind(shift, i + 1, side)
              ? 'neutral'
              : meaningOf(side, improvement)
      });
    }
  });
  const lastPhase = analysedPhases.at(-1);
  const lastVerdict = verdicts.at(-1);
  const draft: Omit<Analysis, 'summary'> = {
    type: spec.type,
    xKind: spec.xKind,
    measure: spec.measure ?? null,
    unit: chart.unit,
    decimals: setting.decimals,
    improvement,
    ruleSet: rules.id,
    method: chart.method,
    target,
    centreName: setting.centreName === 'median' ? 'Median' : 'Mean',
    points,
    phases: analysedPhases,
    signals: verdicts.flatMap(({ signals }) => signals),
    verdicts,
    variation: variationAt(points, sheet, phases, rules, lastVerdict, improvement),
    assurance:
      target && lastPhase?.shift === null && lastVerdict && isDecided(lastVerdict)
        ? assuranceOf(target.value, lastPhase.lower ?? NaN, lastPhase.upper ?? NaN, improvement)
        : null,
    suggestion: suggestPhase(chart, values, setting, lastPhase)
  };
  return { ...draft, summary: summarise(draft) };
}

function targetOf({ target }: ChartSpec): Target | null {
  if (target === undefined) return null;
  return typeof target === 'number' ? { value: target } : target;
}

function scale(sheet: Sheet, count: number, factor: number): void {
  if (factor === 1) return;
  const { value, centre, lower, upper, lowerNear, upperNear, lowerInner, upperInner } = sheet;
  for (const column of [
    value,
    centre,
    lower,
    upper,
    lowerNear,
    upperNear,
    lowerInner,
    upperInner
  ]) {
    for (let i = 0; i < count; i++) column[i] = (column[i] as number) * factor; // i < count
  }
}

function presentOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function columnOf(column: Float64Array, count: number): (number | null)[] {
  return Array.from({ length: count }, (_, i) => presentOrNull(column[i]));
}

/** The limit shared by all points of the phase, or null where it varies. */
function sharedLimit(column: Float64Array, from: number, to: number): number | null {
  const first = presentOrNull(column[from]);
  for (let i = from; i < to; i++) if (presentOrNull(column[i]) !== first) return null;
  return first;
}

function phaseOf(
  sheet: Sheet,
  stretch: PhaseStretch,
  phase: number,
  runs: RunFigures
): AnalysedPhase {
  const { from, to, baseTo, label } = stretch;
  let counted = 0;
  for (let i = from; i < to; i++) {
    if (sheet.included[i] === 1 && presentOrNull(sheet.value[i]) !== null) counted++;
  }
  return {
    phase,
    label,
    from: from + 1,
    to,
    frozenTo: baseTo < to ? baseTo : null,
    counted,
    centre: presentOrNull(sheet.centre[from]),
    lower: sharedLimit(sheet.lower, from, to),
    upper: sharedLimit(sheet.upper, from, to),
    runs,
    shift: null
  };
}

/** Looked for only where a rule about runs has said that chance would not do this. */
function shiftOf(
  phase: AnalysedPhase,
  findings: readonly Finding[],
  chart: ReadChart,
  values: readonly (number | null)[]
): LevelShift | null {
  if (chart.method !== 'cairn') return null;
  if (outcomeOf(phase, findings, chart) !== 'signal') return null;
  if (!findings.some(({ rule, points }) => rule.kind !== 'outside' && points.length > 0))
    return null;
  return findShift(chart, values, phase.from - 1, phase.to);
}

function verdictOf(
  phase: AnalysedPhase,
  findings: readonly Finding[],
  chart: ReadChart,
  setting: SignalSetting
): Verdict {
  const outcome = outcomeOf(phase, findings, chart);
  const signals: Signal[] =
    outcome === 'signal' ? signalsOf(findings, phase.phase, setting, phase.shift) : [];
  return {
    phase: phase.phase,
    outcome,
    signals,
    sentence: verdictSentence(outcome, signals, phase, chart.rules, setting)
  };
}

function outcomeOf(
  phase: AnalysedPhase,
  findings: readonly Finding[],
  { rules, sheet }: ReadChart
): Outcome {
  if (phase.counted === 0) return 'no-data';
  if (phase.counted > 1 && isFlat(sheet, phase)) return 'no-variation';
  const enough = rules.id === 'anhoej' ? phase.runs.usefulPoints : phase.counted;
  const hasRunRules = rules.rules.some(({ kind }) => kind !== 'outside');
  if ((hasRunRules ? enough : phase.counted) < rules.fewestPoints) return 'too-few-points';
  return findings.some(({ points }) => points.length > 0) ? 'signal' : 'no-signal';
}

/** All counted values of the phase are the same. */
function isFlat(sheet: Sheet, { from, to }: AnalysedPhase): boolean {
  let first: number | null = null;
  for (let i = from - 1; i < to; i++) {
    const value = sheet.included[i] === 1 ? presentOrNull(sheet.value[i]) : null;
    if (value === null) continue;
    if (first !== null && value !== first) return false;
    first = value;
  }
  return true;
}
