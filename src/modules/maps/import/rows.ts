import { scanText } from '#modules/disclosure';
import type { AgeId, FactorId } from '#modules/vocabulary';
import {
  dateInOrder,
  isDateInDigits,
  orderOfDates,
  type DateOrder,
  type DatesInDigits
} from '#core/date-order';
import { parsePeriod } from '#core/written-periods';
import { isSourceDate, longest, mostTags, webAddressForm } from '../schema.ts';
import { directions, type Direction, type ServiceDetails } from '../types.ts';
import { sameName } from './cells.ts';
import type { ConnectionField, FoundFile, FoundText, ServiceField } from './found.ts'; // prettier-ignore
import { headingNames } from './headings.ts';
import { dateColumns, split, valuesIn, Words, type ImportSpine, type Meaning } from './meanings.ts';
import type { CellProblem, ImportNote, LeftOut, RefusedRow, RowProblem, Where } from './problems.ts'; // prettier-ignore

/** What a row says of a service: only the columns that the file has. An empty cell says "nothing", and empties what was there. */
export type GivenDetails = Partial<Omit<ServiceDetails, 'name' | 'externalId'>>;

export type ServiceRow = {
  readonly where: Where;
  readonly externalId: string | null;
  readonly label: string;
  /** Whether the file has a column Type: then it belongs to what makes two rows the same. */
  readonly hasType: boolean;
  readonly given: GivenDetails;
  /** The factors named; none where the cell is empty, which leaves the ties as they are. */
  readonly factors: readonly FactorId[];
  /** Whether the factors named are all there are: where some could not be read, those tied before stay. */
  readonly areAllFactors: boolean;
};

export type ConnectionRow = {
  readonly where: Where;
  readonly from: string;
  /** One connection for each. */
  readonly to: readonly string[];
  readonly type: string;
  readonly direction: Direction | null;
  readonly established: boolean | null;
};

/** Everything a file says, row by row; kept while a preview waits to be confirmed. */
export type ImportFile = {
  readonly services: readonly ServiceRow[];
  readonly connections: readonly ConnectionRow[];
  readonly refused: readonly RefusedRow[];
  /** Cells that could not be taken, while the rest of their row was. */
  readonly leftOut: readonly LeftOut[];
  /** Labels and IDs of refused services, so that a connection to one is not taken for a mere name. */
  readonly refusedNames: readonly string[];
  readonly notes: readonly ImportNote[];
};

/**
 * Reads what a file says, from whatever form it came in. A cell that cannot be taken is left out, by its place, and its row comes in
 * with the others; a row is refused only where it does not say what it is about. Never refuses as a whole.
 */
export function readFound(
  found: FoundFile,
  meanings: readonly Meaning[],
  spine: ImportSpine
): ImportFile {
  const words = new Words(spine, meanings);
  const file = {
    services: [] as ServiceRow[],
    connections: [] as ConnectionRow[],
    refused: [] as RefusedRow[],
    leftOut: [] as LeftOut[],
    refusedNames: [] as string[],
    notes: [...found.notes]
  };
  const completed: string[] = [];
  const dates = dateColumns(found);
  for (const service of found.services) {
    const row = new Row(service.where, service.texts);
    const read = readService(row, words, { completed, dates });
    file.leftOut.push(...row.leftOut);
    if (row.problems.length === 0) {
      file.services.push(read);
      file.notes.push(...detailNotes(read));
    } else {
      file.refused.push({ where: row.where, problems: row.problems });
      file.refusedNames.push(...[read.label, read.externalId ?? ''].filter((name) => name !== ''));
    }
  }
  for (const connection of found.connections) {
    const row = new Row(connection.where, connection.texts);
    const read = readConnection(row);
    file.leftOut.push(...row.leftOut);
    if (row.problems.length === 0) file.connections.push(read);
    else file.refused.push({ where: row.where, problems: row.problems });
  }
  const [first] = completed;
  if (first !== undefined) {
    file.notes.push({ kind: 'addresses-completed', count: completed.length, example: first });
  }
  return file;
}

type RowText<Field> = Omit<FoundText, 'field'> & { readonly field: Field };

