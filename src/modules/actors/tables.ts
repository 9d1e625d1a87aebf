import { column, fieldColumns, tableOf } from '#modules/records';
import { actorKind, linkKind, type Actor, type ActorLink, type ActorSector } from './kinds.ts';
import { kindNames, noSectorName } from './labels.ts';
import type { MapMeasures } from './measures.ts';
import { readingOrder } from './rules.ts';
import type { ActorStakeholderKind } from './types.ts';

/** The headings of Kumu’s spreadsheet that these files share with it. */
const label = 'Label';

/** Actors as they stand in the list, in its order, numbered as on the drawing. The columns that Kumu knows have its headings. */
export function actorsTable(
  actors: readonly Actor[],
  sectors: readonly Pick<ActorSector, 'id' | 'name'>[]
): string[][] {
  const titles = sectors.map(({ id, name }) => ({ id, title: name }));
  const names = actors.map(({ id, name }) => ({ id, title: name }));
  const ordered = readingOrder(actors, sectors).map((actor, at) => ({ ...actor, number: at + 1 }));
  const of = fieldColumns(actorKind, { sectorId: titles, partOfId: names });
  return tableOf(ordered, [
    column(label, ({ name }) => name),
    column('Number on the map', ({ number }) => number),
    ...of('kind'),
    column(
      'Sector',
      ({ sectorId }) => titles.find(({ id }) => id === sectorId)?.title ?? noSectorName
    ),
    column('Ring', ({ ring }) => ring),
    ...of('engagement'),
    column('Dots', ({ dots }) => dots),
    ...of('representedBy', 'organisation', 'partOfId', 'marker', 'markerNote'),
    column('Description', ({ note }) => note),
    column('Source', ({ source }) => source)
  ]);
}

/** The links between actors that are on the map, under the headings of Kumu. */
export function linksTable(
  links: readonly ActorLink[],
  actors: readonly Pick<Actor, 'id' | 'name'>[]
): string[][] {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const rows = links.flatMap((link) => {
    const [from, to] = [names.get(link.fromId), names.get(link.toId)];
    return from === undefined || to === undefined ? [] : [{ ...link, from, to }];
  });
  return tableOf(rows, [
    column('From', ({ from }) => from),
    column('To', ({ to }) => to),
    column('Type', ({ type }) => type),
    column('Direction', ({ direction }) => kumuDirections[direction]),
    ...fieldColumns(linkKind)('strength', 'note')
  ]);
}

/** How Kumu writes a direction. */
export const kumuDirections = {
  'one-way': 'directed',
  'both-ways': 'mutual',
  none: 'undirected'
} as const satisfies Record<ActorLink['direction'], string>;

/** What is measured of each actor, as on the page. Shares have four figures behind the point. */
export function measuresTable({ actors }: MapMeasures): string[][] {
  return tableOf(actors, [
    column(label, ({ actor }) => actor.name),
    column('Linked with', ({ linkedWith }) => linkedWith),
    column('Share of shortest ways through it', ({ between }) => between.toFixed(4)),
    column('Core', ({ core }) => core),
    column('Piece', ({ piece }) => piece)
  ]);
}

/** The sheet of a workshop as it was frozen, as in the list on its page. */
export function ringsTable(
  items: readonly {
    readonly name: string;
    readonly kind: ActorStakeholderKind;
    readonly ring: number | null;
    readonly listedBy: number;
    readonly dots: number;
    readonly offReason: string;
  }[]
): string[][] {
  return tableOf(items, [
    column(label, ({ name }) => name),
    column('Kind of stakeholder', ({ kind }) => kindNames[kind]),
    column('Ring', ({ ring }) => ring),
    column('Listed by', ({ listedBy }) => listedBy),
    column('Dots', ({ dots }) => dots),
    column('Taken off because', ({ offReason }) => offReason)
  ]);
}
