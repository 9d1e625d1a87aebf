import type { Outline, Ring } from './types.ts';

export type PlacedMark<Thing> = { readonly thing: Thing; readonly x: number; readonly y: number };

export type MapLayout<Thing> = {
  readonly width: number;
  readonly height: number;
  /** The boundary as path data; empty where there is none. */
  readonly outline: string;
  /** The boundaries of areas as path data, in their order. */
  readonly areas: readonly { readonly name: string; readonly path: string }[];
  readonly marks: readonly PlacedMark<Thing>[];
};

type Located = { readonly longitude: number; readonly latitude: number };

const margin = 28;
/** Taller than this a map would fill more than a screen. */
const tallest = 1.15;
/** Marks nearer to one another than this are moved apart. */
export const markGap = 24;

/**
 * Where settings and the boundaries stand on a map of `width` pixels: plate carrée, with degrees east shortened by the cosine of the
 * middle latitude, which keeps the shape of an area as small as a council's. North is up. Marks that would cover one another are
 * moved apart, so a mark may stand some pixels from its place.
 *
 * @example
 * layoutMap([{ longitude: 0, latitude: 0 }], { rings: [], areas: [] }, 300).marks[0] // in the middle: x 150
 */
export function layoutMap<Thing extends Located>(
  things: readonly Thing[],
  { rings, areas }: Pick<Outline, 'rings' | 'areas'>,
  width: number
): MapLayout<Thing> {
  const corners = [
    ...things.map(({ longitude, latitude }) => [longitude, latitude] as const),
    ...rings.flat(),
    ...areas.flatMap((area) => area.rings.flat())
  ];
  const [west, east] = endsOf(corners.map(([longitude]) => longitude));
  const [south, north] = endsOf(corners.map(([, latitude]) => latitude));
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const across = (east - west) * narrowing;
  const up = north - south;
  const room = width - 2 * margin;
  // One place alone has no size: it stands in the middle of a square.
  const scale = Math.min(
    across > 0 ? room / across : Infinity,
    up > 0 ? (room * tallest) / up : Infinity
  );
  const isPoint = !Number.isFinite(scale);
  const pixelsUp = isPoint ? room * 0.6 : up * scale;
  const height = Math.round(pixelsUp + 2 * margin);
  const left = isPoint ? width / 2 : (width - across * scale) / 2;
  const place = (longitude: number, latitude: number) => ({
    x: left + (isPoint ? 0 : (longitude - west) * narrowing * scale),
    y: isPoint ? height / 2 : margin + (north - latitude) * scale
  });
  const pathOf = (lines: readonly Ring[]) =>
    lines
      .map((ring) => {
        const path = ring.map(([longitude, latitude], index) => {
          const { x, y } = place(longitude, latitude);
          return `${index === 0 ? 'M' : 'L'}${tenths(x)} ${tenths(y)}`;
        });
        return `${path.join('')}Z`;
      })
      .join('');
  const marks: PlacedMark<Thing>[] = [];
  for (const thing of things) {
    const at = freePlace(place(thing.longitude, thing.latitude), marks, width, height);
    marks.push({ thing, x: tenths(at.x), y: tenths(at.y) });
  }
  return {
    width,
    height,
    outline: pathOf(rings),
    areas: areas.map((area) => ({ name: area.name, path: pathOf(area.rings) })),
    marks
  };
}

function endsOf(values: readonly number[]): readonly [number, number] {
  return values.length === 0
    ? [0, 0]
    : values.reduce<[number, number]>(
        ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
        [Infinity, -Infinity]
      );
}

/** The nearest place, going outwards in rings, that covers no earlier mark and stays on the map. */
function freePlace(
  wanted: { x: number; y: number },
  taken: readonly { x: number; y: number }[],
  width: number,
  height: number
): { x: number; y: number } {
  const isFree = ({ x, y }: { x: number; y: number }) =>
    x >= 12 &&
    y >= 12 &&
    x <= width - 12 &&
    y <= height - 12 &&
    taken.every((one) => Math.hypot(one.x - x, one.y - y) >= markGap);
  if (isFree(wanted)) return wanted;
  for (let ring = 1; ring <= 12; ring++) {
    for (let step = 0; step < 8 * ring; step++) {
      const turn = (step / (8 * ring)) * 2 * Math.PI;
      const distance = (ring * markGap) / 2;
      const place = {
        x: wanted.x + Math.cos(turn) * distance,
        y: wanted.y + Math.sin(turn) * distance
      };
      if (isFree(place)) return place;
    }
  }
  return wanted;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
