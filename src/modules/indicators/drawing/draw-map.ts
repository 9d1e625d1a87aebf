import { renderSvg } from '#modules/charts';
import { figureText } from '../figures/rounding.ts';
import { qualityWords } from '../labels.ts';
import { classingSentences, classRange } from '../maps/sentences.ts';
import { classNumber, isHidden, type MapArea, type MapView } from '../maps/view.ts';
import type { Point } from '../open/boundaries/projection.ts';
import type { NamedOutline } from '../open/boundaries/read-boundaries.ts';
import { areaOf } from '../open/boundaries/simplify.ts';
import { type Drawing, type Mark, text, textWidth } from './plane.ts';

type Fill = Extract<Mark, { kind: 'area' }>['fill'];

/** The fill of a class, from 1 to 5; classes fewer than five are spread over the five steps. */
function fillOfClass(number: number | null, classCount: number): Fill {
  if (number === null) return 'hatched';
  const steps = [[3], [2, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]][classCount - 1] ?? [];
  const fills = ['none', 'step-1', 'step-2', 'step-3', 'step-4', 'step-5'] as const;
  return fills[steps[number - 1] ?? 3] ?? 'step-3';
}

/**
 * Areas with their classes as SVG: each class by its fill, by the number written into it where there is room, and in
 * words when a pointer rests on it. The partnership's own area has a strong outline and its name. Areas without a figure
 * are hatched. With `legend`, for a file that travels alone, the classes are listed beneath.
 * Answers null when nothing can be drawn.
 */
export function drawMap(drawing: {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly view: MapView;
  readonly legend?: boolean;
  readonly colours?: 'page' | 'light';
}): string | null {
  const { view, id, title, says } = drawing;
  const within = new Map(view.areas.map((area) => [area.code, area]));
  const scattered = view.extent === 'alike';
  const framed = scattered
    ? view.outlines
    : view.outlines.filter((outline) => within.has(outline.area));
  const frame = frameOf(framed);
  if (frame === null) return null;
  const { width, height, place } = frame;
  const inSight = view.outlines.filter((outline) => isInSight(outline, place, width, height));
  const around: Mark[] = [];
  const inside: Mark[] = [];
  const numbers: Mark[] = [];
  const own: Mark[] = [];
  for (const outline of inSight) {
    const rings = outline.rings.map((ring) => ring.map(place));
    const area = within.get(outline.area);
    if (area === undefined) {
      const edge = { ink: 'muted', width: 0.5 } as const;
      around.push({ kind: 'area', rings, fill: 'none', outline: edge });
      continue;
    }
    const number = classNumber(area, view.classes);
    const fill = fillOfClass(number, view.classes.length);
    const hint = areaHint(area, number, view);
    inside.push({
      kind: 'area',
      rings,
      fill,
      outline: { ink: 'ink', width: 0.6 },
      hint
    });
    const spot = widestSpot(rings);
    const named = area.isHere ? area.name : null;
    if (number !== null && spot.room > (named === null ? 20 : 14)) {
      const [x, y] = spot.at;
      numbers.push(text(x, y + 4, String(number), { anchor: 'middle', size: 11, halo: true }));
    }
    if (isHidden(area) && spot.room > 34) {
      const [x, y] = spot.at;
      numbers.push(text(x, y + 4, 'hidden', { anchor: 'middle', size: 11, halo: true }));
    }
    if (named !== null) {
      own.push(
        { kind: 'area', rings, fill: 'none', outline: { ink: 'surface', width: 5 } },
        { kind: 'area', rings, fill: 'none', outline: { ink: 'signal', width: 2.5 } },
        nameBeside(named, rings, width)
      );
    }
  }
  const marks = [...around, ...inside, ...numbers, ...own];
  const legend = drawing.legend === true ? legendMarks(view, height + 16) : [];
  const picture: Drawing = {
    width,
    height: height + (legend.length === 0 ? 0 : 60 + view.classes.length * 22),
    id,
    title,
    description: says,
    marks: [...marks, ...legend]
  };
  return renderSvg(picture, drawing.colours ?? 'page');
}

function areaHint(area: MapArea, number: number | null, view: MapView): string {
  if (isHidden(area)) return `${area.name}: hidden`;
  if (area.value === null) return `${area.name}: no figure`;
  const figure = figureText(area.value, view.measure.unit, view.measure.decimals);
  return `${area.name}: ${figure}${qualityWords(area.status)}, class ${number ?? ''} of ${view.classes.length}`;
}

type Pixel = readonly [x: number, y: number];

