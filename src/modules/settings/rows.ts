import { plainHeading, tellColumns, underHeadings, type ToldColumns } from '#core/columns';
import { err, ok, type Result } from '#core/result';
import { readDate, type DateProblem } from '#core/written-dates';
import { readNumber } from '#core/written-numbers';
import { checkParts, type ClosesBeforeItOpens, type HalfAPoint } from './rules.ts';
import {
  kindNames,
  providerNames,
  settingKind,
  type Setting,
  type SettingDetails,
  type SettingField
} from './kinds.ts';
import { columns } from './tables.ts';
import {
  providers,
  settingKinds,
  type Provider,
  type SettingId,
  type SettingKind
} from './types.ts';

const { labels } = settingKind;

/** Settings from the rows of a spreadsheet, and what they would change. All rows are right, or none is taken. */

type Cells = readonly (readonly string[])[];

export const mostRows = 2000;

/** What is wrong with one row; `row` counts from 1 as a spreadsheet does, headings and blank rows included. */
export type RowProblem = { readonly row: number } & (
  | { readonly kind: 'formula'; readonly given: string }
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'kind-missing' }
  | { readonly kind: 'too-long'; readonly field: SettingField; readonly most: number }
  | { readonly kind: 'unknown-kind'; readonly given: string }
  | { readonly kind: 'unknown-provider'; readonly given: string }
  | { readonly kind: 'not-whole'; readonly field: SettingField; readonly given: string }
  | { readonly kind: 'not-degrees'; readonly field: SettingField; readonly given: string }
  | (DateProblem & { readonly field: SettingField })
  | HalfAPoint
  | ClosesBeforeItOpens
  | { readonly kind: 'several-called'; readonly name: string }
  | { readonly kind: 'row-twice'; readonly name: string; readonly first: number }
);

export type RowsProblem =
  | { readonly kind: 'nothing-to-read' }
  | { readonly kind: 'too-many-rows'; readonly rows: number; readonly most: number }
  | { readonly kind: 'wrong-headings'; readonly given: readonly string[] }
  | { readonly kind: 'heading-twice'; readonly heading: string }
  | { readonly kind: 'bad-rows'; readonly problems: readonly RowProblem[] };

/** What a row says: only the columns that the file has. An empty cell empties what was there. */
export type SettingRow = {
  readonly row: number;
  readonly name: string;
  readonly given: Partial<Omit<SettingDetails, 'name'>>;
};

/** What people write over the columns of a register, beside our own names of the fields. */
const otherHeadings: Readonly<Record<string, SettingField>> = {
  urn: 'externalId',
  'provider urn': 'externalId',
  'establishment number': 'externalId',
  'cs number': 'externalId',
  'seed code': 'externalId',
  setting: 'name',
  'setting name': 'name',
  'name of setting': 'name',
  'nursery name': 'name',
  'provider name': 'name',
  'school name': 'name',
  'establishment name': 'name',
  'service name': 'name',
  'centre name': 'name',
  'type of establishment': 'kind',
  'establishment type': 'kind',
  'provider type': 'kind',
  'service type': 'kind',
  'care service': 'kind',
  'setting type': 'kind',
  type: 'kind',
  'kind of setting': 'kind',
  organization: 'organisation',
  provider: 'organisation',
  'type of provider': 'provider',
  'run by': 'organisation',
  ward: 'area',
  locality: 'area',
  'local area': 'area',
  capacity: 'places',
  'registered places': 'places',
  'total places': 'places',
  'number of places': 'places',
  'number of rooms': 'rooms',
  lat: 'latitude',
  lon: 'longitude',
  long: 'longitude',
  lng: 'longitude',
  'opened on': 'openedOn',
  'opening date': 'openedOn',
  'open date': 'openedOn',
  'date reg': 'openedOn',
  'date opened': 'openedOn',
  'registered on': 'openedOn',
  'registration date': 'openedOn',
  'date registered': 'openedOn',
  'closed on': 'closedOn',
  'closing date': 'closedOn',
  'close date': 'closedOn',
  'date closed': 'closedOn'
};

/** The headings of each field, for telling the columns of a file that is not ours. */
const settingHeadings = Object.fromEntries(
  columns.map((field) => [
    field,
    [
      plainHeading(labels[field]),
      ...Object.keys(otherHeadings)
        .filter((words) => otherHeadings[words] === field)
        .map(plainHeading)
    ]
  ])
);

/** What the columns of a file of settings are taken for. */
export function tellSettingColumns(cells: Cells): ToldColumns<string> {
  return tellColumns(cells, settingHeadings);
}

/** The cells under our own headings: as the columns were told, or as somebody says. */
export function underSettingHeadings(
  cells: Cells,
  uses: readonly (string | null)[] = tellSettingColumns(cells).columns.map(({ use }) => use)
): string[][] {
  const { row } = tellSettingColumns(cells);
  if (row === null) return [];
  const own = cells[row] ?? [];
  // Without a name they are refused with the headings that they have.
  if (!uses.includes('name') && !own.some((heading) => fieldOf(heading) === 'name')) {
    return underHeadings(cells, row, own);
  }
  const names = uses.map((use) => {
    const field = columns.find((one) => one === use);
    return field === undefined ? '' : labels[field];
  });
  return underHeadings(cells, row, names);
}

