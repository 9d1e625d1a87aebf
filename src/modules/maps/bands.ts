import { renderSvg, textWidth, type Mark } from '#modules/charts';
import { countsOf, type Offer } from './offers.ts';
import type { StageOfSupport } from './stages.ts';

/** One band of the drawing, in pixels. */
export type Band = {
  readonly corners: readonly (readonly [x: number, y: number])[];
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
    const corners = [
      [tenths(middle - above), top],
      [tenths(middle + above), top],
      [tenths(middle + below), foot],
      [tenths(middle - below), foot]
    ] as const;
    return {
      corners,
      path: `M${corners.map((corner) => corner.join(' ')).join('L')}Z`,
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

/** What the drawing says, for whoever cannot see it. */
export function bandsWords({ bands }: Pick<BandsLayout, 'bands'>, thread: string): string {
  const beneath = thread === '' ? '' : `. Beneath all: ${thread}`;
  return `From the foot: ${bands.map(({ name, count }) => `${name}, ${count}`).join('; ')}${beneath}.`;
}

/** The bands as a picture to take away: light. An empty stage is dashed, the universal one has a thick edge. */
export function bandsPicture(
  stages: readonly StageOfSupport[],
  offers: readonly Offer[],
  thread: string
): string {
  const layout = layoutBands(stages, offers, thread, 640);
  const text = (y: number, words: string, isName: boolean): Mark => ({
    kind: 'text',
    x: layout.middle,
    y,
    text: words,
    ink: 'ink',
    size: isName ? nameSize : nameSize - 2,
    anchor: 'middle',
    ...(isName ? { weight: 600 } : {})
  });
  const edge = (corners: Band['corners'], width: number, dash?: string): Mark => ({
    kind: 'line',
    path: [...corners, ...corners.slice(0, 1)],
    ink: 'ink',
    width,
    ...(dash === undefined ? {} : { dash })
  });
  const ofThread = (y: number, name: string): Mark[] => [
    edge(
      [
        [2, y],
        [layout.width - 2, y],
        [layout.width - 2, y + threadHeight - 2],
        [2, y + threadHeight - 2]
      ],
      1.5
    ),
    text(y + 25, name, true)
  ];
  return renderSvg(
    {
      id: 'bands',
      title: 'From universal to intensive',
      description: bandsWords(layout, thread),
      width: layout.width,
      height: layout.height,
      marks: [
        ...layout.bands.flatMap(({ corners, isUniversal, isEmpty, name, count, y }) => [
          edge(corners, isUniversal ? 3 : 1.5, isEmpty ? '6 4' : undefined),
          text(y - 4, name, true),
          text(y + 16, count, false)
        ]),
        ...(layout.thread === null ? [] : ofThread(layout.thread.y, layout.thread.name))
      ]
    },
    'light',
    12
  );
}

function cut(text: string, room: number): string {
  if (textWidth(text, nameSize) <= room) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, nameSize) > room) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