/** The size of the picture, and where a point of the plane lies in it. North is up. */
function frameOf(
  outlines: readonly NamedOutline[]
): { width: number; height: number; place: (point: Point) => Pixel } | null {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { rings } of outlines) {
    for (const [across, up] of rings.flat()) {
      west = Math.min(west, across);
      east = Math.max(east, across);
      south = Math.min(south, up);
      north = Math.max(north, up);
    }
  }
  if (west === Infinity) return null;
  const air = 14;
  const [widest, highest] = [680, 720];
  const scale = Math.min(
    (widest - 2 * air) / Math.max(1, east - west),
    (highest - 2 * air) / Math.max(1, north - south)
  );
  return {
    width: Math.round((east - west) * scale + 2 * air),
    height: Math.round((north - south) * scale + 2 * air),
    place: ([across, up]) => [air + (across - west) * scale, air + (north - up) * scale]
  };
}

function isInSight(
  { rings }: NamedOutline,
  place: (point: Point) => Pixel,
  width: number,
  height: number
): boolean {
  return rings.some((ring) =>
    ring.some((point) => {
      const [x, y] = place(point);
      return x > 0 && x < width && y > 0 && y < height;
    })
  );
}

/** The middle of the widest stretch within the largest piece, on five lines across it: surely inside, unlike a centre. */
function widestSpot(rings: readonly (readonly Pixel[])[]): { at: Pixel; room: number } {
  const [largest = []] = [...rings].sort(
    (one, other) => Math.abs(areaOf(other)) - Math.abs(areaOf(one))
  );
  const ys = largest.map(([, y]) => y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  let best: { at: Pixel; room: number } = { at: [0, 0], room: 0 };
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const y = top + (bottom - top) * share;
    const crossings = crossingsAt(largest, y);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from = 0, to = 0] = [crossings[index], crossings[index + 1]];
      const room = Math.min(to - from, bottom - top);
      if (room > best.room * 1.2) best = { at: [(from + to) / 2, y], room };
    }
  }
  return best;
}

function crossingsAt(ring: readonly Pixel[], y: number): number[] {
  const found: number[] = [];
  for (const [index, [x, up]] of ring.entries()) {
    const [nextX, nextUp] = ring[(index + 1) % ring.length] ?? [x, up];
    if (up < y !== nextUp < y) found.push(x + ((y - up) / (nextUp - up)) * (nextX - x));
  }
  return found.sort((one, other) => one - other);
}

/** The name of an area above it, kept within the picture. */
function nameBeside(name: string, rings: readonly (readonly Pixel[])[], width: number): Mark {
  const points = rings.flat();
  const xs = points.map(([x]) => x);
  const top = Math.min(...points.map(([, y]) => y));
  const half = textWidth(name) / 2;
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
  const x = Math.min(width - half - 2, Math.max(half + 2, middle));
  return text(x, Math.max(14, top - 6), name, {
    anchor: 'middle',
    weight: 600,
    ink: 'signal',
    halo: true
  });
}

function legendMarks(view: MapView, top: number): Mark[] {
  const rows = [
    ...view.classes.map((_, index) => ({
      fill: fillOfClass(index + 1, view.classes.length),
      words: `${index + 1}: ${classRange(view.classes, index, view.classing, view.measure)}`
    })),
    {
      fill: 'hatched' as const,
      words: view.protection === null ? 'No figure' : 'Hidden, or no figure'
    }
  ];
  const marks = rows.flatMap(({ fill, words }, index): Mark[] => {
    const y = top + index * 22;
    const corners: Pixel[] = [
      [14, y],
      [42, y],
      [42, y + 15],
      [14, y + 15]
    ];
    return [
      { kind: 'area', rings: [corners], fill, outline: { ink: 'ink', width: 0.6 } },
      text(52, y + 12, words)
    ];
  });
  const [method = ''] = classingSentences[view.classing].split(/[.;:]/);
  return [...marks, text(14, top + rows.length * 22 + 12, method, { ink: 'muted', size: 11 })];
}

/** One class as a small picture for the legend beside a map. */
export function drawMapSwatch(number: number | null, classCount: number, words: string): string {
  const corners: Pixel[] = [
    [1, 1],
    [31, 1],
    [31, 17],
    [1, 17]
  ];
  const fill = fillOfClass(number, classCount);
  const edge = { ink: 'ink', width: 0.8 } as const;
  return renderSvg(
    {
      width: 32,
      height: 18,
      id: `swatch-${number ?? 'none'}`,
      title: words,
      description: '',
      marks: [{ kind: 'area', rings: [corners], fill, outline: edge }]
    },
    'page'
  );
}
