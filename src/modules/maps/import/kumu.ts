import { fieldNamed } from '#core/columns';
import { err, ok, type Result } from '#core/result';
import type { Connection, ConnectionEnd, Service } from '../types.ts';
import type { ServiceNames } from '../stages.ts';
import {
  fieldsOfSeveral,
  type ConnectionField,
  type FoundFile,
  type ServiceField
} from './found.ts';
import { connectionHeadings, headingNames, serviceHeadings, type ServiceUse } from './headings.ts';
import { isObject, listOf, objectsOf, textOf, type Loose } from './json-parts.ts';
import { mostRows } from './limits.ts';
import type { FileProblem, ImportNote } from './problems.ts';

/**
 * Kumu's JSON, in both its forms: the blueprint, whose elements hold their fields themselves, and the export of a whole project, whose
 * elements hold them under `attributes` and are linked by `_id`.
 * Source: docs.kumu.io, “JSON / Blueprints” and “Export” (docs/formats.md).
 */
export function isKumu(document: unknown): document is Loose {
  return isObject(document) && (hasList(document, 'elements') || hasList(document, 'connections'));
}

const hasList = (document: Loose, name: string) => Array.isArray(document[name]);

/** What one element or connection says, under the names that a spreadsheet of Kumu has. */
function fieldsOf(one: Loose): ReadonlyMap<string, string> {
  const attributes = isObject(one['attributes']) ? one['attributes'] : {};
  const fields = new Map<string, string>();
  for (const [name, value] of [...Object.entries(one), ...Object.entries(attributes)]) {
    const text = Array.isArray(value) ? value.map(textOf).join('|') : textOf(value);
    const heading = headingOf(name);
    if (heading !== null && text !== '') fields.set(heading, text);
  }
  return fields;
}

/** What is Kumu's own way of keeping things is no field of anybody's. */
function headingOf(name: string): string | null {
  if (name === '_id' || name === 'id') return headingNames.id;
  if (/^(element|connection) type$/i.test(name)) return headingNames.type;
  return ['attributes', 'delayed', 'reversed', 'pinned', 'style'].includes(name) ? null : name;
}

/**
 * A map of Kumu as services and connections, to be looked at like those of a spreadsheet.
 * Refuses: more elements and connections than one file may hold.
 */
export function readKumu(document: Loose): Result<FoundFile, FileProblem> {
  const elements = objectsOf(document, 'elements');
  const connections = objectsOf(document, 'connections').map((one) =>
    one['reversed'] === true ? { ...one, from: one['to'], to: one['from'] } : one
  );
  if (elements.length + connections.length > mostRows) {
    return err({ kind: 'too-many-rows', most: mostRows });
  }
  const [unreadHere, unreadThere] = [new Set<string>(), new Set<string>()];
  let hasEmail = false;
  const services = elements.map((one, index) => {
    const read = textsOf<ServiceUse>(
      one,
      (heading) => fieldNamed(heading, serviceHeadings),
      unreadHere,
      fieldsOfSeveral
    );
    hasEmail ||= read.some(({ field }) => field === 'email');
    const texts = read.flatMap((text) =>
      text.field === 'email' ? [] : [{ ...text, field: text.field satisfies ServiceField }]
    );
    return { where: { sheet: 'Elements', row: index + 1 }, texts };
  });
  const links = connections.map((one, index) => {
    const texts = textsOf<ConnectionField>(
      one,
      (heading) => fieldNamed(heading, connectionHeadings),
      unreadThere,
      new Set()
    );
    return { where: { sheet: 'Connections', row: index + 1 }, texts };
  });
  // A connection is known by its ends.
  unreadThere.delete(headingNames.id);
  const notes = notesOf(document, connections);
  if (hasEmail) notes.push({ kind: 'email-not-kept', sheet: 'Elements' });
  for (const [sheet, unread] of [
    ['Elements', unreadHere],
    ['Connections', unreadThere]
  ] as const) {
    if (unread.size > 0) notes.push({ kind: 'columns-left-out', sheet, columns: [...unread] });
  }
  return ok({ services, connections: links, notes });
}

/** The texts of one element or connection under our fields; names of fields that have none, or say one a second time, go to `unread`. */
function textsOf<Field extends string>(
  one: Loose,
  fieldOf: (heading: string) => Field | undefined,
  unread: Set<string>,
  several: ReadonlySet<string>
) {
  const seen = new Set<Field>();
  return [...fieldsOf(one)].flatMap(([heading, text]) => {
    const field = fieldOf(heading);
    if (field === undefined || (seen.has(field) && !several.has(field))) {
      unread.add(heading);
      return [];
    }
    seen.add(field);
    return [{ field, text, heading, at: heading }];
  });
}

function notesOf(document: Loose, connections: readonly Loose[]): ImportNote[] {
  const notes: ImportNote[] = [];
  const loops = listOf(document, 'loops').length;
  if (loops > 0) notes.push({ kind: 'loops-left-out', loops });
  const delayed = connections.filter((one) => one['delayed'] === true).length;
  if (delayed > 0) notes.push({ kind: 'delays-left-out', connections: delayed });
  const read = ['elements', 'connections', 'loops', 'name', 'description', 'id', '_id', 'version'];
  const parts = Object.keys(document).filter((part) => !read.includes(part));
  if (parts.length > 0) notes.push({ kind: 'parts-left-out', parts: parts.sort() });
  return notes;
}

/** Services and connections as a blueprint that Kumu reads, and that Cairn reads back without changing anything. */
export function kumuBlueprint(
  services: readonly Service[],
  connections: readonly Connection[],
  names: ServiceNames
) {
  const h = headingNames;
  const byId = new Map(services.map((one) => [one.id, one.externalId ?? one.id]));
  const endOf = (end: ConnectionEnd) => (end.kind === 'name' ? end.name : byId.get(end.id));
  return {
    elements: services.map((one) => ({
      id: one.externalId ?? one.id,
      label: one.name,
      ...said({ type: one.type, description: one.description }),
      ...(one.tags.length > 0 ? { tags: one.tags } : {}),
      ...said({
        [h.organisation]: one.organisation,
        [h.stage]: one.stage === null ? '' : names.stage(one.stage),
        [h.whoFor]: one.whoFor,
        [h.times]: one.times,
        [h.costs]: one.costs,
        [h.access]: one.access,
        [h.url]: one.url,
        [h.address]: one.address,
        [h.longitude]: one.longitude === null ? '' : String(one.longitude),
        [h.latitude]: one.latitude === null ? '' : String(one.latitude),
        [h.source]: one.source,
        [h.sourceDate]: one.sourceDate
      }),
      ...(one.factors.length > 0
        ? { [h.factors]: one.factors.map((tie) => names.factor(tie.factor)) }
        : {}),
      ...(one.ages.length > 0 ? { [h.ages]: one.ages.map(names.age) } : {})
    })),
    connections: connections.flatMap((one) => {
      const [from, to] = [endOf(one.from), endOf(one.to)];
      if (from === undefined || to === undefined) return [];
      const established = one.established ? 'yes' : 'no';
      return [
        {
          from,
          to,
          direction: one.direction,
          ...said({ type: one.type }),
          Established: established
        }
      ];
    })
  };
}

/** Only the fields that say something. */
function said(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));
}
