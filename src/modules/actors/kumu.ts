import { err, ok, type Result } from '#core/result';
import { directions, engagements, mostActors, mostLinks, mostSectors, strengths } from './types.ts';
import type { ActorStakeholderKind, Engagement, LinkDirection, LinkStrength } from './types.ts';
import type { Actor, ActorLink, ActorSector } from './kinds.ts';
import { engagementNames, kindNames, strengthNames } from './labels.ts';
import { kumuDirections } from './tables.ts';
import { actorKinds } from './types.ts';

/**
 * Maps of Kumu, in and out: the blueprint, whose elements hold their fields themselves, and the export of a whole project, whose elements
 * hold them under `attributes` and are linked by `_id`.
 * Source: docs.kumu.io, “JSON / Blueprints” and “Export” (docs/formats.md).
 */

type Sector = Pick<ActorSector, 'id' | 'name'>;

/** The map as a blueprint that Kumu reads, and that Cairn reads back without changing anything. */
export function actorBlueprint(
  actors: readonly Actor[],
  links: readonly ActorLink[],
  sectors: readonly Sector[]
) {
  const here = new Set(actors.map(({ id }) => id));
  const sectorOf = (id: string | null) => sectors.find((one) => one.id === id)?.name ?? '';
  return {
    elements: actors.map((one) => ({
      id: one.id,
      label: one.name,
      ...said({
        type: one.kind === null ? '' : kindNames[one.kind],
        description: one.note,
        Sector: sectorOf(one.sectorId),
        Ring: String(one.ring),
        Engagement: one.engagement === null ? '' : engagementNames[one.engagement],
        Organisation: one.organisation
      }),
      ...(one.representedBy.length > 0 ? { 'Represented through': one.representedBy } : {})
    })),
    connections: links
      .filter(({ fromId, toId }) => here.has(fromId) && here.has(toId))
      .map((one) => ({
        from: one.fromId,
        to: one.toId,
        direction: kumuDirections[one.direction],
        Strength: strengthNames[one.strength],
        ...said({ type: one.type, description: one.note })
      }))
  };
}

/** Only the fields that say something. */
const said = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));

/** An actor as a file says it; what it does not say is undefined, and stays as it is. */
export type ReadActor = {
  readonly name: string;
  readonly kind?: ActorStakeholderKind;
  readonly sector?: string;
  readonly ring?: number;
  readonly engagement?: Engagement;
  readonly organisation?: string;
  readonly representedBy?: readonly string[];
  readonly note?: string;
};

export type ReadLink = {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly direction: LinkDirection;
  readonly strength: LinkStrength;
  readonly note: string;
};

export type ReadMap = {
  readonly actors: readonly ReadActor[];
  readonly links: readonly ReadLink[];
};

/** What keeps a file from being taken. `at` is the number of an element or connection, from 1. */
export type MapFileProblem =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-kumu' }
  | { readonly kind: 'too-many'; readonly what: 'actors' | 'links'; readonly given: number }
  | { readonly kind: 'no-label'; readonly at: number }
  | { readonly kind: 'label-too-long'; readonly at: number }
  | { readonly kind: 'label-twice'; readonly name: string }
  | { readonly kind: 'link-to-nothing'; readonly at: number; readonly end: string }
  | { readonly kind: 'link-to-itself'; readonly at: number; readonly name: string }
  | { readonly kind: 'too-many-sectors'; readonly sectors: readonly string[] };

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/** The fields of one element or connection, by their names in small letters, whichever form the file has. */
function fieldsOf(one: Loose): ReadonlyMap<string, unknown> {
  const attributes = isObject(one['attributes']) ? one['attributes'] : {};
  return new Map(
    [...Object.entries(one), ...Object.entries(attributes)].map(([name, value]) => [
      name.toLowerCase().replace(/^(element|connection) type$/, 'type'),
      value
    ])
  );
}

function valueOf<Value extends string>(
  text: string,
  values: readonly Value[],
  names: Readonly<Record<Value, string>>
): Value | undefined {
  const wanted = text.toLowerCase();
  return values.find((value) => value === wanted || names[value].toLowerCase() === wanted);
}

/**
 * Reads a map of Kumu. What Cairn has no field for is left out. `here` are the actors and sectors that are there already.
 * Refuses, whole: no JSON; no map; more than a map holds; an element without a label, with one of more than 120 letters, or with one that
 * stands twice; a connection to what is not there, or of something with itself; more than six sectors with those that are there.
 */