/** The texts of one row, and what is wrong with them. */
class Row<Field extends string> {
  readonly where: Where;
  readonly problems: RowProblem[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly #texts: readonly RowText<Field>[];

  constructor(where: Where, texts: readonly RowText<Field>[]) {
    this.where = where;
    this.#texts = texts;
  }

  /** The texts of a field that can be read. */
  of(field: Field): readonly RowText<Field>[] {
    return this.#texts.filter((one) => one.field === field && this.#isWhole(one));
  }

  has(field: Field): boolean {
    return this.of(field).length > 0;
  }

  text(field: Field): string {
    return this.of(field)[0]?.text ?? '';
  }

  leave({ at, heading }: Pick<FoundText, 'at' | 'heading'>, problem: CellProblem): void {
    const isTold = this.leftOut.some(
      (one) => one.at === at && JSON.stringify(one.problem) === JSON.stringify(problem)
    );
    if (!isTold) this.leftOut.push({ where: this.where, at, heading, problem });
  }

  /** Reads the one text of a field; null, and left out, where it cannot be taken. */
  read<Value>(
    field: Field,
    take: (text: string, heading: string) => Value | CellProblem
  ): Value | null {
    const [one] = this.of(field);
    if (one === undefined) return null;
    const taken = take(one.text, one.heading);
    if (!isProblem(taken)) return taken;
    this.leave(one, taken);
    return null;
  }

  short(field: Field, most: number): string | null {
    return this.read<string>(field, (text) =>
      text.length > most ? { kind: 'too-long', most } : text
    );
  }

  #isWhole(one: RowText<Field>): boolean {
    if (one.broken !== undefined) this.leave(one, { kind: one.broken });
    return one.broken === undefined;
  }
}

function isProblem(taken: unknown): taken is CellProblem {
  return typeof taken === 'object' && taken !== null && 'kind' in taken;
}

/** What is known of the file as a whole while its rows are read. */
type OfTheFile = {
  /** Web addresses that were written without their beginning. */
  readonly completed: string[];
  readonly dates: ReadonlyMap<string, DatesInDigits | null>;
};

function readService(row: Row<ServiceField>, words: Words, file: OfTheFile): ServiceRow {
  const label = row.text('label');
  if (label === '') row.problems.push({ kind: 'empty-label' });
  if (label.length > longest.name) row.problems.push({ kind: 'too-long', column: 'Label', most: longest.name }); // prettier-ignore

  const given: { -readonly [Name in keyof GivenDetails]: GivenDetails[Name] } = {};
  const put = <Name extends keyof GivenDetails>(name: Name, value: GivenDetails[Name] | null) => {
    if (value !== null) given[name] = value;
  };
  for (const name of ['type', 'organisation', 'source'] as const) {
    put(name, row.short(name, longest[name]));
  }
  if (row.has('description') || row.has('more')) put('description', descriptionOf(row));
  for (const name of ['whoFor', 'times', 'costs', 'access'] as const) {
    if (row.has(name)) put(name, linesOf(row, name));
  }
  if (row.has('tags')) put('tags', tagsOf(row));
  if (row.has('address')) put('address', addressOf(row));
  put(
    'url',
    row.read('url', (text) => webAddressOf(text, file.completed))
  );
  put(
    'sourceDate',
    row.read('sourceDate', (text, heading) =>
      sourceDateOf(text, file.dates.get(heading) ?? null, words.dateOrder(heading))
    )
  );
  if (row.has('stage')) {
    const stage = row.read('stage', (text) => {
      if (text === '') return '';
      const means = words.stage(text);
      return means === undefined
        ? ({ kind: 'unknown-stage', given: text, known: words.stageNames } as const)
        : (means ?? '');
    });
    if (stage !== null) given.stage = stage === '' ? null : stage;
  }
  if (row.has('ages')) {
    const { ids, isWhole } = named<AgeId>(row, 'ages', (value) => words.ages(value), words);
    if (isWhole || ids.length > 0) given.ages = ids;
  }
  readPoint(row, given);
  const factors = named<FactorId>(row, 'factors', (value) => words.factors(value), words);
  const externalId = row.short('id', longest.externalId);
  return {
    where: row.where,
    externalId: externalId === '' ? null : externalId,
    label,
    hasType: given.type !== undefined,
    given,
    factors: factors.ids,
    areAllFactors: factors.isWhole
  };
}

