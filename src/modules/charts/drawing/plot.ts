/** The frame within which everything of one chart is placed. */
import type { Analysis, DrawOptions } from '../types.ts';
import type { HorizontalAxis } from './axis.ts';
import type { Ink, Shape } from './marks.ts';
import type { Scale } from './scales.ts';
import type { Meaning } from '../types.ts';

export interface Plot {
  readonly analysis: Analysis;
  readonly options: DrawOptions;
  readonly unit: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: HorizontalAxis;
  readonly y: Scale;
  /** Size of ordinary text in pixels. */
  readonly size: number;
  readonly isNarrow: boolean;
  readonly isCompact: boolean;
}

/** Left and right edge of the room a point has, halfway to its neighbours. */
export function edgesOf({ analysis, x, left, right }: Plot, i: number): readonly [number, number] {
  const { at } = x;
  const here = at[i] ?? left;
  const before = at[i - 1];
  const after = at[i + 1];
  const most = analysis.xKind === 'category' ? Infinity : 12;
  const half = 12;
  const leftEdge =
    before === undefined
      ? Math.max(left, here - (after === undefined ? half : Math.min(most, (after - here) / 2)))
      : (before + here) / 2;
  const rightEdge =
    after === undefined
      ? Math.min(right, here + (before === undefined ? half : Math.min(most, (here - before) / 2)))
      : (here + after) / 2;
  return [leftEdge, rightEdge];
}

/** The shape of a signal says what it means, without colour. */
export const signalShapes: {
  readonly [meaning in Meaning]: { shape: Shape; ink: Ink; says: string };
} = {
  improvement: { shape: 'diamond', ink: 'improvement', says: 'signal, for the better' },
  concern: { shape: 'open-diamond', ink: 'concern', says: 'signal, for the worse' },
  neutral: { shape: 'diamond', ink: 'signal', says: 'signal' }
};
