import { outermostRing } from './types.ts';

/** Room around the rings for the names of sectors, in pixels. */
const margin = 24;

/** How far from the centre of a map of `size` pixels the focus ends, and then each ring from the innermost. */
export function ringEdges(size: number): readonly number[] {
  const outside = size / 2 - margin;
  const middle = outside * 0.16;
  const band = (outside - middle) / outermostRing;
  return Array.from({ length: outermostRing + 1 }, (_, at) => middle + at * band);
}

/**
 * The ring at a point of a map of `size` pixels, counted from its upper left corner. What lies over the focus is in the innermost, what lies
 * where the names of sectors stand in the outermost; null outside the map.
 *
 * @example
 * ringAt(760, { x: 380, y: 20 }) // 4
 */
export function ringAt(
  size: number,
  at: { readonly x: number; readonly y: number }
): number | null {
  if (at.x < 0 || at.y < 0 || at.x > size || at.y > size) return null;
  const far = Math.hypot(at.x - size / 2, at.y - size / 2);
  const ring = ringEdges(size).findIndex((edge, ring) => ring > 0 && far <= edge);
  return ring === -1 ? outermostRing : ring;
}
