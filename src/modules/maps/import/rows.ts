import { scanText } from '#modules/disclosure';
import type { AgeId, FactorId, Spine } from '#modules/vocabulary';
import { isSourceDate, longest, mostTags, webAddressForm } from '../schema.ts';
import { directions, stages, type Direction, type ServiceDetails, type Stage } from '../types.ts';
import { columnLetters, sameName, type Cell } from './cells.ts';
import {
  columnOf,
  connectionColumnOf,
  headingNames,
  type Column,
  type ConnectionColumn
} from './headings.ts';
import type { ImportNote, RefusedRow, RowProblem, Where } from './problems.ts';
import type { Section } from './sections.ts';

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
  /** Labels and IDs of refused services, so that a connection to one is not taken for a mere name. */
  readonly refusedNames: readonly string[];
  readonly notes: readonly ImportNote[];
};

/** Reads the rows of every section. Never refuses as a whole: each row that cannot be taken is named with every reason. */
export function readRows(
  sections: readonly Section[],
  spine: Pick<Spine, 'factors' | 'ages'>,
  notes: readonly ImportNote[] = []
): ImportFile {
  const words = wordsOf(spine);
  const found = {
    services: [] as ServiceRow[],
    connections: [] as ConnectionRow[],
    refused: [] as RefusedRow[],
    refusedNames: [] as string[],
    notes: [...notes]
  };
  for (const section of sections) {
    found.notes.push(...columnNotes(section));
    for (const { row, cells } of section.rows) {
      const where = { sheet: section.sheet, row };
      const problems: RowProblem[] = [];
      if (section.kind === 'connections') {
        const read = readConnection(section, cells, where, problems);
        if (problems.length === 0) found.connections.push(read);
      } else {
        const read = readService(section, cells, where, words, problems);
        if (problems.length === 0) {
          found.services.push(read);
          found.notes.push(...detailNotes(read));
        } else {
          found.refusedNames.push(
            ...[read.label, read.externalId ?? ''].filter((name) => name !== '')
          );
        }
      }
      if (problems.length > 0) found.refused.push({ where, problems });
    }
  }
  return found;
}

type Words = {
  readonly factors: ReadonlyMap<string, FactorId>;
  readonly ages: ReadonlyMap<string, AgeId>;
};

function wordsOf(spine: Pick<Spine, 'factors' | 'ages'>): Words {
  return {
    factors: new Map(
      spine.factors.flatMap((one) =>
        [one.id, one.title, one.plainTitle].map((name) => [sameName(name), one.id] as const)
      )
    ),
    ages: new Map(
      spine.ages.flatMap((one) =>
        [one.id, one.title, one.plainTitle].map((name) => [sameName(name), one.id] as const)
      )
    )
  };
}

/** Values in one cell, parted by an upright line; commas do not part them. */
function valuesOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split('|')
        .map((value) => value.trim())
        .filter((value) => value !== '')
    )
  ];
}

/** The texts of the columns we know; a formula in one of them is a problem of the row, in any other it is left out with its column. */
function textsOf<Name extends string>(
  headings: readonly string[],
  cells: readonly Cell[],
  meaning: (heading: string) => Name | undefined,
  problems: RowProblem[],
  row: number
): Map<Name, string[]> {
  const texts = new Map<Name, string[]>();
  for (const [index, heading] of headings.entries()) {
    const name = meaning(heading);
    if (name === undefined) continue;
    const cell = cells[index] ?? '';
    if (typeof cell !== 'string') {
      problems.push({ kind: 'formula', column: heading, cell: `${columnLetters(index)}${row}` });
      continue;
    }
    texts.set(name, [...(texts.get(name) ?? []), cell]);
  }
  return texts;
}

function readService(
  section: Section,
  cells: readonly Cell[],
  where: Where,
  words: Words,
  problems: RowProblem[]
): ServiceRow {
  const texts = textsOf(section.headings, cells, columnOf, problems, where.row);
  const has = (column: Column) => texts.has(column);
  const text = (column: Column): string => texts.get(column)?.[0] ?? '';
  const short = (column: Exclude<Column, 'email'>, most: number): string => {
    if (text(column).length > most) {
      problems.push({ kind: 'too-long', column: headingNames[column], most });
    }
    return text(column);
  };
  const isFormula = problems.some(
    (one) => one.kind === 'formula' && columnOf(one.column) === 'label'
  );
  if (text('label') === '' && !isFormula) problems.push({ kind: 'empty-label' });

  const given: { -readonly [Name in keyof GivenDetails]: GivenDetails[Name] } = {};
  if (has('type')) given.type = short('type', longest.type);
  if (has('tags')) given.tags = tagsOf(texts.get('tags') ?? [], problems);
  if (has('organisation')) given.organisation = short('organisation', longest.organisation);
  if (has('description')) given.description = short('description', longest.description);
  if (has('address')) given.address = short('address', longest.address);
  if (has('source')) given.source = short('source', longest.source);
  if (has('url')) {
    given.url = short('url', longest.url);
    if (!webAddressForm.test(given.url))
      problems.push({ kind: 'not-an-address', given: given.url });
  }
  if (has('sourceDate')) {
    given.sourceDate = text('sourceDate');
    if (!isSourceDate(given.sourceDate)) {
      problems.push({ kind: 'not-a-date', given: given.sourceDate });
    }
  }
  if (has('stage')) given.stage = stageOf(text('stage'), problems);
  if (has('ages')) {
    given.ages = known(valuesOf(text('ages')), words.ages, (name) =>
      problems.push({ kind: 'unknown-age', given: name })
    );
  }
  if (has('longitude') || has('latitude')) {
    given.longitude = degreesOf(text('longitude'), 'Longitude', 180, problems);
    given.latitude = degreesOf(text('latitude'), 'Latitude', 90, problems);
    if ((text('longitude') === '') !== (text('latitude') === '')) {
      problems.push({ kind: 'half-a-point' });
    }
  }
  const factors = known(valuesOf(text('factors')), words.factors, (name) =>
    problems.push({ kind: 'unknown-factor', given: name })
  );
  const externalId = short('id', longest.externalId);
  return {
    where,
    externalId: externalId === '' ? null : externalId,
    label: short('label', longest.name),
    hasType: has('type'),
    given,
    factors
  };
}

