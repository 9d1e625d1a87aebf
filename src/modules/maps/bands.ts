import { textWidth } from '#modules/charts';
import { countsOf, type Offer } from './offers.ts';
import type { StageOfSupport } from './stages.ts';

/** One band of the drawing, in pixels. */
export type Band = {
  readonly path: string;
  readonly name: string;
  readonly count: string;
  readonly isUniversal: boolean;
  readonly isEmpty: boolean;
  readonly y: number;
};
export type BandsLayout = {
  readonly width: number;
  readonly height: number;
  readonly middle: number;
  readonly bands: readonly Band[];
  readonly thread: { readonly y: number; readonly name: string } | null;
};

const bandHeight = 62;
const gap = 4;
const threadHeight = 40;
/** How wide the top of the drawing is, as a part of its foot. */
const topShare = 0.55;
const nameSize = 16;

/**
 * The stages as bands that narrow upwards, the first at the foot, and beneath them what runs under all. Widths say the order of the stages and
 * no numbers. A name too long for its band is cut; the table beside has it whole.
 * Units: `width` in pixels, as it is shown.
 */
export function layoutBands(
  stages: readonly StageOfSupport[],
  offers: readonly Offer[],
  thread: string,
  width: number
): BandsLayout {
  const counts = countsOf(stages, offers);
  const middle = width / 2;
  const sides = stages.length * (bandHeight + gap) - gap;
  const half = (y: number) => (width / 2 - 2) * (topShare + ((1 - topShare) * y) / sides);
  const bands = stages.map(({ name, isUniversal }, index): Band => {
    const top = (stages.length - 1 - index) * (bandHeight + gap);
    const foot = top + bandHeight;
    const [above, below] = [half(top), half(foot)];
    const count = counts[index] ?? 0;
    return {
      path: `M${tenths(middle - above)} ${top}L${tenths(middle + above)} ${top}L${tenths(middle + below)} ${foot}L${tenths(middle - below)} ${foot}Z`,
      name: cut(name, 2 * above - 24),
      count: `${count} ${count === 1 ? 'offer' : 'offers'}${isUniversal ? ', for every family' : ''}`,
      isUniversal,
      isEmpty: count === 0,
      y: top + bandHeight / 2
    };
  });
  return {
    width,
    height: sides + (thread === '' ? 0 : gap + threadHeight),
    middle,
    bands,
    thread: thread === '' ? null : { y: sides + gap, name: cut(thread, width - 32) }
  };
}

export const threadBandHeight = threadHeight;

function cut(text: string, room: number): string {
  if (textWidth(text, nameSize) <= room) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, nameSize) > room) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
