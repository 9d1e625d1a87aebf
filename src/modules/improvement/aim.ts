import type { Aim } from './types.ts';

/** Reading an aim as it was typed: whether it says how much, for whom, by when, and from what baseline. */

/** What a figure counts, as far as the words around it tell. */
export type AimUnit = 'percent' | 'points' | 'share' | 'rate' | 'plain';

export type AimFigure = {
  readonly value: number;
  readonly unit: AimUnit;
  /** The figure is a change to be made ("by 10%"), not a level to be reached. */
  readonly isChange: boolean;
};

/** What an aim still lacks, or what about it nobody could decide later. */
export type AimGap =
  | { readonly kind: 'aim-part-missing'; readonly part: keyof Aim }
  | { readonly kind: 'aim-without-number' }
  | { readonly kind: 'aim-date-passed'; readonly by: string }
  | { readonly kind: 'aim-group-vague'; readonly group: string }
  | { readonly kind: 'aim-baseline-without-number' }
  | {
      readonly kind: 'aim-baseline-not-comparable';
      readonly amount: AimUnit;
      readonly baseline: AimUnit;
    }
  | { readonly kind: 'aim-no-change'; readonly value: number }
  | { readonly kind: 'aim-percent-or-points' };

const aimParts = [
  'change',
  'amount',
  'forWhom',
  'by',
  'baseline'
] as const satisfies readonly (keyof Aim)[];

const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** Dates, years, terms and lengths of time: figures that say when, not how much. */
const whenPatterns = [
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${months}\\b(?:\\s+\\d{4})?`, 'gi'),
  new RegExp(`\\b${months}\\s+\\d{4}\\b`, 'gi'),
  /\b\d{4}-\d{2}-\d{2}\b/g,
  /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g,
  /\b(?:19|20)\d{2}(?:\s*[/–-]\s*\d{2,4})?\b/g,
  /\bq[1-4]\b/gi,
  /\b\d+\s*(?:to|–|-)?\s*\d*\s*(?:days?|weeks?|months?|terms?|years?)\b/gi
];

const figurePattern =
  /(\bby\s+)?(\d[\d,]*(?:\.\d+)?)\s*(%|per\s?cent\b|percentage points?\b|points?\b|(?:in|of|out of)\s+(?:every\s+)?\d[\d,]*|per\s+[\d,]+)?/gi;

/**
 * The figures of a text that say how much, in order. Dates, years and lengths of time are left out.
 *
 * @example
 * figuresIn('43% over twelve weeks from 13 April 2026') // [{ value: 43, unit: 'percent', isChange: false }]
 */
export function figuresIn(text: string): AimFigure[] {
  const timeless = whenPatterns.reduce((left, pattern) => left.replace(pattern, ' '), text);
  return [...timeless.matchAll(figurePattern)].map((match) => ({
    value: Number((match[2] ?? '').replaceAll(',', '')),
    unit: unitOfWords((match[3] ?? '').toLowerCase()),
    isChange: match[1] !== undefined
  }));
}

function unitOfWords(words: string): AimUnit {
  if (words === '') return 'plain';
  if (words.includes('point')) return 'points';
  if (words === '%' || /^per\s?cent$/.test(words)) return 'percent';
  return words.startsWith('per') ? 'rate' : 'share';
}

/** Words that say how much without a figure. */
const amountWords = /\b(all|every|none|no|half|double|twice|halve|third|quarter)\b/i;
/** Groups that nobody could tell the edge of. */
const vagueGroup =
  /^(?:all |our |the |local |more )*(?:children|families|parents|carers|people|everyone|everybody|mums|dads|staff)\.?$/i;

/**
 * What an aim lacks to be one that can be seen to be reached: what, how much, for whom, by when, from what baseline. Each part
 * that is there is read: an amount and a baseline need a figure, in units that can be held beside each other; the amount must
 * ask for a change; a group needs an edge; a date must lie ahead.
 *
 * Assumes: plain English. What it cannot read it does not complain about.
 */
export function checkAim(aim: Aim, today: string): AimGap[] {
  const gaps: AimGap[] = aimParts
    .filter((part) => (aim[part] ?? '').trim() === '')
    .map((part) => ({ kind: 'aim-part-missing', part }));
  const amounts = figuresIn(aim.amount);
  const baselines = figuresIn(aim.baseline);
  const hasAmount = aim.amount.trim() !== '';
  if (hasAmount && amounts.length === 0 && !amountWords.test(aim.amount)) {
    gaps.push({ kind: 'aim-without-number' });
  }
  if (vagueGroup.test(aim.forWhom.trim())) {
    gaps.push({ kind: 'aim-group-vague', group: aim.forWhom.trim() });
  }
  if (aim.by !== null && aim.by < today) gaps.push({ kind: 'aim-date-passed', by: aim.by });
  if (aim.baseline.trim() !== '' && baselines.length === 0 && !amountWords.test(aim.baseline)) {
    gaps.push({ kind: 'aim-baseline-without-number' });
  }
  return [...gaps, ...comparisonGaps(amounts, baselines)];
}

/** What keeps the amount and the baseline from being held beside each other. */
function comparisonGaps(amounts: readonly AimFigure[], baselines: readonly AimFigure[]): AimGap[] {
  const amount = amounts.at(-1);
  const baseline = baselines[0];
  if (amount === undefined || baseline === undefined) return [];
  if (amount.isChange) {
    const isUnclear = amount.unit === 'percent' && baseline.unit === 'percent';
    return isUnclear ? [{ kind: 'aim-percent-or-points' }] : [];
  }
  if (!isComparable(amount.unit, baseline.unit)) {
    return [{ kind: 'aim-baseline-not-comparable', amount: amount.unit, baseline: baseline.unit }];
  }
  return amount.unit === baseline.unit && amount.value === baseline.value
    ? [{ kind: 'aim-no-change', value: amount.value }]
    : [];
}

/** A share can be said as a per cent; points are a change of one; a plain count is neither, nor is a rate. */
function isComparable(one: AimUnit, other: AimUnit): boolean {
  const isPart = (unit: AimUnit) => unit === 'percent' || unit === 'share' || unit === 'points';
  return one === other || (isPart(one) && isPart(other));
}