function known<Id>(
  names: readonly string[],
  ids: ReadonlyMap<string, Id>,
  refuse: (name: string) => void
): Id[] {
  const found = new Set<Id>();
  for (const name of names) {
    const id = ids.get(sameName(name));
    if (id === undefined) refuse(name);
    else found.add(id);
  }
  return [...found];
}

function tagsOf(cells: readonly string[], problems: RowProblem[]): string[] {
  const tags = [...new Set(cells.flatMap(valuesOf))];
  if (tags.some((tag) => tag.length > longest.tag)) {
    problems.push({ kind: 'too-long', column: headingNames.tags, most: longest.tag });
  }
  if (tags.length > mostTags) {
    problems.push({ kind: 'too-many-values', column: headingNames.tags, most: mostTags });
  }
  return tags;
}

function stageOf(text: string, problems: RowProblem[]): Stage | null {
  if (text === '') return null;
  const stage = stages.find((one) => one === sameName(text));
  if (stage === undefined) problems.push({ kind: 'unknown-stage', given: text });
  return stage ?? null;
}

function degreesOf(
  text: string,
  column: string,
  most: number,
  problems: RowProblem[]
): number | null {
  if (text === '') return null;
  const value = Number(text);
  if (!/^-?\d+(\.\d+)?$/.test(text) || Math.abs(value) > most) {
    problems.push({ kind: 'not-degrees', column, given: text });
    return null;
  }
  return value;
}

function readConnection(
  section: Section,
  cells: readonly Cell[],
  where: Where,
  problems: RowProblem[]
): ConnectionRow {
  const texts = textsOf(section.headings, cells, connectionColumnOf, problems, where.row);
  const text = (column: ConnectionColumn): string => texts.get(column)?.[0] ?? '';
  const from = text('from');
  const to = valuesOf(text('to'));
  if (texts.has('from') && from === '') problems.push({ kind: 'empty-end', column: 'From' });
  if (texts.has('to') && to.length === 0) problems.push({ kind: 'empty-end', column: 'To' });
  if (from.length > longest.name) {
    problems.push({ kind: 'too-long', column: 'From', most: longest.name });
  }
  if (to.some((one) => one.length > longest.name)) {
    problems.push({ kind: 'too-long', column: 'To', most: longest.name });
  }
  if (text('type').length > longest.type) {
    problems.push({ kind: 'too-long', column: 'Type', most: longest.type });
  }
  const direction = directions.find((one) => one === text('direction').toLowerCase()) ?? null;
  if (text('direction') !== '' && direction === null) {
    problems.push({ kind: 'not-a-direction', given: text('direction') });
  }
  return {
    where,
    from,
    to,
    type: text('type'),
    direction,
    established: yesOrNo(text('established'), problems)
  };
}

function yesOrNo(text: string, problems: RowProblem[]): boolean | null {
  const word = sameName(text);
  if (word === '') return null;
  if (['yes', 'true'].includes(word)) return true;
  if (['no', 'false'].includes(word)) return false;
  problems.push({ kind: 'not-yes-or-no', column: 'Established', given: text });
  return null;
}

/** Columns of somebody's own are left out, and so are e-mail addresses: Cairn keeps none with a service. */
function columnNotes(section: Section): ImportNote[] {
  const { sheet, headings } = section;
  const named = headings.filter((heading) => heading !== '');
  const meaning = section.kind === 'services' ? columnOf : connectionColumnOf;
  const isQuiet = (heading: string) => /^id$/i.test(heading);
  const columns = named.filter((heading) => meaning(heading) === undefined && !isQuiet(heading));
  const notes: ImportNote[] = [];
  if (section.kind === 'services' && named.some((heading) => columnOf(heading) === 'email')) {
    notes.push({ kind: 'email-not-kept', sheet });
  }
  if (columns.length > 0) notes.push({ kind: 'columns-left-out', sheet, columns });
  return notes;
}

/** What seems to be a personal detail in the free texts of a row. An address is a public place, so its postcode is not one. */
function detailNotes(row: ServiceRow): ImportNote[] {
  const texts = {
    Label: row.label,
    Organisation: row.given.organisation ?? '',
    Description: row.given.description ?? '',
    Tags: (row.given.tags ?? []).join('\n')
  };
  return Object.entries(texts).flatMap(([column, text]): ImportNote[] => {
    const kinds = [...new Set(scanText(text).map((find) => find.kind))];
    return kinds.length === 0
      ? []
      : [{ kind: 'may-name-someone', where: row.where, column, kinds }];
  });
}
