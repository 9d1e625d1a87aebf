import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { Point } from './projection.ts';
import type { BoundaryLayer, NamedOutline } from './read-boundaries.ts';

/** All SQL about outlines. They belong to no partnership: everyone reads the same, and only the owner's loader writes. */

export async function replaceOutlines(
  tx: Tx,
  layer: BoundaryLayer['id'],
  outlines: readonly NamedOutline[]
): Promise<void> {
  await tx.deleteFrom('openBoundary').where('layer', '=', layer).execute();
  await tx
    .insertInto('openBoundary')
    .values(
      outlines.map(({ area, name, rings, touches }) => ({
        layer,
        area,
        name,
        rings: sql<string>`${JSON.stringify(rings.map((ring) => ring.flat()))}::jsonb`,
        touches
      }))
    )
    .execute();
}

/** The outlines of a layer, by name. */
export async function outlinesOf(tx: Tx, layer: BoundaryLayer['id']): Promise<NamedOutline[]> {
  const rows = await tx
    .selectFrom('openBoundary')
    .select(['area', 'name', 'rings', 'touches'])
    .where('layer', '=', layer)
    .orderBy(sql`name collate "und-x-icu"`)
    .execute();
  return rows.map((row) => ({
    area: row.area,
    name: row.name,
    rings: row.rings.map(inPairs),
    touches: row.touches
  }));
}

function inPairs(numbers: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    points.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
  }
  return points;
}