/** What the texts of a field stand for; what nobody knows is left out by itself. */
function named<Id extends string>(
  row: Row<ServiceField>,
  field: 'ages' | 'factors',
  means: (text: string) => readonly Id[] | null,
  words: Words
): { ids: Id[]; isWhole: boolean } {
  const ids = new Set<Id>();
  let isWhole = true;
  const kind = field === 'ages' ? ('age' as const) : ('factor' as const);
  for (const one of row.of(field)) {
    for (const value of valuesIn(one.text, (text) => words.isNamed(kind, text))) {
      const found = means(value);
      if (found === null) {
        isWhole = false;
        row.leave(one, { kind: `unknown-${kind}`, given: value });
      } else for (const id of found) ids.add(id);
    }
  }
  return { ids: [...ids], isWhole };
}

/** The description, and below it what other columns say, each after its heading. */
function descriptionOf(row: Row<ServiceField>): string | null {
  let text = row.short('description', longest.description) ?? '';
  for (const one of row.of('more')) {
    if (one.text === '') continue;
    const line = `${one.heading}: ${one.text}`;
    const longer = text === '' ? line : `${text}\n${line}`;
    if (longer.length > longest.description) {
      row.leave(one, { kind: 'too-long', most: longest.description });
    } else text = longer;
  }
  return text;
}

/** What one column says, or several below each other, each then after its heading. */
function linesOf(row: Row<ServiceField>, field: 'whoFor' | 'times' | 'costs' | 'access'): string {
  const said = row.of(field).filter((one) => one.text !== '');
  let text = '';
  for (const one of said) {
    const line = said.length === 1 ? one.text : `${one.heading}: ${one.text}`;
    const longer = text === '' ? line : `${text}\n${line}`;
    if (longer.length > longest[field]) row.leave(one, { kind: 'too-long', most: longest[field] });
    else text = longer;
  }
  return text;
}

/** Where families go, from all the columns that say it; a postcode that stands in the address already is not said twice. */
function addressOf(row: Row<ServiceField>): string | null {
  let text = '';
  for (const one of row.of('address')) {
    const isSaid = sameName(text).includes(sameName(one.text));
    if (one.text === '' || isSaid) continue;
    const longer = text === '' ? one.text : `${text}, ${one.text}`;
    if (longer.length > longest.address)
      row.leave(one, { kind: 'too-long', most: longest.address });
    else text = longer;
  }
  return text;
}

/** A web address; one written without its beginning, such as `www.example.org`, gets it. */
function webAddressOf(text: string, completed: string[]): string | CellProblem {
  const bare = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]\S*)?$/iu;
  const isBare = !webAddressForm.test(text) && bare.test(text);
  const address = isBare ? `https://${text}` : text;
  if (address.length > longest.url) return { kind: 'too-long', most: longest.url };
  if (!webAddressForm.test(address)) return { kind: 'not-an-address', given: text };
  if (isBare) completed.push(text);
  return address;
}

/** Tags are parted by upright lines alone: a tag of ours may hold any other sign. */
function tagsOf(row: Row<ServiceField>): string[] | null {
  const tags = new Set<string>();
  for (const one of row.of('tags')) {
    for (const tag of split(one.text, '|')) {
      if (tag.length > longest.tag) row.leave(one, { kind: 'too-long', most: longest.tag });
      else if (tags.size === mostTags && !tags.has(tag)) {
        row.leave(one, { kind: 'too-many-values', most: mostTags });
      } else tags.add(tag);
    }
  }
  return [...tags];
}

