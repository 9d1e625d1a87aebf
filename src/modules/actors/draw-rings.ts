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

/**
 * The rings of a workshop in two sizes, a slice for each kind; null while nothing is placed, unless `isEmptyShown`. Each mark leads to its row in the
 * list, `#item-…`.
 */
export function drawRings(
  focus: string,
  items: readonly Item[],
  { isEmptyShown = false } = {}
): { readonly wide: string; readonly narrow: string } | null {
  const actors = ringed(items);
  if (actors.length === 0 && !isEmptyShown) return null;
  const draw = (size: 'wide' | 'narrow') =>
    drawActorMap(
      { focus, sectors: kindSectors, actors, links: [] },
      { size, colours: 'page', letters: 'kind', hrefOf: ({ id }) => `#item-${id}` }
    );
  return { wide: draw('wide'), narrow: draw('narrow') };
}
