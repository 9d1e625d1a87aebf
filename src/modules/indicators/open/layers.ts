import type { LoadedIndicator } from '../types.ts';
import { type BoundaryLayer, boundaryLayers } from './boundaries/read-boundaries.ts';

/** Which outlines a place can be drawn on. */

function layerById(id: BoundaryLayer['id']): BoundaryLayer | null {
  return boundaryLayers.find((layer) => layer.id === id) ?? null;
}

/** The wards that ship with Cairn, by the code of the council they lie in. */
const wardLayers: ReadonlyMap<string, BoundaryLayer['id']> = new Map([
  ['E08000009', 'trafford-wards']
]);

/** The outlines of the wards of a place; null where none ship. */
export function wardLayerOf(code: string | undefined): BoundaryLayer | null {
  const id = code === undefined ? undefined : wardLayers.get(code);
  return id === undefined ? null : layerById(id);
}

/** The outlines on which an indicator can be drawn for a place; null where there are none. */
export function layerFor(
  indicator: Pick<LoadedIndicator, 'areaLevels'>,
  where: { readonly nationName: string; readonly here: { readonly code: string } | null }
): BoundaryLayer | null {
  if (indicator.areaLevels.some((level) => level === 'ward')) return wardLayerOf(where.here?.code);
  if (!indicator.areaLevels.some((level) => level === 'local-authority')) return null;
  if (where.nationName === 'England') return layerById('england-upper-tier');
  return where.nationName === 'Scotland' ? layerById('scotland-councils') : null;
}
