import { roundTo } from '../figures/rounding.ts';

/** How the figures of a map are put into classes. */
export const classings = ['equal-numbers', 'equal-widths'] as const;
export type Classing = (typeof classings)[number];

/** Figures from `from` to `to`, both included and both of them figures that areas have (or round bounds, by width). */
export type MapClass = {
  readonly from: number;
  readonly to: number;
  readonly areaCount: number;
};

/** More than five shades cannot be told apart at a glance. */
export const mostClasses = 5;
/** A class of a single area would be a list and not a pattern. */
const fewestInEach = 2;

/**
 * Puts figures into at most five classes, from low to high.
 *
 * `equal-numbers` (quantiles) gives each class about the same number of areas: the k-th of n classes holds the figures up
 * to place round(k × count ÷ n) in order of size. `equal-widths` cuts the span from the least to the greatest figure into
 * equal parts; a part without areas is kept, for the gap is what it shows. Their bounds are rounded to `decimals`, the places of the
 * figures, before areas are counted: what the legend says is what was done. Equal figures never part: all of them go into the
 * class of the first. So there may be fewer classes than asked for, and never more than half as many as figures.
 *
 * @example
 * classesOf([1, 2, 3, 4, 5, 6, 7], 'equal-numbers') // 1–2, 3–5, 6–7: seven figures make three classes
 */
export function classesOf(
  values: readonly number[],
  classing: Classing,
  decimals: number
): MapClass[] {
  const ordered = [...values].sort((one, other) => one - other);
  const [least, greatest] = [ordered[0], ordered.at(-1)];
  if (least === undefined || greatest === undefined) return [];
  const wanted = Math.max(1, Math.min(mostClasses, Math.floor(ordered.length / fewestInEach)));
  if (wanted === 1 || least === greatest)
    return [{ from: least, to: greatest, areaCount: ordered.length }];
  return classing === 'equal-numbers'
    ? byNumber(ordered, wanted)
    : byWidth(ordered, wanted, decimals);
}

function byNumber(ordered: readonly number[], wanted: number): MapClass[] {
  const classes: MapClass[] = [];
  let begin = 0;
  for (let index = 1; index <= wanted; index += 1) {
    let end = Math.round((index * ordered.length) / wanted);
    // Figures alike stay together, with the first of them.
    while (end < ordered.length && end > 0 && ordered[end] === ordered[end - 1]) end += 1;
    const [from, to] = [ordered[begin], ordered[end - 1]];
    if (end <= begin || from === undefined || to === undefined) continue;
    classes.push({ from, to, areaCount: end - begin });
    begin = end;
  }
  return classes;
}

function byWidth(ordered: readonly number[], wanted: number, decimals: number): MapClass[] {
  const [least = 0, greatest = 0] = [ordered[0], ordered.at(-1)];
  const bound = (index: number) => roundTo(least + (index * (greatest - least)) / wanted, decimals);
  const inner = Array.from({ length: wanted - 1 }, (_, index) => bound(index + 1));
  // Figures that lie close together leave some parts no width.
  const begins = [...new Set([least, ...inner.filter((each) => each > least && each <= greatest)])];
  return begins.map((from, index): MapClass => {
    const next = begins[index + 1];
    const areaCount = ordered.filter(
      (value) => value >= from && (next === undefined || value < next)
    ).length;
    return { from, to: next ?? greatest, areaCount };
  });
}

/** Which class a figure is in, from 0; -1 where there are none. On a bound shared by two, the upper one. */
export function classOf(value: number, classes: readonly MapClass[]): number {
  return classes.findLastIndex((each) => value >= each.from);
}
