import type { OutlineRing } from './outline.ts';

const margin = 16;

/**
 * Shapes as path data on one map `width` pixels wide: plate carrée, with degrees east shortened by the cosine of the middle latitude. North is up.
 * Assumes: outlines of the United Kingdom, so no line of dates.
 */
export function projected(
  shapes: readonly (readonly OutlineRing[])[],
  width: number
): { readonly height: number; readonly paths: readonly string[] } {
  const points = shapes.flatMap((rings) => rings.flat());
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  if (points.length === 0) return { height: 2 * margin, paths: shapes.map(() => '') };
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const room = width - 2 * margin;
  const across = (east - west) * narrowing;
  const scale = Math.min(room / (across || 1), room / (north - south || 1));
  const left = (width - across * scale) / 2;
  const at = (value: number) => Math.round(value * 10) / 10;
  const paths = shapes.map((rings) =>
    rings
      .map(
        (ring) =>
          `${ring.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${at(left + (x - west) * narrowing * scale)} ${at(margin + (north - y) * scale)}`).join('')}Z`
      )
      .join('')
  );
  return { height: Math.round((north - south) * scale + 2 * margin), paths };
}
