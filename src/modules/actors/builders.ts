import type { Actor, ActorLink } from './kinds.ts';

/** A made-up actor for tests: in ring 1, of no sector, nothing said of it. Its name is its identifier. */
export function anActor(id: string, more: Partial<Actor> = {}): Actor {
  return {
    id,
    name: id,
    kind: null,
    sectorId: null,
    ring: 1,
    engagement: null,
    organisation: '',
    representedBy: [],
    marker: null,
    markerNote: '',
    partOfId: null,
    note: '',
    source: '',
    dots: 0,
    takenOffOn: null,
    takenOffReason: '',
    version: 1,
    ...more
  };
}

/** A made-up link for tests, strong and one-way. */
export function aLink(fromId: string, toId: string, more: Partial<ActorLink> = {}): ActorLink {
  return {
    id: `${fromId}-${toId}`,
    fromId,
    toId,
    strength: 'strong',
    type: '',
    direction: 'one-way',
    note: '',
    version: 1,
    ...more
  };
}