/** Both numbers of a place on the map, or neither. */
function readPoint(
  row: Row<ServiceField>,
  given: { longitude?: number | null; latitude?: number | null }
): void {
  if (!row.has('longitude') && !row.has('latitude')) return;
  const read = (field: 'longitude' | 'latitude', most: number) =>
    row.read(field, (text) => (text === '' ? '' : degreesOf(text, most)));
  const longitude = read('longitude', 180);
  const latitude = read('latitude', 90);
  if (longitude === '' && latitude === '') {
    given.longitude = null;
    given.latitude = null;
  } else if (typeof longitude === 'number' && typeof latitude === 'number') {
    given.longitude = longitude;
    given.latitude = latitude;
  } else {
    const half = [...row.of('longitude'), ...row.of('latitude')].find(
      (one) => typeof (one.field === 'longitude' ? longitude : latitude) === 'number'
    );
    if (half !== undefined) row.leave(half, { kind: 'half-a-point' });
  }
}

function degreesOf(text: string, most: number): number | CellProblem {
  const value = Number(text);
  const isOne = /^-?\d+(\.\d+)?$/.test(text) && Math.abs(value) <= most;
  return isOne ? value : { kind: 'not-degrees', given: text };
}

function readConnection(row: Row<ConnectionField>): ConnectionRow {
  const from = row.text('from');
  const to = [...new Set(row.of('to').flatMap((one) => split(one.text, '|')))];
  if (from === '') row.problems.push({ kind: 'empty-end', column: 'From' });
  if (to.length === 0) row.problems.push({ kind: 'empty-end', column: 'To' });
  for (const [column, ends] of [['From', [from]], ['To', to]] as const) {
    if (ends.some((end) => end.length > longest.name)) {
      row.problems.push({ kind: 'too-long', column, most: longest.name });
    }
  } // prettier-ignore
  const direction = row.read('direction', (text) => {
    if (text === '') return null;
    const found = directions.find((one) => one === text.toLowerCase());
    return found ?? ({ kind: 'not-a-direction', given: text } as const);
  });
  return {
    where: row.where,
    from,
    to,
    type: row.short('type', longest.type) ?? '',
    direction,
    established: row.read('established', yesOrNo)
  };
}

function yesOrNo(text: string): boolean | null | CellProblem {
  const word = sameName(text);
  if (word === '') return null;
  if (['yes', 'true'].includes(word)) return true;
  return ['no', 'false'].includes(word) ? false : { kind: 'not-yes-or-no', given: text };
}

/** What seems to be a personal detail in the free texts of a row. An address is a public place, so its postcode is not one. */
function detailNotes(row: ServiceRow): ImportNote[] {
  const texts = {
    Label: row.label,
    Organisation: row.given.organisation ?? '',
    Description: row.given.description ?? '',
    Tags: (row.given.tags ?? []).join('\n'),
    [headingNames.whoFor]: row.given.whoFor ?? '',
    [headingNames.times]: row.given.times ?? '',
    [headingNames.costs]: row.given.costs ?? '',
    [headingNames.access]: row.given.access ?? ''
  };
  return Object.entries(texts).flatMap(([column, text]): ImportNote[] => {
    const kinds = [...new Set(scanText(text).map((find) => find.kind))];
    return kinds.length === 0
      ? []
      : [{ kind: 'may-name-someone', where: row.where, column, kinds }];
  });
}

/**
 * A year, a month or a day as ISO 8601 writes it, from that or from words: “1 April 2025”, “Apr-25”, a moment with its zone. Digits alone
 * (03/04/2025) are a day in March or in April: `dates` is what the whole column shows, `says` what somebody says where it leaves that open.
 */
function sourceDateOf(
  text: string,
  dates: DatesInDigits | null,
  says: DateOrder | null
): string | CellProblem {
  if (isSourceDate(text)) return text;
  if (isDateInDigits(text)) {
    if (dates?.kind === 'contrary') return { kind: 'dates-contrary', given: text };
    const order = dates?.kind === 'decided' ? dates.order : (says ?? 'day-first');
    // A date that is the same in both orders needs nobody to say.
    if (dates?.kind === 'open' && says === null && orderOfDates([text]) !== null) {
      return { kind: 'dates-open', given: text };
    }
    return dateInOrder(text, order) ?? { kind: 'not-a-date', given: text };
  }
  const read = /[a-z]/i.test(text) ? parsePeriod(text) : null;
  const isDate = read?.ok === true && ['day', 'month', 'calendar-year'].includes(read.value.kind);
  return isDate && isSourceDate(read.value.text)
    ? read.value.text
    : { kind: 'not-a-date', given: text };
}
