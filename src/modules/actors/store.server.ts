import { records } from '#modules/records/server';
import { actorKind, linkKind, mapKind, sectorKind } from './kinds.ts';
import { mostActors, mostLinks } from './types.ts';

export const maps = records(mapKind);
export const sectors = records(sectorKind);
export const actors = records(actorKind);
export const links = records(linkKind);

/** What there would be too many of with so many more; null where there is room. */
export function roomFor(
  here: { readonly actors: readonly unknown[]; readonly links: readonly unknown[] },
  more: { readonly actors: number; readonly links: number }
) {
  for (const [what, most] of [
    ['actors', mostActors],
    ['links', mostLinks]
  ] as const) {
    const given = here[what].length + more[what];
    if (given > most) return { kind: 'too-many', what, given } as const;
  }
  return null;
}