export function readActorMap(
  text: string,
  here: { readonly names: readonly string[]; readonly sectors: readonly string[] }
): Result<ReadMap, MapFileProblem> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return err({ kind: 'not-json' });
  }
  if (!isObject(document) || !Array.isArray(document['elements'])) return err({ kind: 'not-kumu' });
  const elements = (document['elements'] as unknown[]).filter(isObject);
  const given = document['connections'];
  const connections = (Array.isArray(given) ? (given as unknown[]) : []).filter(isObject);
  if (elements.length > mostActors) {
    return err({ kind: 'too-many', what: 'actors', given: elements.length });
  }
  if (connections.length > mostLinks) {
    return err({ kind: 'too-many', what: 'links', given: connections.length });
  }
  const actors: ReadActor[] = [];
  /** The label of each element by everything that a connection may call it. */
  const called = new Map<string, string>(here.names.map((name) => [name.toLowerCase(), name]));
  const seen = new Set<string>();
  for (const [index, element] of elements.entries()) {
    const fields = fieldsOf(element);
    const name = textOf(fields.get('label'));
    if (name === '') return err({ kind: 'no-label', at: index + 1 });
    if (name.length > 120) return err({ kind: 'label-too-long', at: index + 1 });
    if (seen.has(name.toLowerCase())) return err({ kind: 'label-twice', name });
    seen.add(name.toLowerCase());
    // One that is there is meant, however its letters are written.
    const known = called.get(name.toLowerCase()) ?? name;
    called.set(name.toLowerCase(), known);
    for (const id of [textOf(fields.get('_id')), textOf(fields.get('id'))]) {
      if (id !== '') called.set(id.toLowerCase(), known);
    }
    actors.push({ name: known, ...readFields(fields) });
  }
  const links: ReadLink[] = [];
  for (const [index, connection] of connections.entries()) {
    const fields = fieldsOf(connection);
    const isReversed = fields.get('reversed') === true;
    const [first, second] = isReversed ? (['to', 'from'] as const) : (['from', 'to'] as const);
    const ends: string[] = [];
    for (const end of [first, second]) {
      const said = textOf(fields.get(end));
      const name = called.get(said.toLowerCase());
      if (name === undefined) return err({ kind: 'link-to-nothing', at: index + 1, end: said });
      ends.push(name);
    }
    const [from = '', to = ''] = ends;
    if (from === to) return err({ kind: 'link-to-itself', at: index + 1, name: from });
    const direction = directions.find(
      (one) => kumuDirections[one] === textOf(fields.get('direction')).toLowerCase()
    );
    links.push({
      from,
      to,
      type: textOf(fields.get('type')).slice(0, 60),
      direction: direction ?? 'none',
      strength: valueOf(textOf(fields.get('strength')), strengths, strengthNames) ?? 'strong',
      note: textOf(fields.get('description')).slice(0, 1000)
    });
  }
  const sectors = [...new Set([...here.sectors, ...actors.flatMap(({ sector }) => sector ?? [])])];
  if (sectors.length > Math.max(mostSectors, here.sectors.length)) {
    return err({ kind: 'too-many-sectors', sectors });
  }
  return ok({ actors, links });
}

function readFields(fields: ReadonlyMap<string, unknown>): Omit<ReadActor, 'name'> {
  const text = (name: string, most: number) => textOf(fields.get(name)).slice(0, most);
  const kind = valueOf(text('type', 60), actorKinds, kindNames);
  const engagement = valueOf(text('engagement', 60), engagements, engagementNames);
  const ring = Number(text('ring', 2));
  const [sector, organisation, note] = [text('sector', 60), text('organisation', 200), text('description', 4000)]; // prettier-ignore
  const through = fields.get('represented through');
  const representedBy = (Array.isArray(through) ? through : textOf(through).split('|'))
    .map((one) => textOf(one).slice(0, 200))
    .filter((one) => one !== '')
    .slice(0, 20);
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(engagement === undefined ? {} : { engagement }),
    ...(ring >= 1 && ring <= 4 && Number.isInteger(ring) ? { ring } : {}),
    ...(sector === '' ? {} : { sector }),
    ...(organisation === '' ? {} : { organisation }),
    ...(note === '' ? {} : { note }),
    ...(representedBy.length === 0 ? {} : { representedBy })
  };
}

/** The sentence for what keeps a file from being taken. */
export function mapFileSentence(problem: MapFileProblem): string {
  switch (problem.kind) {
    case 'not-json':
      return 'This file is no JSON. Take a map out of Kumu as JSON and choose that file.';
    case 'not-kumu':
      return 'This JSON has no list of elements, so it is no map of Kumu.';
    case 'too-many': {
      const most = problem.what === 'actors' ? mostActors : mostLinks;
      return `A map holds ${most.toLocaleString('en-GB')} ${problem.what} at most. This file has ${problem.given.toLocaleString('en-GB')}.`;
    }
    case 'no-label':
      return `Element ${problem.at} has no label. Give it one.`;
    case 'label-too-long':
      return `The label of element ${problem.at} is longer than 120 letters. Shorten it.`;
    case 'label-twice':
      return `Two elements are called “${problem.name}”. Make one of them, or give them two names.`;
    case 'link-to-nothing':
      return problem.end === ''
        ? `Connection ${problem.at} has an end that names nothing.`
        : `Connection ${problem.at} leads to “${problem.end}”, which is not in the file and not on the map.`;
    case 'link-to-itself':
      return `Connection ${problem.at} links “${problem.name}” with itself.`;
    case 'too-many-sectors':
      return `With this file the map would have ${problem.sectors.length} sectors: ${problem.sectors.join(', ')}. It has ${mostSectors} at most.`;
  }
}
