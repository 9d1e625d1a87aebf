import { err, ok, type Result } from '#core/result';
import type { PackProblem } from '#modules/vocabulary';
import * as v from 'valibot';
import { projected } from './projection.ts';
import { type Outline, type Ring, type SimpleOutline, simplified } from './simplify.ts';

/** A set of outlines that ships with Cairn: where it lies, and how finely it is kept. */
export type BoundaryLayer = {
  readonly id: 'england-upper-tier' | 'scotland-councils' | 'trafford-wards';
  readonly folder: string;
  /** No point of a border is moved by more than so many metres. */
  readonly tolerance: number;
  /** Pieces smaller than so many square kilometres are left out, save an area's largest. */
  readonly leastPiece: number;
};

export const boundaryLayers: readonly BoundaryLayer[] = [
  {
    id: 'england-upper-tier',
    folder: 'boundaries-england-upper-tier',
    tolerance: 400,
    leastPiece: 2
  },
  {
    id: 'scotland-councils',
    folder: 'boundaries-scotland-councils',
    tolerance: 600,
    leastPiece: 4
  },
  { id: 'trafford-wards', folder: 'trafford-wards', tolerance: 20, leastPiece: 0 }
];

const position = v.pipe(
  v.array(v.number()),
  v.minLength(2),
  v.transform(([longitude = 0, latitude = 0]) => projected(longitude, latitude))
);
const ring = v.pipe(v.array(position), v.minLength(4));
const collection = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.object({
      properties: v.object({ area_code: v.string(), area_name: v.string() }),
      geometry: v.variant('type', [
        v.object({ type: v.literal('Polygon'), coordinates: v.array(ring) }),
        v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(ring)) })
      ])
    })
  )
});

export type NamedOutline = SimpleOutline & { readonly name: string };

/** The areas of a GeoJSON file on the plane, simplified as the layer says. Refuses what is not such a file. */
export function readBoundaries(
  json: unknown,
  layer: BoundaryLayer
): Result<NamedOutline[], readonly PackProblem[]> {
  const read = v.safeParse(collection, json);
  if (!read.success) {
    return err(
      read.issues.map((issue) => ({
        kind: 'wrong-shape',
        file: 'boundaries.geojson',
        path: v.getDotPath(issue) ?? '',
        expected: issue.message
      }))
    );
  }
  const { features } = read.output;
  const names = new Map(
    features.map(({ properties }) => [properties.area_code, properties.area_name])
  );
  const outlines = features.map(({ properties, geometry }): Outline => ({
    area: properties.area_code,
    rings: (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
      .flat()
      .map(withoutRepeats)
  }));
  return ok(
    simplified(outlines, layer.tolerance, layer.leastPiece * 1_000_000).map((outline) => ({
      ...outline,
      name: names.get(outline.area) ?? outline.area
    }))
  );
}

/** A ring whose last point is not the first again, and no point twice in turn. */
function withoutRepeats(points: Ring): Ring {
  return points.filter((point, index) => {
    const before = points.at(index - 1);
    return before === undefined || point[0] !== before[0] || point[1] !== before[1];
  });
}
