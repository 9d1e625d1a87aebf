import {
  whatLeaves,
  type HiddenReason,
  type HiddenShare,
  type Share,
  type SharesBefore,
  type Sight
} from '#modules/disclosure';
import { outOf } from '../figures/out-of.ts';
import { roundTo } from '../figures/rounding.ts';
import type { Indicator } from '../kinds.ts';
import type { IndicatorValue, OwnValues } from '../types.ts';
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

/**
 * The values of an indicator of the partnership's own as somebody may have them who sees counts by a rule: counts under it, shares and rates worked out
 * from the rounded counts, and in each period as many more hidden as it takes so that none can be worked out from the others
 * (groups and everybody, areas and the place).
 *
 * Whoever took the values away before has what stood then: what is hidden now is decided beside every state that stood before
 * (`values.before`), so that a corrected value or one that came later does not tell a hidden one.
 *
 * Assumes: `values` are all there are, of every group and area, whichever of them are shown: what is hidden must not depend
 * on which table it stands in. A share given without counts stands as it was given, for there is nothing to protect
 * it by; but 0 % and 100 % are hidden, which say the same of everyone.
 */
export function safeOwnValues(
  { now: values, before }: OwnValues,
  indicator: Pick<Indicator, 'unit' | 'decimals' | 'breakdowns'>,
  sight: Sight
): SafeOwnValue[] {
  const hidden = new Map<string, HiddenShare>();
  for (const [period, ofPeriod] of Map.groupBy(values, (value) => value.period)) {
    const left: SharesBefore[] = [];
    for (const state of [...(before.get(period) ?? []), ofPeriod]) {
      const shown = leavingOf(state, indicator, sight, left);
      left.push(shown);
    }
    const now = left.at(-1)?.hidden;
    for (const value of ofPeriod) {
      const why = now?.get(placeOf(value));
      if (why !== undefined) hidden.set(value.id, why);
    }
  }
  return values.map((value) => safeValue(value, hidden.get(value.id) ?? null, indicator, sight));
}

/** What of one state of a period is hidden, beside the states that left before it. */
function leavingOf(
  state: readonly IndicatorValue[],
  indicator: Pick<Indicator, 'unit' | 'breakdowns'>,
  sight: Sight,
  before: readonly SharesBefore[]
): SharesBefore {
  const counted = state.flatMap((value) => {
    const share = shareOf(value, indicator);
    return share === null ? [] : [{ value, share }];
  });
  const shares = counted.map(({ share }) => share);
  const madeOf = sumsOf(counted, indicator);
  const found = whatLeaves('shares', { shares, madeOf, before }, sight);
  if (found.ok) return { shares, madeOf, hidden: found.value };
  // Refused figures are no counts of people: nothing can be made safe of them, so nothing of them is shown.
  const none: HiddenShare = { reason: 'small-number', isGroupHidden: true };
  return { shares: [], madeOf: [], hidden: new Map(shares.map(({ id }) => [id, none])) };
}

/** A group of an area: what a value is of, in each state of its period. */
const placeOf = ({ breakdown, area }: IndicatorValue): string => `${breakdown} ${area}`;

/** The counts a value rests on; null where it rests on none that are known. */
function shareOf(value: IndicatorValue, { unit }: Pick<Indicator, 'unit'>): Share | null {
  if (value.value === null) return null;
  const id = placeOf(value);
  if (unit === 'count') return { id, counted: value.value, group: null };
  const { numerator, denominator } = value;
  if (numerator === null) return null;
  const isPart = denominator !== null && outOf[unit] !== null && numerator <= denominator;
  return { id, counted: numerator, group: isPart ? denominator : null };
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
  const per = outOf[unit];
  const [part, whole] = [shownCount(numerator), shownCount(denominator)];
  if (per !== null && part !== null && whole !== null && whole > 0) {
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
