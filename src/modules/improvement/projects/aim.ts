import { figuresIn, type AimFigure, type AimUnit } from './aim-figures.ts';
import type { Project } from './kinds.ts';

/** What a project wants to reach. Each part is empty until somebody has said it. */
export type Aim = {
  /** What will be better: "children who hear a story at home every day". */
  readonly change: string;
  /** How much better: "75%", "from 5 to 20 families a week". */
  readonly amount: string;
  readonly forWhom: string;
  readonly by: string | null;
  /** Where it stands at the start: "55% in September 2025". */
  readonly baseline: string;
};

/** The aim of a project, whose parts are fields of the project. */
export function aimOf(
  project: Pick<Project, 'aimChange' | 'aimAmount' | 'aimForWhom' | 'aimBy' | 'aimBaseline'>
): Aim {
  return {
    change: project.aimChange,
    amount: project.aimAmount,
    forWhom: project.aimForWhom,
    by: project.aimBy,
    baseline: project.aimBaseline
  };
}

/** Reading an aim as it was typed: whether it says how much, for whom, by when, and from what baseline. */

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

/** Words that say how much without a figure. */
const amountWords = /\b(all|every|none|no|half|double|twice|halve|third|quarter)\b/i;
/** Groups that nobody could tell the edge of, alone or joined ("children and families", "parents/carers"). */
const anybody =
  '(?:child(?:ren)?|famil(?:y|ies)|parents?|carers?|people|everyone|everybody|anyone|mums|mothers|dads|fathers|staff|practitioners|pupils|babies|toddlers|households|residents|service users|users|(?:the )?community|communities|little ones|kids|young people)';
const vagueGroup = new RegExp(
  `^(?:(?:all|our|the|local|more|some|many|most|young|younger|every|each|any|other|of|as many|as possible|vulnerable|disadvantaged) )*${anybody}(?:(?: ?(?:and|or|/|,|&) ?)(?:(?:all|our|the|their|local) )*${anybody})*(?: (?:in (?:need|our area|the area|the community)|everywhere|here))?\\.?$`,
  'i'
);

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
  const amounts = withoutStarts(figuresIn(aim.amount));
  const baselines = withoutStarts(figuresIn(aim.baseline));
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

/** The figures reached, without those they start from: of "75%, up from 55%" the first alone. */
function withoutStarts(figures: readonly AimFigure[]): readonly AimFigure[] {
  const reached = figures.filter(({ isStart }) => !isStart);
  return reached.length > 0 ? reached : figures;
}

/** What keeps the amount and the baseline from being held beside each other. */
function comparisonGaps(amounts: readonly AimFigure[], baselines: readonly AimFigure[]): AimGap[] {
  const [amount, baseline] = pairOf(amounts, baselines);
  if (amount === undefined || baseline === undefined) return [];
  if (amount.isChange) {
    const isUnclear = amount.unit === 'percent' && baseline.unit === 'percent';
    return isUnclear ? [{ kind: 'aim-percent-or-points' }] : [];
  }
  if (!isComparable(amount, baseline)) {
    return [{ kind: 'aim-baseline-not-comparable', amount: amount.unit, baseline: baseline.unit }];
  }
  const isAnotherPace = amount.per !== null && baseline.per !== null && amount.per !== baseline.per;
  // "Below 5%" asks for a change where 5% is the baseline; where that lies below 5% as well, nobody can say.
  const isPassed = amount.isBeyond === true;
  return !isAnotherPace &&
    !isPassed &&
    sizeOf(amount) !== null &&
    sizeOf(amount) === sizeOf(baseline)
    ? [{ kind: 'aim-no-change', value: amount.value }]
    : [];
}

/**
 * The last figure of the amount and the first of the baseline, of the most telling kind that both have: those with a unit, then
 * plain numbers, then lengths of time. "Seen within 18 weeks: 90%" is compared by its per cent, "18 weeks" by its weeks.
 */
function pairOf(
  amounts: readonly AimFigure[],
  baselines: readonly AimFigure[]
): [AimFigure | undefined, AimFigure | undefined] {
  for (const rank of [0, 1, 2]) {
    const [one, other] = [ofRank(amounts, rank), ofRank(baselines, rank)];
    // "3 fewer than 12" asks for a change of 3.
    const amount = one.find(({ isChange }) => isChange) ?? one.at(-1);
    if (one.length > 0 && other.length > 0) return [amount, other[0]];
  }
  const best = (figures: readonly AimFigure[]) =>
    [0, 1, 2].map((rank) => ofRank(figures, rank)).find((some) => some.length > 0) ?? [];
  return [best(amounts).at(-1), best(baselines)[0]];
}

function ofRank(figures: readonly AimFigure[], rank: number): AimFigure[] {
  return figures.filter(({ unit }) => (unit === 'time' ? 2 : unit === 'plain' ? 1 : 0) === rank);
}

/** A length of time in the smallest of the units that are whole numbers of each other: minutes, days or months. */
function timeOf(value: number, span: string): string {
  const sizes: Readonly<Record<string, readonly [number, string]>> = {
    hour: [60, 'minute'],
    week: [7, 'day'],
    year: [12, 'month']
  };
  const [times, unit] = sizes[span] ?? [1, span];
  return `${Math.round(times * value * 1e9) / 1e9} ${unit}`;
}

/** What two figures are compared by: shares and percentages in per cent, rates for one, times in minutes, days or months; null where nothing can be said. */
function sizeOf({ value, of, unit, span }: AimFigure): string | null {
  if (of === 0) return null;
  const rounded = (size: number) => String(Math.round(size * 1e9) / 1e9);
  switch (unit) {
    case 'points':
      return null;
    case 'percent':
      return `${rounded(value)}%`;
    case 'share':
      return `${rounded((100 * value) / (of ?? NaN))}%`;
    case 'rate':
      return isRateOfMany(of)
        ? `${rounded((100 * value) / (of ?? NaN))}%`
        : `${rounded(value / (of ?? NaN))} each`;
    case 'time':
      return timeOf(value, span ?? '');
    case 'plain':
      return rounded(value);
  }
}

/** A rate per hundred, thousand and so on can be said as a per cent. */
function isRateOfMany(of: number | null): boolean {
  return of !== null && /^100+$/.test(String(of));
}

/** "All 12 nurseries" beside "7 of 12", "30 families" beside "22 of 40": a share of more than ten counts a group. */
function isOfGroup(count: AimFigure, share: AimFigure): boolean {
  return (
    count.unit === 'plain' &&
    share.unit === 'share' &&
    share.of !== null &&
    (count.value === share.of || (share.of > 10 && count.value <= share.of))
  );
}

/**
 * A share can be said as a per cent, and so can a rate per thousand; points are a change of a per cent or of a score; a plain count is
 * none of these, nor is a time.
 */
function isComparable(one: AimFigure, other: AimFigure): boolean {
  const isPart = ({ unit, of }: AimFigure) =>
    unit === 'percent' ||
    unit === 'share' ||
    unit === 'points' ||
    (unit === 'rate' && isRateOfMany(of));
  const isScore = ({ unit }: AimFigure) => unit === 'points' || unit === 'plain';
  return (
    one.unit === other.unit ||
    (isPart(one) && isPart(other)) ||
    (isScore(one) && isScore(other)) ||
    isOfGroup(one, other) ||
    isOfGroup(other, one)
  );
}
