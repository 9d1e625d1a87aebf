import { renderSvg } from '#modules/charts';
import { distanceText, figureText, numberText } from '../rounding.ts';
import { stretches } from '../trend.ts';
import type { GapPoint } from '../types.ts';
import type { GapView, Measure } from '../views.ts';
import {
  line,
  spreadLabels,
  text,
  timePlane,
  valueTicks,
  wrapName,
  type Mark,
  type Plane
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
}): string | null {
  const { measure, gap } = drawing;
  const { points } = gap;
  const values = points
    .flatMap((point) => [point.betterOff, point.poorer])
    .filter((value) => value !== null);
  if (values.length === 0) return null;
  const [width, height] = [760, 360];
  const box = { left: 58, right: 570, top: 30, bottom: 312 };
  const figures = points.flatMap(({ period, starts, betterOff, poorer }) => [
    { period, starts, value: betterOff },
    { period, starts, value: poorer }
  ]);
  const plane = timePlane(figures, valueTicks(values, measure), measure, box);
  const marks: Mark[] = [
    ...plane.marks,
    ...bridges(points, measure, plane),
    ...groupLine(points, (point) => point.betterOff, 'circle', measure, plane),
    ...groupLine(points, (point) => point.poorer, 'diamond', measure, plane),
    ...groupNames(gap, measure, plane)
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

/** A thin line between the groups at each period, with the gap in points where there is room for it. */
function bridges(points: readonly GapPoint[], measure: Measure, plane: Plane): Mark[] {
  const known = points.filter((point) => point.gap !== null);
  const isRoomy = (plane.right - plane.left) / Math.max(1, points.length) > 36;
  return known.flatMap((point, index): Mark[] => {
    if (point.gap === null || point.betterOff === null || point.poorer === null) return [];
    const x = plane.x(point.starts);
    const [above, below] = [plane.y(point.betterOff), plane.y(point.poorer)];
    const isEnd = index === 0 || index === known.length - 1;
    const isShown = (isRoomy || isEnd) && Math.abs(above - below) > 30;
    const isLast = index === known.length - 1;
    const label = isLast
      ? distanceText(point.gap, measure.unit, measure.decimals)
      : numberText(Math.abs(point.gap), measure.decimals);
    return [
      line([x, above], [x, below], 'muted', 1, { opacity: 0.7 }),
      ...(isShown
        ? [
            text(x, (above + below) / 2 + 4, label, {
              anchor: isLast ? 'end' : 'middle',
              size: isLast ? 14 : 12,
              weight: isLast ? 600 : 400,
              halo: true
            })
          ]
        : [])
    ];
  });
}

function groupNames(
  { betterOffTitle, poorerTitle, latest }: GapView,
  measure: Measure,
  plane: Plane
): Mark[] {
  if (latest === null) return [];
  const figure = (value: number) => figureText(value, measure.unit, measure.decimals);
  const labels = [
    {
      words: wrapName(`${betterOffTitle} ${figure(latest.betterOff)}`, 24),
      at: plane.y(latest.betterOff),
      ink: 'accent' as const
    },
    {
      words: wrapName(`${poorerTitle} ${figure(latest.poorer)}`, 24),
      at: plane.y(latest.poorer),
      ink: 'signal' as const
    }
  ];
  const heights = labels.map((label) => label.words.length * 16 + 4);
  const middles = spreadLabels(
    labels.map((label) => label.at),
    heights,
    plane.top,
    plane.bottom + 10
  );
  return labels.flatMap((label, index) => {
    const first = (middles[index] ?? label.at) - ((label.words.length - 1) * 16) / 2 + 4;
    return label.words.map((words, row) =>
      text(plane.right + 10, first + row * 16, words, { ink: label.ink, weight: 600 })
    );
  });
}
