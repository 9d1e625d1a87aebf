/** What a chart shows, in one to three plain sentences. */
import type { AnalysedPhase, Analysis, AssuranceIcon, Outcome, Signal, Verdict } from '../types.ts';
import { meaningOf } from '../icons.ts';
import type { RuleSet } from '../rules/rule.ts';
import { isBeyondChance } from './beyond-chance.ts';
import { meaningSentences, type SignalSetting } from './signals.ts';
import { sayCount, sayFigure, sayNumber } from './wording.ts';

/** The verdict on one phase in a sentence. */
export function verdictSentence(
  outcome: Outcome,
  signals: readonly Signal[],
  phase: AnalysedPhase,
  rules: RuleSet,
  setting: Pick<SignalSetting, 'decimals' | 'unit'>
): string {
  switch (outcome) {
    case 'no-data':
      return 'There are no values yet.';
    case 'no-variation':
      return `All ${sayCount(phase.counted, 'value')} are the same, ${sayFigure(phase.centre ?? 0, setting.decimals, setting.unit)}: there is no variation to judge.`;
    case 'too-few-points':
      return tooFewSentence(phase, rules);
    case 'no-signal':
      return 'No rule is broken: the ups and downs are what chance alone would give.';
    case 'signal': {
      const [first, ...others] = [...signals].reverse(); // the latest first
      if (!first) return '';
      if (others.length === 0) return first.sentence;
      return `${first.sentence} There ${others.length === 1 ? 'is one other signal' : `are ${sayNumber(others.length, 0)} other signals`}.`;
    }
  }
}

function tooFewSentence(phase: AnalysedPhase, rules: RuleSet): string {
  const so = `There ${phase.counted === 1 ? 'is' : 'are'} ${sayCount(phase.counted, 'value')} so far`;
  if (rules.id === 'anhoej' && phase.counted >= rules.fewestPoints) {
    return `Only ${sayNumber(phase.runs.usefulPoints, 0)} of ${sayCount(phase.counted, 'value')} lie off the line: too few to tell a change from chance.`;
  }
  return `${so}: too few to tell a change from chance, which takes ${sayNumber(rules.fewestPoints, 0)} or more.`;
}

type Draft = Omit<Analysis, 'summary'>;

/**
 * The whole chart in words. The first sentence says what happened: from where to where, since when, and whether chance would
 * do that. Then the centre line it rests on, the signals, and the target.
 */
export function summarise(analysis: Draft): string {
  const verdict = analysis.verdicts.at(-1);
  const phase = analysis.phases.at(-1);
  if (!verdict || !phase || verdict.outcome === 'no-data')
    return 'There are no values to show yet.';
  const subject = analysis.measure === null ? '' : `${analysis.measure}: `;
  const sentences = [...whatHappened(analysis, phase, verdict), targetSentence(analysis)].filter(
    (sentence) => sentence !== ''
  );
  const [first = '', ...others] = sentences;
  return [capital(`${subject}${first}`), ...others].join(' ');
}

/** The whole chart in words where its name stands beside them already. */
export function summaryWithoutName(analysis: Draft): string {
  return summarise({ ...analysis, measure: null });
}

function whatHappened(analysis: Draft, phase: AnalysedPhase, verdict: Verdict): string[] {
  const before = analysis.phases.at(-2);
  if (before && before.centre !== null && phase.centre !== null) {
    return newPhaseSentences(analysis, before, phase, verdict);
  }
  if (phase.shift && phase.centre !== null) {
    const { shift } = phase;
    const since = analysis.points[shift.position - 1]?.label ?? '';
    return [
      `${moveWords(analysis, shift.before, shift.after)} since ${since}, more than chance would do.`,
      directionWords(analysis, shift.direction),
      countsWords(analysis, shift.countBefore, shift.countAfter),
      verdict.sentence
    ];
  }
  switch (verdict.outcome) {
    case 'no-variation':
      return [lowerFirst(verdict.sentence)];
    case 'too-few-points':
      return [firstAndLast(analysis), verdict.sentence];
    case 'no-signal':
      return [
        analysis.xKind === 'category'
          ? 'nothing stands out beyond what chance alone would give.'
          : `no change${stretchOf(analysis, phase)} beyond what chance alone would give.`,
        centreSentence(analysis, phase)
      ];
    default:
      return [lowerFirst(verdict.sentence), centreSentence(analysis, phase)];
  }
}