function fieldOf(heading: string): SettingField | undefined {
  const bare = plainHeading(heading);
  return columns.find((field) => plainHeading(labels[field]) === bare) ?? otherHeadings[bare];
}

/** Letters that people mix up when they type a name: case, spaces, curly quotes, dashes. */
function sameName(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[‘’ʼ]/g, "'")
    .replaceAll(/[‐-―]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const kindWords = new Map<string, SettingKind>(
  settingKinds.flatMap((kind) => [
    [sameName(kind), kind] as const,
    [sameName(kindNames[kind]), kind] as const
  ])
);

const providerWords = new Map<string, Provider>(
  providers.flatMap((provider) => [
    [sameName(provider), provider] as const,
    [sameName(providerNames[provider]), provider] as const
  ])
);

/**
 * Words by which registers name kinds of settings, in the order they are looked for. Source: the names of types in the registers of Ofsted, the
 * Care Inspectorate and Get Information about Schools.
 */
const registerWords: readonly (readonly [RegExp, SettingKind])[] = [
  [/childmind|home child ?carer?|nanny|agency/, 'other'],
  [/day care of children|early learning|\belc\b/, 'early-learning-centre'],
  [/nurser|pre-? ?school|playgroup|cr[eè]che|non-domestic premises/, 'nursery'],
  [/children'?s centre|family (?:hub|centre)|sure start/, 'childrens-centre'],
  [/health|clinic|\bgp\b|surgery/, 'health-clinic'],
  [/school|academy|free school|\bprimary\b|\binfants?\b/, 'school']
];

/** The kind that a cell names: in our words, our identifiers, or those of a register. */
export function kindOf(words: string): SettingKind | undefined {
  const plain = sameName(words);
  return kindWords.get(plain) ?? registerWords.find(([form]) => form.test(plain))?.[1];
}

/**
 * Reads settings from cells whose first row has headings. Columns of somebody's own are left out; blank rows are passed over.
 * Refuses: nothing to read, no column Name, a heading twice, more than 2,000 rows, and every wrong row by its number.
 */
export function readSettingRows(
  cells: readonly (readonly string[])[]
): Result<readonly SettingRow[], RowsProblem> {
  const rows = cells
    .map((row, index) => ({ row: index + 1, cells: row.map((cell) => cell.trim()) }))
    .filter((one) => one.cells.some((cell) => cell !== ''));
  const [headings, ...body] = rows;
  if (headings === undefined) return err({ kind: 'nothing-to-read' });
  const fields = headings.cells.map(fieldOf);
  if (!fields.includes('name')) {
    return err({
      kind: 'wrong-headings',
      given: headings.cells.filter((one) => one !== '').slice(0, 12)
    });
  }
  const twice = fields.findIndex(
    (field, at) => field !== undefined && fields.indexOf(field) !== at
  );
  if (twice !== -1) return err({ kind: 'heading-twice', heading: headings.cells[twice] ?? '' });
  if (body.length === 0) return err({ kind: 'nothing-to-read' });
  if (body.length > mostRows)
    return err({ kind: 'too-many-rows', rows: body.length, most: mostRows });

  const problems: RowProblem[] = [];
  const read = body.map(({ row, cells: given }) => readRow(row, given, fields, problems));
  return problems.length > 0 ? err({ kind: 'bad-rows', problems }) : ok(read);
}

const longest: Readonly<Partial<Record<SettingField, number>>> = {
  name: 200,
  organisation: 200,
  area: 200,
  externalId: 100,
  source: 500
};

function readRow(
  row: number,
  cells: readonly string[],
  fields: readonly (SettingField | undefined)[],
  problems: RowProblem[]
): SettingRow {
  const texts = new Map<SettingField, string>();
  for (const [at, field] of fields.entries()) {
    if (field === undefined) continue;
    const text = cells[at] ?? '';
    const most = longest[field];
    if (text.startsWith('=')) problems.push({ row, kind: 'formula', given: text });
    else if (most !== undefined && text.length > most)
      problems.push({ row, kind: 'too-long', field, most });
    else texts.set(field, text);
  }
  const given: { -readonly [Name in keyof SettingRow['given']]: SettingRow['given'][Name] } = {};
  for (const [field, text] of texts) {
    switch (field) {
      case 'name':
        if (text === '') problems.push({ row, kind: 'name-missing' });
        break;
      case 'kind': {
        const kind = kindOf(text);
        if (kind !== undefined) given.kind = kind;
        else if (text !== '') problems.push({ row, kind: 'unknown-kind', given: text });
        break;
      }
      case 'provider': {
        const provider = providerWords.get(sameName(text)) ?? null;
        if (provider !== null || text === '') given.provider = provider;
        else problems.push({ row, kind: 'unknown-provider', given: text });
        break;
      }
      case 'externalId':
        if (text !== '') given.externalId = text;
        break;
      case 'places':
      case 'rooms': {
        const number = wholeNumber(text);
        if (number === undefined) problems.push({ row, kind: 'not-whole', field, given: text });
        else given[field] = number;
        break;
      }
      case 'latitude':
      case 'longitude': {
        const number = degreesOf(text, field === 'latitude' ? 90 : 180);
        if (number === undefined) problems.push({ row, kind: 'not-degrees', field, given: text });
        else given[field] = number;
        break;
      }
      case 'openedOn':
      case 'closedOn': {
        const date = readDate(text);
        if (date.ok) given[field] = date.value;
        else if (date.error.kind === 'date-missing') given[field] = null;
        else problems.push({ row, field, ...date.error });
        break;
      }
      default:
        given[field] = text;
    }
  }
  return { row, name: texts.get('name') ?? '', given };
}

/** A count, null for an empty cell, undefined for anything else. */
function wholeNumber(text: string): number | null | undefined {
  if (text === '') return null;
  const number = readNumber(text);
  return number.ok && Number.isInteger(number.value) && number.value >= 0
    ? number.value
    : undefined;
}

function degreesOf(text: string, most: number): number | null | undefined {
  if (text === '') return null;
  const number = readNumber(text);
  return number.ok && Math.abs(number.value) <= most ? number.value : undefined;
}

/** What one row would change. `before` is null where the setting is new. */
export type PlannedSetting = {
  readonly row: number;
  readonly id: SettingId;
  readonly before: Setting | null;
  readonly details: SettingDetails;
  readonly changed: readonly SettingField[];
};
export type SettingPlan = {
  readonly added: readonly PlannedSetting[];
  readonly changed: readonly PlannedSetting[];
  readonly unchanged: readonly PlannedSetting[];
};

const emptyDetails: Omit<SettingDetails, 'name' | 'kind'> = {
  organisation: '',
  provider: null,
  area: '',
  places: null,
  rooms: null,
  longitude: null,
  latitude: null,
  openedOn: null,
  closedOn: null,
  externalId: null,
  source: ''
};

/**
 * What rows would add, change and leave. The same file twice changes nothing.
 *
 * Which row is which setting: the one with its ID, else the only one of its name. A column that the file lacks changes nothing.
 * Refuses, by row: a name that several settings bear, the same setting twice, a new setting without a kind, half a position.
 * Assumes: `newId` answers another identifier each time.
 */
export function planSettings(
  rows: readonly SettingRow[],
  here: readonly Setting[],
  newId: () => string
): Result<SettingPlan, RowsProblem> {
  const byId = new Map<string, Setting>();
  for (const setting of here) {
    byId.set(setting.id, setting);
    if (setting.externalId !== null) byId.set(setting.externalId, setting);
  }
  const byName = Map.groupBy(here, ({ name }) => sameName(name));
  const firstRows = new Map<string, number>();
  const problems: RowProblem[] = [];
  const planned: PlannedSetting[] = [];
  for (const { row, name, given } of rows) {
    const { externalId } = given;
    const called = byName.get(sameName(name)) ?? [];
    const found = typeof externalId === 'string' ? byId.get(externalId) : undefined;
    // A row whose ID is new may still be the setting of its name that had no ID until now.
    const without =
      typeof externalId === 'string' ? called.filter((one) => one.externalId === null) : called;
    if (found === undefined && without.length > 1) {
      problems.push({ row, kind: 'several-called', name });
      continue;
    }
    const before = found ?? without[0] ?? null;
    const key =
      before?.id ??
      (typeof externalId === 'string' ? `id ${externalId}` : `name ${sameName(name)}`);
    const first = firstRows.get(key);
    if (first !== undefined) {
      problems.push({ row, kind: 'row-twice', name, first });
      continue;
    }
    firstRows.set(key, row);
    const kind = given.kind ?? before?.kind;
    if (kind === undefined) {
      problems.push({ row, kind: 'kind-missing' });
      continue;
    }
    const ownId = before !== null && externalId === before.id;
    const details: SettingDetails = {
      ...(before === null ? emptyDetails : detailsOf(before)),
      ...given,
      // A file that we wrote may name a setting by our own identifier: that gives it no other ID.
      ...(ownId ? { externalId: before.externalId } : {}),
      name,
      kind
    };
    const wrong = checkParts(details);
    if (wrong !== null) {
      problems.push({ row, ...wrong });
      continue;
    }
    const id = before?.id ?? (newId() as SettingId); // made here
    planned.push({
      row,
      id,
      before,
      details,
      changed: before === null ? [] : changesBetween(before, details)
    });
  }
  if (problems.length > 0) return err({ kind: 'bad-rows', problems });
  return ok({
    added: planned.filter(({ before }) => before === null),
    changed: planned.filter(({ before, changed }) => before !== null && changed.length > 0),
    unchanged: planned.filter(({ before, changed }) => before !== null && changed.length === 0)
  });
}

export function detailsOf(setting: Setting): SettingDetails {
  const { id, version, updatedAt, ...details } = setting;
  void [id, version, updatedAt]; // what is not the setting's own
  return details;
}

function changesBetween(before: SettingDetails, after: SettingDetails): SettingField[] {
  return columns.filter((field) => before[field] !== after[field]);
}
