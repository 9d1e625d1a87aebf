/** What a chart shows, in one to three plain sentences. */
import type { AnalysedPhase, Analysis, AssuranceIcon, Outcome, Signal, Verdict } from '../types.ts';
import type { RuleSet } from '../rules/rule.ts';
import type { SignalSetting } from './signals.ts';
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

/** The whole chart in words: where it stands, what is a signal, and the target. */
export function summarise(analysis: Omit<Analysis, 'summary'>): string {
  const verdict = analysis.verdicts.at(-1);
  if (!verdict || verdict.outcome === 'no-data') return 'There are no values to show yet.';
  const parts = [centreSentence(analysis, verdict), verdict.sentence];
  if (analysis.assurance && analysis.target) {
    parts.push(assuranceSentence(analysis.assurance, analysis));
  }
  return parts.filter((part) => part !== '').join(' ');
}

function centreSentence(analysis: Omit<Analysis, 'summary'>, verdict: Verdict): string {
  const { phases, points, decimals, unit } = analysis;
  const phase = phases.at(-1);
  const before = phases.at(-2);
  if (!phase || phase.centre === null || verdict.outcome === 'no-variation') return '';
  const subject = analysis.measure === null ? '' : `${analysis.measure}: `;
  const name = analysis.centreName.toLowerCase();
  const label = (position: number) => points[position - 1]?.label ?? '';
  const centre = sayFigure(phase.centre, decimals, unit);
  if (before && before.centre !== null) {
    const old = sayFigure(before.centre, decimals, unit);
    const move =
      old === centre
        ? `the ${name} stays at ${centre}`
        : `the ${name} ${phase.centre > before.centre ? 'rises' : 'falls'} from ${old} to ${centre}`;
    return capital(`${subject}${move} with the phase that begins at ${label(phase.from)}.`);
  }
  const stretch =
    analysis.xKind === 'category' || phase.from === phase.to
      ? ''
      : ` from ${label(phase.from)} to ${label(phase.to)}`;
  const expected =
    phase.lower !== null && phase.upper !== null && verdict.outcome !== 'too-few-points'
      ? `; values between ${sayFigure(phase.lower, decimals, unit)} and ${sayFigure(phase.upper, decimals, unit)} are to be expected`
      : '';
  return capital(
    `${subject}the ${name} of ${sayCount(phase.counted, 'value')}${stretch} is ${centre}${expected}.`
  );
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** What the limits say about a target. */
export function assuranceSentence(
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