/** Two phases that somebody marked: from one centre line to the next, and whether chance would do that. */
function newPhaseSentences(
  analysis: Draft,
  before: AnalysedPhase,
  phase: AnalysedPhase,
  verdict: Verdict
): string[] {
  const { points, decimals, unit } = analysis;
  const since = points[phase.from - 1]?.label ?? '';
  const [old, now] = [before.centre ?? 0, phase.centre ?? 0];
  const own =
    verdict.outcome === 'too-few-points'
      ? ''
      : `Within the new phase: ${lowerFirst(verdict.sentence)}`;
  const counts = countsWords(analysis, before.counted, phase.counted);
  if (sayFigure(old, decimals, unit) === sayFigure(now, decimals, unit)) {
    const name = analysis.centreName.toLowerCase();
    return [
      `the ${name} stays at ${sayFigure(now, decimals, unit)} with the phase that begins at ${since}.`,
      counts,
      own
    ];
  }
  const chance = {
    yes: 'more than chance would do',
    no: 'which chance could do as well',
    'too-few': 'with too few values to tell that from chance'
  }[isBeyondChance(analysis, before, phase)];
  return [
    `${moveWords(analysis, old, now)} since ${since}, ${chance}.`,
    directionWords(analysis, now > old ? 'up' : 'down'),
    counts,
    own
  ];
}

function moveWords({ decimals, unit }: Draft, from: number, to: number): string {
  return `${to > from ? 'up' : 'down'} from ${sayFigure(from, decimals, unit)} to ${sayFigure(to, decimals, unit)}`;
}

function directionWords({ improvement }: Draft, direction: 'up' | 'down'): string {
  return meaningSentences[meaningOf(direction === 'up' ? 1 : -1, improvement)].trim();
}

function countsWords({ centreName }: Draft, before: number, after: number): string {
  return `These are the ${centreName.toLowerCase()}s of ${sayCount(before, 'value')} before and ${sayNumber(after, 0)} since.`;
}

/** The first value and the latest, where there are too few for more. */
function firstAndLast({ points, decimals, unit, xKind }: Draft): string {
  const counted = points.filter(({ value, included }) => value !== null && included);
  const [first, last] = [counted[0], counted.at(-1)];
  if (!first || !last || xKind === 'category') return '';
  const figure = (value: number | null) => sayFigure(value ?? 0, decimals, unit);
  if (first === last) return `${figure(first.value)} (${first.label}).`;
  return `from ${figure(first.value)} (${first.label}) to ${figure(last.value)} (${last.label}).`;
}

function stretchOf({ points, xKind }: Draft, { from, to }: AnalysedPhase): string {
  if (xKind === 'category' || from === to) return '';
  return ` from ${points[from - 1]?.label ?? ''} to ${points[to - 1]?.label ?? ''}`;
}

/** What the centre line is the centre of, and what the limits lead to expect. */
function centreSentence(analysis: Draft, phase: AnalysedPhase): string {
  if (phase.centre === null) return '';
  const { points, decimals, unit } = analysis;
  const name = analysis.centreName.toLowerCase();
  const baseline = { from: phase.from, to: phase.frozenTo ?? phase.to };
  const counted = points.filter(
    ({ position, value, included }) =>
      position >= baseline.from && position <= baseline.to && included && value !== null
  ).length;
  const whose = phase.frozenTo === null ? '' : ' of the baseline';
  const expected =
    phase.lower !== null && phase.upper !== null
      ? `; values between ${sayFigure(phase.lower, decimals, unit)} and ${sayFigure(phase.upper, decimals, unit)} are to be expected`
      : '';
  return `The ${name} of ${sayCount(counted, 'value')}${whose}${stretchOf(analysis, { ...phase, ...baseline })} is ${sayFigure(phase.centre, decimals, unit)}${expected}.`;
}

/** What the limits say of the target; without limits, whether the latest values reach it. */
function targetSentence(analysis: Draft): string {
  const { assurance, target, improvement, points, decimals, unit } = analysis;
  if (!target || improvement === 'neutral') return '';
  if (assurance) return assuranceSentence(assurance, analysis);
  const values = points.flatMap(({ value, included }) =>
    value === null || !included ? [] : [value]
  );
  const latest = values.at(-1);
  if (latest === undefined) return '';
  const reaches = (value: number) =>
    improvement === 'increase' ? value >= target.value : value <= target.value;
  const atTarget = values.length - 1 - values.findLastIndex((value) => !reaches(value));
  const goal = `the ${(target.label ?? 'target').toLowerCase()} of ${sayFigure(target.value, decimals, unit)}`;
  if (atTarget > 1) return `The latest ${sayNumber(atTarget, 0)} values reach ${goal}.`;
  const figure = sayFigure(latest, decimals, unit);
  return atTarget === 1
    ? `The latest value, ${figure}, reaches ${goal}.`
    : `The latest value, ${figure}, does not reach ${goal}.`;
}

/** For a sentence that follows a colon. */
function lowerFirst(sentence: string): string {
  return /^(The|There|All|Only|No) /.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** What the limits say about a target. */
function assuranceSentence(
  icon: AssuranceIcon,
  { target, decimals, unit }: Pick<Analysis, 'target' | 'decimals' | 'unit'>
): string {
  const goal = `the target of ${sayFigure(target?.value ?? 0, decimals, unit)}`;
  switch (icon) {
    case 'passing':
      return `As things are, ${goal} will be met again and again.`;
    case 'failing':
      return `As things are, ${goal} will not be met without a change.`;
    case 'hit-and-miss':
      return `As things are, ${goal} will be met at some times and missed at others, by chance.`;
  }
}
