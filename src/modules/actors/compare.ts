import { column, tableOf } from '#modules/records';
import {
  directionNames,
  engagementNames,
  markerNames,
  noSectorName,
  notSaid,
  strengthNames
} from './labels.ts';
import type { FrozenActor, FrozenActorLink, FrozenActorMap } from './types.ts';

export const mapChanges = [
  'came',
  'left',
  'changed',
  'link-came',
  'link-left',
  'link-changed'
] as const;
export const mapChangeNames: Readonly<Record<(typeof mapChanges)[number], string>> = {
  came: 'Came onto the map',
  left: 'Left the map',
  changed: 'Stands otherwise',
  'link-came': 'New links',
  'link-left': 'Links that are gone',
  'link-changed': 'Links that changed'
};

/** One difference between two maps, with its sentence. */
export type MapChange = {
  readonly change: (typeof mapChanges)[number];
  /** The actor, or both ends of the link. */
  readonly who: string;
  readonly sentence: string;
};

type Here = {
  readonly map: { readonly focus: string } | null;
  readonly sectors: FrozenActorMap['sectors'];
  readonly actors: readonly FrozenActor[];
  readonly links: readonly FrozenActorLink[];
};

/** The map as it stands, in the form in which it is kept. */
export function frozenMap({ map, sectors, actors, links }: Here): FrozenActorMap {
  return {
    format: 1,
    focus: map?.focus ?? '',
    sectors: sectors.map(({ id, name }) => ({ id, name })),
    actors: actors.map(({ id, name, kind, sectorId, ring, engagement, representedBy, marker }) => ({
      id,
      name,
      kind,
      sectorId,
      ring,
      engagement,
      representedBy,
      marker
    })),
    links: links.map(({ fromId, toId, type, strength, direction }) => ({
      fromId,
      toId,
      type,
      strength,
      direction
    }))
  };
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What is otherwise of one actor, each as "from … to …". */
function changesOf(before: FrozenActor, after: FrozenActor, sectors: readonly [string, string]) {
  const engaged = ({ engagement }: FrozenActor) =>
    lower(engagement === null ? notSaid : engagementNames[engagement]);
  const marked = ({ marker }: FrozenActor) =>
    marker === null ? 'no mark' : lower(markerNames[marker]);
  const through = ({ representedBy }: FrozenActor) =>
    representedBy.length === 0 ? 'nobody' : representedBy.join('; ');
  const pairs = [
    ['is now called', before.name, after.name],
    ['ring', String(before.ring), String(after.ring)],
    ['sector', ...sectors],
    ['engagement', engaged(before), engaged(after)],
    ['mark', marked(before), marked(after)],
    ['relationship through', through(before), through(after)]
  ] as const;
  return pairs.flatMap(([what, from, to]) => {
    if (from === to) return [];
    return what === 'is now called' ? [`${what} ${to}`] : [`${what} from ${from} to ${to}`];
  });
}

/** A link by its ends and its kind; one without a direction, or both ways, is the same from either end. */
function keyOf({ fromId, toId, type, direction }: FrozenActorLink): string {
  const ends = direction === 'one-way' ? [fromId, toId] : [fromId, toId].toSorted();
  return [...ends, type.toLowerCase()].join(' ');
}

/**
 * What is otherwise on a later map, in sentences: who came and who left, whose ring, sector, engagement, mark or relationship changed, and links. An actor is the
 * same where it has the same identifier, whatever it is called; links of one that left are not named again.
 */
export function compareMaps(before: FrozenActorMap, after: FrozenActorMap): readonly MapChange[] {
  const sectorIn = (map: FrozenActorMap, { sectorId }: FrozenActor) =>
    map.sectors.find(({ id }) => id === sectorId)?.name ?? lower(noSectorName);
  const byId = ({ actors }: FrozenActorMap) => new Map(actors.map((one) => [one.id, one]));
  const [was, is] = [byId(before), byId(after)] as const;
  const came = after.actors
    .filter(({ id }) => !was.has(id))
    .map((one): MapChange => ({
      change: 'came',
      who: one.name,
      sentence: `${one.name}: ring ${one.ring}, ${sectorIn(after, one)}.`
    }));
  const left = before.actors
    .filter(({ id }) => !is.has(id))
    .map((one): MapChange => ({
      change: 'left',
      who: one.name,
      sentence: `${one.name}: was in ring ${one.ring}, ${sectorIn(before, one)}.`
    }));
  const changed = after.actors.flatMap((one): MapChange[] => {
    const earlier = was.get(one.id);
    if (earlier === undefined) return [];
    const said = changesOf(earlier, one, [sectorIn(before, earlier), sectorIn(after, one)]);
    if (said.length === 0) return [];
    return [
      { change: 'changed', who: earlier.name, sentence: `${earlier.name}: ${said.join('; ')}.` }
    ];
  });
  return [...came, ...left, ...changed, ...linkChanges(before, after, was, is)];
}

function linkChanges(
  before: FrozenActorMap,
  after: FrozenActorMap,
  was: ReadonlyMap<string, FrozenActor>,
  is: ReadonlyMap<string, FrozenActor>
): MapChange[] {
  const earlier = new Map(before.links.map((link) => [keyOf(link), link]));
  const later = new Map(after.links.map((link) => [keyOf(link), link]));
  const ends = ({ fromId, toId, direction }: FrozenActorLink) => {
    const nameOf = (id: string) => is.get(id)?.name ?? was.get(id)?.name ?? '';
    return direction === 'one-way'
      ? `from ${nameOf(fromId)} to ${nameOf(toId)}`
      : `between ${nameOf(fromId)} and ${nameOf(toId)}`;
  };
  const kindOf = ({ type }: FrozenActorLink) => (type === '' ? 'a link' : type);
  const told = (change: MapChange['change'], link: FrozenActorLink, more = ''): MapChange => {
    const text = `${kindOf(link)} ${ends(link)}${more}.`;
    return { change, who: ends(link), sentence: text.charAt(0).toUpperCase() + text.slice(1) };
  };
  const news = [...later].flatMap(([key, link]) =>
    earlier.has(key) ? [] : [told('link-came', link, `, ${lower(strengthNames[link.strength])}`)]
  );
  const gone = [...earlier].flatMap(([key, link]) =>
    later.has(key) || !is.has(link.fromId) || !is.has(link.toId) ? [] : [told('link-left', link)]
  );
  const otherwise = [...later].flatMap(([key, link]) => {
    const old = earlier.get(key);
    if (old === undefined) return [];
    const said = [
      old.strength === link.strength
        ? ''
        : `from ${lower(strengthNames[old.strength])} to ${lower(strengthNames[link.strength])}`,
      old.direction === link.direction
        ? ''
        : `direction from ${lower(directionNames[old.direction])} to ${lower(directionNames[link.direction])}`
    ].filter((part) => part !== '');
    return said.length === 0 ? [] : [told('link-changed', link, `: ${said.join('; ')}`)];
  });
  return [...news, ...gone, ...otherwise];
}

/** How much is otherwise, in one sentence. */
export function versionsSentence(changes: readonly MapChange[]): string {
  const count = (change: MapChange['change']) =>
    changes.filter((one) => one.change === change).length;
  const actors = (many: number) => `${many} ${many === 1 ? 'actor' : 'actors'}`;
  if (changes.length === 0)
    return 'Nothing is otherwise: the same actors stand in the same places, with the same links.';
  const links = count('link-came') + count('link-left') + count('link-changed');
  return `${actors(count('came'))} came, ${count('left')} left, ${count('changed')} ${count('changed') === 1 ? 'stands' : 'stand'} otherwise; ${links} ${links === 1 ? 'link is' : 'links are'} new, gone or changed.`;
}

/** The differences as a table to take away. */
export function changesTable(changes: readonly MapChange[]): string[][] {
  return tableOf(changes, [
    column('What', ({ change }) => mapChangeNames[change]),
    column('Who', ({ who }) => who),
    column('In words', ({ sentence }) => sentence)
  ]);
}
