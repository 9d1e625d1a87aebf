import { renderSvg } from '#modules/charts';
import { distanceText, figureText, numberText } from '../figures/rounding.ts';
import { stretches } from '../figures/trend.ts';
import type { GapPoint, GapView, Measure } from '../types.ts';
import { lineNames, type NamedLine } from './names.ts';
import {
  frameOf,
  line,
  type Mark,
  type Plane,
  type Size,
  text,
  timePlane,
  valueTicks
} from './plane.ts';

/**
 * The two groups of a gap over time, with the gap between them in points, as SVG. The better-off group has circles, the
 * poorer one diamonds. Answers null when there is no gap to draw.
 */
export function drawGap(drawing: {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly measure: Measure;
  readonly gap: GapView;
  readonly size?: Size;
}): string | null {
  const { measure, gap } = drawing;
  const { points } = gap;
  const values = points
    .flatMap((point) => [point.betterOff, point.poorer])
    .filter((value) => value !== null);
  if (values.length === 0) return null;
  const { size = 'wide' } = drawing;
  const { width, height, box } = frameOf(size, 3);
  const figures = points.flatMap(({ period, starts, betterOff, poorer, status }) => [
    { period, starts, value: betterOff, status },
    { period, starts, value: poorer, status }
  ]);
  const plane = timePlane(figures, valueTicks(values, measure), measure, box);
  const marks: Mark[] = [
    ...plane.marks,
    ...bridges(points, measure, plane, size),
    ...groupLine(points, (point) => point.betterOff, 'circle', measure, plane),
    ...groupLine(points, (point) => point.poorer, 'diamond', measure, plane),
    ...lineNames(namesOf(gap, measure, plane), plane, size)
  ];
  const { id, title, says } = drawing;
  return renderSvg({ width, height, id, title, description: says, marks }, 'page');
}

function groupLine(
  points: readonly GapPoint[],
  valueOf: (point: GapPoint) => number | null,
  shape: 'circle' | 'diamond',
  measure: Measure,
  plane: Plane
): Mark[] {
  const ink = shape === 'circle' ? 'accent' : 'signal';
  return stretches(points, valueOf, measure.breaks, measure.periodKind).flatMap(
    (stretch): Mark[] => {
      const path = stretch.map(
        (point) => [plane.x(point.starts), plane.y(valueOf(point) ?? 0)] as const
      );
      const size = points.length > 24 ? 3 : shape === 'circle' ? 5 : 6.5;
      return [
        ...(path.length > 1 ? [{ kind: 'line', path, ink, width: 2.5 } as const] : []),
        ...path.map(([x, y]): Mark => ({ kind: 'shape', shape, x, y, size, ink }))
      ];
    }
  );
}

/** A thin line between the groups at each period, with the gap where there is room; the latest is named with the lines. */
function bridges(points: readonly GapPoint[], measure: Measure, plane: Plane, size: Size): Mark[] {
  const known = points.filter((point) => point.gap !== null);
  const isRoomy = (plane.right - plane.left) / Math.max(1, points.length) > 34;
  return known.flatMap((point, index): Mark[] => {
    if (point.gap === null || point.betterOff === null || point.poorer === null) return [];
    const x = plane.x(point.starts);
    const [above, below] = [plane.y(point.betterOff), plane.y(point.poorer)];
    const isEnd = index === 0 || index === known.length - 1;
    // On a screen the latest gap is named beside the drawing already.
    const isNamed = size === 'wide' && index === known.length - 1;
    const isShown = (isRoomy || isEnd) && !isNamed && Math.abs(above - below) > 30;
    const label = numberText(Math.abs(point.gap), measure.decimals);
    const style = { anchor: 'middle', size: 12, weight: isEnd ? 600 : 400, halo: true } as const;
    const bridge = line([x, above], [x, below], 'muted', 1, { opacity: 0.7 });
    return isShown ? [bridge, text(x, (above + below) / 2 + 4, label, style)] : [bridge];
  });
}

function namesOf(gap: GapView, measure: Measure, plane: Plane): NamedLine[] {
  const { latest } = gap;
  if (latest === null) return [];
  const figure = (value: number) => figureText(value, measure.unit, measure.decimals);
  const [above, below] = [plane.y(latest.betterOff), plane.y(latest.poorer)];
  const distance = distanceText(latest.gap, measure.unit, measure.decimals);
  const line = { width: 2.5, strong: true };
  return [
    {
      ...line,
      words: `${gap.betterOffTitle} ${figure(latest.betterOff)}`,
      at: above,
      ink: 'accent',
      shape: 'circle'
    },
    { words: `Gap ${distance}`, at: (above + below) / 2, ink: 'ink', width: 1, strong: true },
    {
      ...line,
      words: `${gap.poorerTitle} ${figure(latest.poorer)}`,
      at: below,
      ink: 'signal',
      shape: 'diamond'
    }
  ];
}
