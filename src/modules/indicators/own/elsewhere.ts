import { plainName } from '../figures/areas.ts';
import type { OpenArea } from '../types.ts';

/** Names and codes of areas that are no part of a place: nations, regions, other councils, areas of the health service. */

export const elsewhereKinds = ['nation', 'region', 'council', 'health'] as const;
export type ElsewhereKind = (typeof elsewhereKinds)[number];

/** An area that is no part of the place. `name` is its code where nothing more is known of it. */
export type ElsewhereArea = {
  readonly code: string;
  readonly name: string;
  readonly kind: ElsewhereKind;
  readonly otherNames: readonly string[];
  readonly laNumber: string | null;
};

/**
 * How a text tells an area. `certain`: by a code, as a nation, or as a council that says it is one. `name`: wards, localities and settings
 * are called so too. `number`: three digits, which may be anything.
 */
export type Sureness = 'certain' | 'name' | 'number';

/** What tells an area elsewhere from the place itself. */
type Elsewhere = {
  readonly elsewhere: readonly ElsewhereArea[];
  readonly own: { readonly codes: readonly string[] };
};

const nations: readonly ElsewhereArea[] = (
  [
    ['E92000001', 'England', []],
    ['S92000003', 'Scotland', []],
    ['W92000004', 'Wales', []],
    ['N92000002', 'Northern Ireland', []],
    ['K02000001', 'United Kingdom', ['UK']],
    ['K03000001', 'Great Britain', ['GB']],
    ['K04000001', 'England and Wales', []]
  ] as const
).map(([code, name, otherNames]) => ({ code, name, kind: 'nation', otherNames, laNumber: null }));

/**
 * What the first three characters of a nine-character code say: the entities of the Office for National Statistics' Register of
 * Geographic Codes that hold or stand beside a council. Codes of wards and smaller areas are not among them.
 */
const entities: Readonly<Record<ElsewhereKind, readonly string[]>> = {
  nation: ['E92', 'S92', 'W92', 'N92', 'K02', 'K03', 'K04'],
  region: ['E12', 'E13'],
  council: ['E06', 'E07', 'E08', 'E09', 'E10', 'E11', 'E47', 'S12', 'W06', 'N09'],
  health: ['E38', 'E40', 'E54', 'S08', 'S37', 'W11']
};
const kindOfEntity = new Map(
  elsewhereKinds.flatMap((kind) => entities[kind].map((entity) => [entity, kind] as const))
);

/** The kind of area that a code is of; null where it is no such code, or one of a ward or a smaller area. */
export function kindOfCode(code: string): ElsewhereKind | null {
  const plain = code.trim().toUpperCase();
  return /^[EKNSW]\d{8}$/.test(plain) ? (kindOfEntity.get(plain.slice(0, 3)) ?? null) : null;
}

/**
 * Every area that is no part of a place, from the list of all areas. `own` are the codes of the place, and of those that make it up.
 * Areas whose kind the list does not say by their code are left out.
 */
export function areasElsewhere(
  areas: readonly OpenArea[],
  own: ReadonlySet<string>
): ElsewhereArea[] {
  const inUse = areas.filter((area) => area.endYear === null);
  const ended = areas.filter((area) => area.endYear !== null);
  // Names are looked up in this order: an ended code and a living one share a name.
  const listed = [...inUse, ...ended].flatMap((area): ElsewhereArea[] => {
    const kind = kindOfCode(area.code);
    if (kind === null || kind === 'nation' || own.has(area.code)) return [];
    const { code, name, otherNames, laNumber = null } = area;
    return [{ code, name, kind, otherNames, laNumber }];
  });
  return [...nations, ...listed];
}

type Index = {
  readonly byCode: ReadonlyMap<string, ElsewhereArea>;
  readonly byName: ReadonlyMap<string, ElsewhereArea>;
  readonly byNumber: ReadonlyMap<string, ElsewhereArea>;
};

const indexes = new WeakMap<readonly ElsewhereArea[], Index>();

function indexOf(areas: readonly ElsewhereArea[]): Index {
  const known = indexes.get(areas);
  if (known !== undefined) return known;
  const byCode = new Map<string, ElsewhereArea>();
  const byName = new Map<string, ElsewhereArea>();
  const byNumber = new Map<string, ElsewhereArea>();
  for (const area of areas) {
    byCode.set(area.code, area);
    if (area.laNumber !== null && !byNumber.has(area.laNumber)) byNumber.set(area.laNumber, area);
  }
  // Whole names before shortened ones: London is the region, not the City of London.
  for (const shorten of [plainName, coreName]) {
    for (const area of areas) {
      for (const name of [area.name, ...area.otherNames].map(shorten)) {
        if (!byName.has(name)) byName.set(name, area);
      }
    }
  }
  const index = { byCode, byName, byNumber };
  indexes.set(areas, index);
  return index;
}

/** A name of a council without what publishers put around it: "City of", "Royal Borough of", "Council", "UA". */
function coreName(name: string): string {
  return plainName(name)
    .replace(/^(the )?(london borough|royal borough|metropolitan borough|city|county|borough)( council)? of /, '')
    .replace(/ (city|county|borough|district|metropolitan borough|metropolitan district)? ?council$/, '')
    .replace(/ (ua|met county|unitary authority|region|integrated care board|icb)$/, '')
    .trim(); // prettier-ignore
}

/** Whether a name says itself that it is of a council. */
function isNamedCouncil(name: string): boolean {
  return /\bcouncil\b|\bborough of\b|^city of\b/.test(plainName(name));
}

/** A name without the numbers of notes that publishers put behind it: “Wales [note 3]”. */
export function withoutNotes(name: string): string {
  return name.includes('[') ? name.replace(/\s*\[notes?\b[^\]]*\]/gi, '') : name;
}

/**
 * The area elsewhere that a text names, by code, by name, or by the number of an authority, and how surely. A code of the right form
 * names one though no list holds it: codes end, and new ones come. Null where the text names none.
 *
 * @example
 * findElsewhere('E92000001', known) // { area: { code: 'E92000001', name: 'England', kind: 'nation', … }, sureness: 'certain' }
 */
export function findElsewhere(
  given: string,
  { elsewhere, own }: Elsewhere
): { readonly area: ElsewhereArea; readonly sureness: Sureness } | null {
  const index = indexOf(elsewhere);
  const text = withoutNotes(given);
  const code = text.trim().toUpperCase();
  if (own.codes.includes(code)) return null;
  const kind = kindOfCode(code);
  if (kind !== null) {
    const unlisted = { code, name: code, kind, otherNames: [], laNumber: null };
    return { area: index.byCode.get(code) ?? unlisted, sureness: 'certain' };
  }
  const numbered = /^\d{3}$/.test(code) ? index.byNumber.get(code) : undefined;
  if (numbered !== undefined) return { area: numbered, sureness: 'number' };
  const named = index.byName.get(plainName(text)) ?? index.byName.get(coreName(text));
  if (named === undefined) return null;
  const isCertain = named.kind === 'nation' || isNamedCouncil(text);
  return { area: named, sureness: isCertain ? 'certain' : 'name' };
}
