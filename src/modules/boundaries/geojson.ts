import { areaFeature, featureCollection, type Feature } from '#core/geojson';
import type { Boundary, WorkingBoundary } from './kinds.ts';
import { boundaryKindNames, scopeNames, standingNames } from './types.ts';

/** The boundaries for programs that draw maps; one without an outline keeps its place in the file, with no geometry. */
export function boundariesGeoJson(
  boundaries: readonly Boundary[],
  working: WorkingBoundary | null
): ReturnType<typeof featureCollection> {
  return featureCollection(
    boundaries.map((one): Feature => {
      const properties = {
        Name: one.title,
        Kind: boundaryKindNames[one.kind],
        Description: one.description,
        Areas: one.areas.join('; '),
        'Held by': one.heldBy,
        Scope: scopeNames[one.scope],
        Reason: one.reason,
        Standing: standingNames[one.standing],
        'Agreed on': one.agreedOn ?? '',
        'Part of the working boundary': working?.boundaryIds.includes(one.id) === true,
        'Outline from': one.ringsSource
      };
      return one.rings === null
        ? { type: 'Feature', id: one.id, geometry: null, properties }
        : areaFeature(one.id, one.rings, properties);
    })
  );
}
