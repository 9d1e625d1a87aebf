import {
  whatLeaves,
  type HiddenReason,
  type HiddenShare,
  type Share,
  type Sight
} from '#modules/disclosure';
import { roundTo } from '../figures/rounding.ts';
import type { Indicator } from '../kinds.ts';
import type { IndicatorValue } from '../types.ts';
import { sumsOf } from './sums.ts';

/** One of the partnership's own values as it may leave it. What is null is hidden, or was never there. */
export type SafeOwnValue = {
  readonly source: IndicatorValue;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Why the value is hidden; null when it is shown, or when nothing was there to hide. */
  readonly hidden: HiddenReason | null;
  readonly isRounded: boolean;
};

const perHow: Readonly<Partial<Record<Indicator['unit'], number>>> = {
  percent: 100,
  'per-1000': 1000
};

/**
 * The values of an indicator of the partnership's own as somebody may have them who sees counts by a rule: counts under it, shares and rates worked out
 * from the rounded counts, and in each period as many more hidden as it takes so that none can be worked out from the others
 * (groups and everybody, areas and the place).
 *
 * Assumes: `values` are all there are, of every group and area, whichever of them are shown: what is hidden must not depend
 * on which table it stands in. A share given without counts stands as it was given, for there is nothing to protect
 * it by; but 0 % and 100 % are hidden, which say the same of everyone.
 */
export function safeOwnValues(
  values: readonly IndicatorValue[],
  indicator: Pick<Indicator, 'unit' | 'decimals' | 'breakdowns'>,
  sight: Sight
): SafeOwnValue[] {
  const hidden = new Map<string, HiddenShare>();
  for (const ofPeriod of Map.groupBy(values, (value) => value.period).values()) {
    const counted = ofPeriod.flatMap((value) => {
      const share = shareOf(value, indicator);
      return share === null ? [] : [{ value, share }];
    });
    const shares = counted.map(({ share }) => share);
    const found = whatLeaves('shares', { shares, madeOf: sumsOf(counted, indicator) }, sight);
    // Refused figures are no counts of people: nothing can be made safe of them, so nothing of them is shown.
    const none: HiddenShare = { reason: 'small-number', isGroupHidden: true };
    if (found.ok) for (const [id, each] of found.value) hidden.set(id, each);
    else for (const { share } of counted) hidden.set(share.id, none);
  }
  return values.map((value) => safeValue(value, hidden.get(value.id) ?? null, indicator, sight));
}

/** The counts a value rests on; null where it rests on none that are known. */
function shareOf(value: IndicatorValue, { unit }: Pick<Indicator, 'unit'>): Share | null {
  if (value.value === null) return null;
  if (unit === 'count') return { id: value.id, counted: value.value, group: null };
  const { numerator, denominator } = value;
  if (numerator === null) return null;
  const isPart = denominator !== null && perHow[unit] !== undefined && numerator <= denominator;
  return { id: value.id, counted: numerator, group: isPart ? denominator : null };
}

function safeValue(
  source: IndicatorValue,
  hidden: HiddenShare | null,
  indicator: Pick<Indicator, 'unit' | 'decimals'>,
  sight: Sight
): SafeOwnValue {
  const { value, numerator, denominator } = source;
  const nothing = { source, value: null, numerator: null, denominator: null, isRounded: false };
  if (value === null) return { ...nothing, hidden: null };
  if (sight.kind === 'as-recorded')
    return { source, value, numerator, denominator, hidden: null, isRounded: false };
  const { unit, decimals } = indicator;
  const shownCount = (count: number | null): number | null => {
    const left = count === null ? null : whatLeaves('count', { count }, sight);
    return left?.kind === 'shown' ? left.figure.count : null;
  };
  if (hidden !== null) {
    const size = hidden.isGroupHidden ? null : shownCount(denominator);
    return { ...nothing, denominator: size, hidden: hidden.reason };
  }
  if (unit === 'count')
    return { ...nothing, value: shownCount(value), hidden: null, isRounded: true };
  const per = perHow[unit];
  const [part, whole] = [shownCount(numerator), shownCount(denominator)];
  if (per !== undefined && part !== null && whole !== null && whole > 0) {
    const share = roundTo((per * part) / whole, decimals);
    return {
      source,
      value: share,
      numerator: part,
      denominator: whole,
      hidden: null,
      isRounded: true
    };
  }
  const saysAll = unit === 'percent' && (value === 0 || value === 100);
  if (saysAll) return { ...nothing, hidden: 'small-remainder' };
  return { ...nothing, value: roundTo(value, decimals), hidden: null };
}
