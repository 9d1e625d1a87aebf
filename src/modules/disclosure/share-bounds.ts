import type { Span } from './rounding.ts';

/**
 * What a reader may take the counts of one group for: those counted, those not counted, and all of the group. Kept so
 * tight that each end of each span is reached by some pair of counts that fits the two others.
 */
export type Bounds = {
  readonly counted: Span;
  readonly others: Span;
  readonly group: Span;
};

export const anything: Span = { least: 0, most: Infinity };
export const nobody: Bounds = spread({ least: 0, most: 0 });

function spread(span: Span): Bounds {
  return { counted: span, others: span, group: span };
}

/**
 * The same pairs of counts with every span as narrow as the others make it. Null when no pair fits.
 *
 * Whole numbers stay whole: the pairs within such spans are the points of a plane cut along three directions, whose
 * corners are whole.
 */
export function tightened(given: Bounds): Bounds | null {
  const group = meet(given.group, plus(given.counted, given.others));
  const counted = meet(given.counted, minus(group, given.others));
  const others = meet(given.others, minus(group, counted));
  const whole = meet(group, plus(counted, others));
  return [group, counted, others, whole].some(isEmpty) ? null : { counted, others, group: whole };
}

/** Both at once: the pairs of counts that fit the one and the other. */
export function both(one: Bounds, other: Bounds): Bounds | null {
  return tightened({
    counted: meet(one.counted, other.counted),
    others: meet(one.others, other.others),
    group: meet(one.group, other.group)
  });
}

/**
 * The sums of a pair from the one and a pair from the other. Spans of tight bounds simply add up: in the plane, every
 * whole pair within the sum is the sum of two whole pairs.
 */
export function sumOf(one: Bounds, other: Bounds): Bounds {
  return {
    counted: plus(one.counted, other.counted),
    others: plus(one.others, other.others),
    group: plus(one.group, other.group)
  };
}

/** What is left of a pair from the one when a pair from the other is taken away. */
export function differenceOf(one: Bounds, other: Bounds): Bounds {
  return {
    counted: minus(one.counted, other.counted),
    others: minus(one.others, other.others),
    group: minus(one.group, other.group)
  };
}

function plus(one: Span, other: Span): Span {
  return { least: one.least + other.least, most: one.most + other.most };
}

function minus(one: Span, other: Span): Span {
  const least = one.least - other.most;
  // An end that nobody knows on either side is not known.
  return {
    least: Number.isNaN(least) ? -Infinity : least,
    most: one.most === Infinity ? Infinity : one.most - other.least
  };
}

function meet(one: Span, other: Span): Span {
  return { least: Math.max(one.least, other.least), most: Math.min(one.most, other.most) };
}

function isEmpty(span: Span): boolean {
  return span.least > span.most;
}
