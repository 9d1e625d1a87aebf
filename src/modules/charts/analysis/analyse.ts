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
  RephaseSuggestion,
  RuleKind,
  RunFigures,
  Signal,
  Target,
  VariationIcon,
  Verdict
} from '../types.ts';
import { calculateLimits } from '../figures/limits.ts';
import type { Sheet } from '../figures/sheet.ts';
import { assuranceOf, meaningOf, variationOf } from '../icons.ts';
import { findSustainedRuns } from '../rephasing.ts';
import { detectSignals, flagOf, isOutside, type Finding } from '../rules/detect.ts';
import type { RuleSet } from '../rules/rule.ts';
import { analyseRuns } from '../rules/runs.ts';
import { readSpec, type PhaseStretch, type ReadChart } from './read-spec.ts';
import { isAboutWholePhase, signalsOf, type SignalSetting } from './signals.ts';
import { summarise, verdictSentence } from './summary.ts';
import { decimalsFor, sayFigure } from './wording.ts';

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
  const analysedPhases = phases.map((stretch, index) =>
    phaseOf(sheet, stretch, index + 1, found[index]?.runs ?? analyseRuns(sheet, 0, 0))
  );
  const verdicts = analysedPhases.map((phase, index) =>
    verdictOf(phase, found[index]?.findings ?? [], chart, setting)
  );
  // Rules that a phase with too few points cannot be held to mark none of its points.
  const mayMark = verdicts.map(({ outcome }) => outcome === 'signal');
  const points: AnalysedPoint[] = [];
  phases.forEach(({ from, to, baseTo }, index) => {
    for (let i = from; i < to; i++) {
      const side = mayMark[index] ? sideOf(sheet, i, to, rules) : null;
      const broken = mayMark[index] ? rulesAt(sheet, i, rules) : [];
      points.push({
        position: i + 1,
        x: chart.x[i] ?? i + 1,
        label: chart.labels[i] ?? '',
        value: values[i] ?? null,
        whyMissing: values[i] === null ? (chart.whyMissing[i] ?? null) : null,
        numerator: present1(sheet.numerator[i]),
        denominator: chart.settings.hasDenominators ? present1(sheet.denominator[i]) : null,
        rows: sheet.size[i] ?? 0,
        phase: index + 1,
        baseline: i < baseTo,
        included: sheet.included[i] === 1,
        centre: present1(sheet.centre[i]),
        lower: present1(sheet.lower[i]),
        upper: present1(sheet.upper[i]),
        lowerNear: present1(sheet.lowerNear[i]),
        upperNear: present1(sheet.upperNear[i]),
        outside: outside[i] ?? false,
        rules: broken,
        meaning:
          broken.length === 0 ? null : side === null ? 'neutral' : meaningOf(side, improvement)
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
      target && lastPhase && lastVerdict && isDecided(lastVerdict)
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

function isDecided({ outcome }: Verdict): boolean {
  return outcome === 'signal' || outcome === 'no-signal';
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

function present1(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function columnOf(column: Float64Array, count: number): (number | null)[] {
  return Array.from({ length: count }, (_, i) => present1(column[i]));
}

/** The limit shared by all points of the phase, or null where it varies. */
function sharedLimit(column: Float64Array, from: number, to: number): number | null {
  const first = present1(column[from]);
  for (let i = from; i < to; i++) if (present1(column[i]) !== first) return null;
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
    if (sheet.included[i] === 1 && present1(sheet.value[i]) !== null) counted++;
  }
  return {
    phase,
    label,
    from: from + 1,
    to,
    frozenTo: baseTo < to ? baseTo : null,
    counted,
    centre: present1(sheet.centre[from]),
    lower: sharedLimit(sheet.lower, from, to),
    upper: sharedLimit(sheet.upper, from, to),
    runs
  };
}

function verdictOf(
  phase: AnalysedPhase,
  findings: readonly Finding[],
  { rules, sheet }: ReadChart,
  setting: SignalSetting
): Verdict {
  const enough = rules.id === 'anhoej' ? phase.runs.usefulPoints : phase.counted;
  const hasRunRules = rules.rules.some(({ kind }) => kind !== 'outside');
  const outcome =
    phase.counted === 0
      ? 'no-data'
      : phase.counted > 1 && isFlat(sheet, phase)
        ? 'no-variation'
        : (hasRunRules ? enough : phase.counted) < rules.fewestPoints
          ? 'too-few-points'
          : findings.some(({ points }) => points.length > 0)
            ? 'signal'
            : 'no-signal';
  const signals: Signal[] = outcome === 'signal' ? signalsOf(findings, phase.phase, setting) : [];
  return {
    phase: phase.phase,
    outcome,
    signals,
    sentence: verdictSentence(outcome, signals, phase, rules, setting)
  };
}

/** All counted values of the phase are the same. */
function isFlat(sheet: Sheet, { from, to }: AnalysedPhase): boolean {
  let first: number | null = null;
  for (let i = from - 1; i < to; i++) {
    const value = sheet.included[i] === 1 ? present1(sheet.value[i]) : null;
    if (value === null) continue;
    if (first !== null && value !== first) return false;
    first = value;
  }
  return true;
}

function rulesAt(sheet: Sheet, i: number, set: RuleSet): RuleKind[] {
  const flags = sheet.flags[i] ?? 0;
  return set.rules
    .filter(
      (rule, r) => !isAboutWholePhase(rule.kind) && (flags & (flagOf(r, 1) | flagOf(r, -1))) !== 0
    )
    .map(({ kind }) => kind);
}

/**
 * The side on which a point breaks a rule: the first rule of the set that has a side decides. Where
 * one trend ends and another begins, the step to the right decides.
 */
function sideOf(sheet: Sheet, i: number, phaseEnd: number, set: RuleSet): 1 | -1 | null {
  const flags = sheet.flags[i] ?? 0;
  for (const [r, rule] of set.rules.entries()) {
    if (isAboutWholePhase(rule.kind) || rule.kind === 'within') continue;
    if (rule.kind === 'straddling' || rule.kind === 'alternating') continue;
    const up = (flags & flagOf(r, 1)) !== 0;
    const down = (flags & flagOf(r, -1)) !== 0;
    if (up && down) {
      const next = i + 1 < phaseEnd ? (sheet.value[i + 1] ?? NaN) : NaN;
      return next > (sheet.value[i] ?? NaN) ? 1 : -1;
    }
    if (up || down) return up ? 1 : -1;
  }
  return null;
}

function variationAt(
  points: readonly AnalysedPoint[],
  sheet: Sheet,
  phases: readonly PhaseStretch[],
  rules: RuleSet,
  verdict: Verdict | undefined,
  improvement: Analysis['improvement']
): VariationIcon | null {
  const end = phases.at(-1)?.to;
  if (!verdict || end === undefined || !isDecided(verdict)) return null;
  const last = points.findLast(({ value, included }) => value !== null && included);
  if (!last || last.phase !== verdict.phase) return null;
  const i = last.position - 1;
  if (last.rules.length === 0) return 'common-cause';
  const side = sideOf(sheet, i, end, rules);
  // The programme shows improvement where a point is both improvement and concern.
  if (rules.id === 'mdc-current' && side !== null && improvement !== 'neutral') {
    const good = improvement === 'increase' ? 1 : -1;
    const flags = sheet.flags[i] ?? 0;
    if (rules.rules.some((_, r) => (flags & flagOf(r, good)) !== 0))
      return variationOf(good, improvement);
  }
  return variationOf(side, improvement);
}

const suggestible: readonly ChartType[] = ['run', 'i', 'ip', 'xbar', 'p', 'pp', 'c', 'u', 'up'];

/** The last sustained run after a baseline of 13, if any, as the start of a possible new phase. */
function suggestPhase(
  chart: ReadChart,
  values: readonly (number | null)[],
  setting: SignalSetting,
  phase: AnalysedPhase | undefined
): RephaseSuggestion | null {
  const { spec, sheet } = chart;
  if (!phase || spec.xKind === 'category' || !suggestible.includes(spec.type)) return null;
  const indices: number[] = [];
  for (let i = phase.from - 1; i < phase.to; i++) if (sheet.included[i] === 1) indices.push(i);
  const stretches = findSustainedRuns(
    Float64Array.from(indices, (i) => values[i] ?? NaN),
    {}
  );
  if (!stretches.ok || stretches.value.length < 2) return null;
  const before = stretches.value.at(-2);
  const run = stretches.value.at(-1);
  const start = run && indices[run.from - 1];
  if (!before || !run || start === undefined) return null;
  const { decimals, unit, labels, x } = setting;
  const oldCentre = before.median;
  const newCentre = run.median;
  return {
    startsAt: x[start] ?? start + 1,
    position: start + 1,
    oldCentre,
    newCentre,
    sentence:
      `From ${labels[start] ?? ''} on, values stay ${newCentre > oldCentre ? 'above' : 'below'} the earlier ` +
      `median of ${sayFigure(oldCentre, decimals, unit)}. If you know what changed then, start a new phase ` +
      `there: its median would be ${sayFigure(newCentre, decimals, unit)}.`
  };
}
