import { sayDate } from '#core/written-dates';
import type { AimUnit } from './aim-figures.ts';
import type { Aim, AimGap } from './aim.ts';

/** What is said of an aim. */

/** What an aim lacks, in a sentence that says what to add. */
export function aimGapSentence(gap: AimGap): string {
  switch (gap.kind) {
    case 'aim-part-missing':
      return partSentences[gap.part];
    case 'aim-without-number':
      return '“How much” has no figure in it, so nobody will be able to say whether it was reached.';
    case 'aim-date-passed':
      return `Its date, ${sayDate(gap.by)}, has passed. Say whether it was reached, or set a new date.`;
    case 'aim-group-vague':
      return `“${gap.group}” has no edge: say which, such as the families of two nurseries, so that it is clear who is counted.`;
    case 'aim-baseline-without-number':
      return 'The baseline has no figure in it. Say where it stands now, and since when.';
    case 'aim-baseline-not-comparable':
      return `“How much” is ${unitWords[gap.amount]} and the baseline ${unitWords[gap.baseline]}, so the two cannot be held beside each other. Say both the same way.`;
    case 'aim-no-change':
      return 'It asks for what the baseline says already. Say how much more, or how much less.';
    case 'aim-percent-or-points':
      return '“By” so many per cent can be read two ways: of the baseline, or percentage points. Say the level to be reached instead.';
  }
}

const partSentences: { readonly [part in keyof Aim]: string } = {
  change: 'It does not say what will be better.',
  amount: 'It does not say how much.',
  forWhom: 'It does not say for whom.',
  by: 'It does not say by when.',
  baseline: 'It does not say from what baseline.'
};

const unitWords: { readonly [unit in AimUnit]: string } = {
  percent: 'a percentage',
  points: 'in percentage points',
  share: 'so many of so many',
  rate: 'a rate',
  time: 'a length of time',
  plain: 'a plain number'
};

/** The aim as one sentence, with the parts that are there; null while there are none. */
export function composeAim(aim: Aim): string | null {
  const change = withoutStop(aim.change);
  const parts = [
    withoutStop(aim.amount),
    aim.forWhom.trim() === ''
      ? ''
      : `for ${lowerFirst(withoutStop(aim.forWhom.replace(/^for /i, '')))}`,
    aim.by === null ? '' : `by ${sayDate(aim.by)}`,
    aim.baseline.trim() === '' ? '' : `from ${withoutStop(aim.baseline.replace(/^from /i, ''))}`
  ].filter((part) => part !== '');
  if (change === '' && parts.length === 0) return null;
  if (change === '') return `${upperFirst(parts.join(', '))}.`;
  return upperFirst(parts.length === 0 ? `${change}.` : `${change}: ${parts.join(', ')}.`);
}

function withoutStop(text: string): string {
  return text.trim().replace(/[.;,]+$/, '');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Names of groups begin their field with a capital letter; abbreviations keep theirs, and so do names of more than one word. */
function lowerFirst(text: string): string {
  return /^(?:Children|Families|Parents|Carers|Every|All|The|Those)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
