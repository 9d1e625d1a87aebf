import { boundaryLayers, type BoundaryLayer } from './boundaries/read-boundaries.ts';

/** Which outlines a place can be drawn on. */

export function layerById(id: BoundaryLayer['id']): BoundaryLayer | null {
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
