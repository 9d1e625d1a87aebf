import type { MadeOf, Share } from '#modules/disclosure';
import type { Indicator } from '../kinds.ts';
import type { IndicatorValue } from '../types.ts';

/** Which of a partnership's own values add up to which others, as far as their counts tell. */

type Counted = { readonly value: IndicatorValue; readonly share: Share };

/** Beyond so many groups the ways they might add up are not tried; each is then held against the whole by itself. */
const mostGroups = 12;

/**
 * For one indicator in one period: everybody of an area is made up of its groups, and the place of its areas, for
 * everybody and for each group.
 *
 * Nobody records which groups belong together, so the counts are asked: groups that add up to everybody, in children and
 * in those counted, make it up. What adds up by accident is taken for a whole too, which may hide more and never less.
 * The two groups of a gap are taken to have nobody in common; any other group is held against everybody by itself, and
 * what remains is a group that nobody shows.
 */
export function sumsOf(
  counted: readonly Counted[],
  indicator: Pick<Indicator, 'breakdowns'>
): MadeOf[] {
  const sums: MadeOf[] = [];
  for (const inArea of Map.groupBy(counted, ({ value }) => value.area).values()) {
    const whole = inArea.find(({ value }) => value.breakdown === 'all');
    const groups = inArea.filter(({ value }) => value.breakdown !== 'all');
    if (whole !== undefined) sums.push(...waysOf(whole, groups, gapOf(groups, indicator)));
  }
  for (const ofGroup of Map.groupBy(counted, ({ value }) => value.breakdown).values()) {
    const whole = ofGroup.find(({ value }) => value.area === '');
    const areas = ofGroup.filter(({ value }) => value.area !== '');
    // Areas of a place are taken to have nobody in common, unless together they hold more than the place.
    if (whole !== undefined) sums.push(...waysOf(whole, areas, areas));
  }
  return sums;
}

function gapOf(
  groups: readonly Counted[],
  { breakdowns }: Pick<Indicator, 'breakdowns'>
): readonly Counted[] {
  const ends = breakdowns.filter((group) => group.inGap !== null).map((group) => group.id);
  return groups.filter(({ value }) => ends.includes(value.breakdown));
}

/** The ways in which parts make up a whole: exactly, or as `apart` (known to be distinct) with something left over. */
function waysOf(whole: Counted, parts: readonly Counted[], apart: readonly Counted[]): MadeOf[] {
  if (parts.length === 0) return [];
  const madeOf = (some: readonly Counted[]): MadeOf => ({
    whole: whole.share.id,
    parts: some.map(({ share }) => share.id)
  });
  const exact = parts.length > mostGroups ? [] : exactWays(whole, parts);
  const covered = new Set(exact.flat());
  const left = parts.filter((part) => !covered.has(part));
  const leftApart = apart.filter((part) => left.includes(part));
  const together = leftApart.length > 1 && isWithin(whole, leftApart) ? [leftApart] : [];
  const alone = left.filter(
    (part) => isWithin(whole, [part]) && !together.some((some) => some.includes(part))
  );
  return [...exact, ...together, ...alone.map((part) => [part])].map(madeOf);
}

const countOf = (some: readonly Counted[]) =>
  some.reduce((sum, { share }) => sum + share.counted, 0);
const sizeOf = (some: readonly Counted[]) =>
  some.reduce((sum, { share }) => sum + (share.group ?? share.counted), 0);

function isWithin(whole: Counted, parts: readonly Counted[]): boolean {
  const restCounted = countOf([whole]) - countOf(parts);
  const restSize = sizeOf([whole]) - sizeOf(parts);
  return restCounted >= 0 && restSize >= restCounted;
}

/** Every smallest set of at least two parts that adds up to the whole exactly. */
function exactWays(whole: Counted, parts: readonly Counted[]): Counted[][] {
  const found: { mask: number; some: Counted[] }[] = [];
  const masks = Array.from({ length: 2 ** parts.length }, (_, mask) => mask).sort(
    (one, other) => bitsOf(one) - bitsOf(other)
  );
  for (const mask of masks) {
    if (bitsOf(mask) < 2 || found.some((each) => (each.mask & mask) === each.mask)) continue;
    const some = parts.filter((_, index) => (mask & (2 ** index)) !== 0);
    const isWhole = sizeOf(some) === sizeOf([whole]) && countOf(some) === countOf([whole]);
    if (isWhole) found.push({ mask, some });
  }
  return found.map(({ some }) => some);
}

function bitsOf(mask: number): number {
  let [bits, left] = [0, mask];
  for (; left > 0; left >>= 1) bits += left & 1;
  return bits;
}
