import { drawActorMap } from './drawing.ts';
import { kindNames } from './labels.ts';
import { actorKinds, type ActorStakeholderKind } from './types.ts';

type Item = {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorStakeholderKind;
  readonly ring: number | null;
  readonly dots: number;
  readonly offReason: string;
};

/** The slices of a workshop’s rings: one for each kind. */
export const kindSectors = actorKinds.map((kind) => ({ id: kind, name: kindNames[kind] }));

/** What of a sheet stands in a ring, in the form of the drawing. */
export function ringed(items: readonly Item[]) {
  return items.flatMap(({ ring, offReason, kind, id, name, dots }) =>
    ring === null || offReason !== ''
      ? []
      : [{ id, name, kind, ring, dots, sectorId: kind, engagement: null, marker: null }]
  );
}

type Drawn = { readonly wide: string; readonly narrow: string };

/** The last drawings, by what is in them: all who are in a workshop ask for the same at one moment. */
const kept = new Map<string, Drawn>();
const mostKept = 20;

/**
 * The rings of a workshop in two sizes, a slice for each kind; null while nothing is placed, unless `isEmptyShown`. Each mark leads to its row in the
 * list, `#item-…`.
 */
export function drawRings(
  focus: string,
  items: readonly Item[],
  { isEmptyShown = false } = {}
): Drawn | null {
  const actors = ringed(items);
  if (actors.length === 0 && !isEmptyShown) return null;
  const key = JSON.stringify([focus, actors]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const draw = (size: 'wide' | 'narrow') =>
    drawActorMap(
      { focus, sectors: kindSectors, actors, links: [] },
      { size, colours: 'page', letters: 'kind', hrefOf: ({ id }) => `#item-${id}` }
    );
  const drawn = { wide: draw('wide'), narrow: draw('narrow') };
  for (const oldest of kept.keys()) {
    if (kept.size < mostKept) break;
    kept.delete(oldest);
  }
  kept.set(key, drawn);
  return drawn;
}

/** The same as a picture to take away: light, and without addresses; null while nothing is placed. */
export function ringsPicture(focus: string, items: readonly Item[]): string | null {
  const actors = ringed(items);
  if (actors.length === 0) return null;
  return drawActorMap(
    { focus, sectors: kindSectors, actors, links: [] },
    { size: 'wide', colours: 'light', letters: 'kind' }
  );
}
