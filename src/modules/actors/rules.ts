import { err, ok, type Result } from '#core/result';
import type { Actor, ActorSector } from './kinds.ts';
import type { OwnProblem } from './sentences.ts';
import { outermostRing, type Move } from './types.ts';

/** What the order on the map needs of an actor. */
export type Placed = Pick<Actor, 'id' | 'name' | 'sectorId' | 'ring' | 'dots'>;
type Sector = Pick<ActorSector, 'id' | 'name'>;

const byName = new Intl.Collator('en-GB').compare;

/**
 * Actors in the one order in which drawing, list, files and a reader's voice have them: sector by sector as the place ordered them, those
 * without a sector last; in each from the middle outwards; in a ring those with more dots first, then by name.
 */
export function readingOrder<One extends Placed>(
  actors: readonly One[],
  sectors: readonly Sector[]
): One[] {
  const place = new Map(sectors.map(({ id }, at) => [id, at]));
  const sectorOf = ({ sectorId }: Placed) => place.get(sectorId ?? '') ?? sectors.length;
  return actors.toSorted(
    (one, other) =>
      sectorOf(one) - sectorOf(other) ||
      one.ring - other.ring ||
      other.dots - one.dots ||
      byName(one.name, other.name)
  );
}

/**
 * The circle that would come about if an actor became part of another: each part of the next, the first again at the end. Null where
 * there is none.
 * Assumes: what is stored has no circle.
 */
export function circleThrough(
  id: string,
  partOfId: string | null,
  partOf: ReadonlyMap<string, string | null>
): readonly string[] | null {
  const way = [id];
  for (let at = partOfId; at !== null; at = partOf.get(at) ?? null) {
    way.push(at);
    if (at === id) return way;
    if (way.length > partOf.size + 1) return way;
  }
  return null;
}

/**
 * Where one step takes an actor. After the last sector comes the first; an actor without a sector comes into the first.
 * Refuses: nearer than the middle ring, further than the outermost, another sector where there is none.
 */
export function movedTo(
  actor: Pick<Actor, 'ring' | 'sectorId'>,
  move: Move,
  sectors: readonly Sector[]
): Result<{ readonly ring: number; readonly sectorId: string | null }, OwnProblem> {
  const { ring, sectorId } = actor;
  if (move === 'next-sector') {
    const at = sectors.findIndex(({ id }) => id === sectorId);
    const next = sectors[(at + 1) % Math.max(1, sectors.length)];
    return next === undefined || next.id === sectorId
      ? err({ kind: 'no-sector-to-move-to' })
      : ok({ ring, sectorId: next.id });
  }
  const to = move === 'nearer' ? ring - 1 : ring + 1;
  if (to < 1 || to > outermostRing) return err({ kind: 'at-the-edge', move });
  return ok({ ring: to, sectorId });
}
