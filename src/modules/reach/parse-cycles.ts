import { plainHeading, tellColumns, underHeadings, type ToldColumns } from '#core/columns';
import { err, ok, type Result } from '#core/result';
import { readDate, type DateProblem } from '#core/written-dates';
import { readNumber } from '#core/written-numbers';
import { hasFigures, misfitsOf, type CycleMisfit } from './rules.ts';
import { cycleFieldName } from './sentences.ts';
import type { CycleDetails, MaybeCount, Programme } from './types.ts';

/** Many cycles at once, from cells that were pasted or came in a file. All rows are right, or none is taken. */

export const mostRows = 500;

export type CycleRowProblem = { readonly row: number } & (
  | DateProblem
  | { readonly kind: 'date-ahead'; readonly date: string }
  | { readonly kind: 'date-twice'; readonly first: number }
  | { readonly kind: 'formula'; readonly given: string }
  | { readonly kind: 'not-a-count'; readonly heading: string; readonly given: string }
  | { readonly kind: 'note-too-long' }
  | { readonly kind: 'row-empty' }
  | { readonly kind: 'misfit'; readonly misfit: CycleMisfit }
);

export type CyclesProblem =
  | { readonly kind: 'nothing-to-read' }
  | { readonly kind: 'too-many-rows'; readonly rows: number; readonly most: number }
  | { readonly kind: 'wrong-headings'; readonly given: readonly string[] }
  | { readonly kind: 'heading-twice'; readonly heading: string }
  | { readonly kind: 'bad-rows'; readonly problems: readonly CycleRowProblem[] };

/** The fields of a cycle in the order of its file, `counts.0` among them. */
export function cycleFields(programme: Programme): string[] {
  const of = (name: string, list: readonly string[]) => list.map((_, at) => `${name}.${at}`);
  return [
    'startsOn',
    ...of('counts', programme.stages),
    'sessionsOffered',
    'sessionsAttended',
    ...(programme.retentionSessions === null ? [] : ['retained']),
    ...of('bands', programme.bands),
    ...of('engagement', programme.engagementScale),
    ...of('groupEligible', programme.groups),
    ...of('groupServed', programme.groups),
    ...(programme.outcome === '' ? [] : ['beforeYes', 'beforeAsked', 'afterYes', 'afterAsked']),
    'note'
  ];
}

const bare = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
const otherNames: Readonly<Record<string, string>> = {
  month: 'startsOn',
  date: 'startsOn',
  week: 'startsOn',
  period: 'startsOn',
  cycle: 'startsOn',
  notes: 'note'
};

type Cells = readonly (readonly string[])[];

/** What the columns of a file of cycles are taken for. */
export function tellCycleColumns(cells: Cells, programme: Programme): ToldColumns<string> {
  const headings = Object.fromEntries(
    cycleFields(programme).map((field) => [
      field,
      [
        plainHeading(cycleFieldName(programme, field)),
        ...Object.keys(otherNames).filter((words) => otherNames[words] === field)
      ]
    ])
  );
  const told = tellColumns(cells, headings);
  // Names that differ by a sign alone, such as “Came 1” and “Came 1+”, are told by the sign.
  const byName = new Map(
    cycleFields(programme).map((field) => [bare(cycleFieldName(programme, field)), field])
  );
  const exact = told.columns.map(({ heading }) => byName.get(bare(heading)) ?? null);
  const columns = told.columns.map((column, index) => {
    const guess = exact.includes(column.use) ? null : column.use;
    return { ...column, use: exact[index] ?? guess };
  });
  return { ...told, columns };
}

/** The cells under the programme's own headings: as the columns were told, or as somebody says. */
export function underCycleHeadings(
  cells: Cells,
  programme: Programme,
  uses: readonly (string | null)[] = tellCycleColumns(cells, programme).columns.map(
    ({ use }) => use
  )
): string[][] {
  const { row } = tellCycleColumns(cells, programme);
  if (row === null) return [];
  const known = new Set(cycleFields(programme));
  const names = uses.map((use) =>
    use === null || !known.has(use) ? '' : cycleFieldName(programme, use)
  );
  // Where nothing is told, they are refused with the headings that they have.
  if (names.every((name) => name === '')) return underHeadings(cells, row, cells[row] ?? []);
  return underHeadings(cells, row, names);
}

/**
 * Reads cycles from cells whose first row has headings: the programme's own, as its file writes them. Columns of somebody's own are left
 * out; an empty cell was not counted. A month without a day is its first day.
 * Refuses: nothing to read, no date or no column of the programme, a heading twice, more than 500 rows, and every wrong row by its number.
 */
export function parseCycles(
  cells: readonly (readonly string[])[],
  programme: Programme,
  today: string
): Result<readonly (CycleDetails & { readonly row: number })[], CyclesProblem> {
  const rows = cells
    .map((row, index) => ({ row: index + 1, cells: row.map((cell) => cell.trim()) }))
    .filter((one) => one.cells.some((cell) => cell !== ''));
  const [headings, ...body] = rows;
  if (headings === undefined || body.length === 0) return err({ kind: 'nothing-to-read' });
  if (body.length > mostRows)
    return err({ kind: 'too-many-rows', rows: body.length, most: mostRows });
  const names = new Map(
    cycleFields(programme).map((field) => [bare(cycleFieldName(programme, field)), field])
  );
  const fields = headings.cells.map(
    (heading) => names.get(bare(heading)) ?? otherNames[bare(heading)]
  );
  const twice = fields.findIndex(
    (field, at) => field !== undefined && fields.indexOf(field) !== at
  );
  if (twice !== -1) return err({ kind: 'heading-twice', heading: headings.cells[twice] ?? '' });
  const hasCounts = fields.some(
    (field) => field !== undefined && field !== 'startsOn' && field !== 'note'
  );
  if (!fields.includes('startsOn') || !hasCounts) {
    return err({
      kind: 'wrong-headings',
      given: headings.cells.filter((one) => one !== '').slice(0, 12)
    });
  }
  const problems: CycleRowProblem[] = [];
  const firstRows = new Map<string, number>();
  const read: (CycleDetails & { readonly row: number })[] = [];
  for (const { row, cells: given } of body) {
    const texts = new Map<string, string>();
    for (const [at, field] of fields.entries())
      if (field !== undefined) texts.set(field, given[at] ?? '');
    const found = readRow(row, texts, programme, problems);
    if (found === null) continue;
    const first = firstRows.get(found.startsOn);
    if (first !== undefined) problems.push({ row, kind: 'date-twice', first });
    firstRows.set(found.startsOn, first ?? row);
    if (found.startsOn > today) problems.push({ row, kind: 'date-ahead', date: found.startsOn });
    if (!hasFigures(found)) problems.push({ row, kind: 'row-empty' });
    problems.push(
      ...misfitsOf(programme, found).map((misfit) => ({ row, kind: 'misfit' as const, misfit }))
    );
    read.push({ ...found, row });
  }
  return problems.length > 0 ? err({ kind: 'bad-rows', problems }) : ok(read);
}

function readRow(
  row: number,
  texts: ReadonlyMap<string, string>,
  programme: Programme,
  problems: CycleRowProblem[]
): CycleDetails | null {
  const formula = [...texts.values()].find((text) => text.startsWith('='));
  if (formula !== undefined) {
    problems.push({ row, kind: 'formula', given: formula });
    return null;
  }
  const count = (field: string): MaybeCount => {
    const text = texts.get(field) ?? '';
    if (text === '' || /^not (collected|counted|recorded)$/i.test(text)) return null;
    const number = readNumber(text);
    if (number.ok && Number.isInteger(number.value) && number.value >= 0) return number.value;
    problems.push({
      row,
      kind: 'not-a-count',
      heading: cycleFieldName(programme, field),
      given: text
    });
    return null;
  };
  const counts = (name: string, list: readonly string[]) =>
    list.map((_, at) => count(`${name}.${at}`));
  const note = texts.get('note') ?? '';
  if (note.length > 1000) problems.push({ row, kind: 'note-too-long' });
  const date = readDate(texts.get('startsOn') ?? '');
  if (!date.ok) problems.push({ row, ...date.error });
  const details = {
    counts: counts('counts', programme.stages),
    sessionsOffered: count('sessionsOffered'),
    sessionsAttended: count('sessionsAttended'),
    bands: counts('bands', programme.bands),
    engagement: counts('engagement', programme.engagementScale),
    retained: count('retained'),
    groupEligible: counts('groupEligible', programme.groups),
    groupServed: counts('groupServed', programme.groups),
    beforeYes: count('beforeYes'),
    beforeAsked: count('beforeAsked'),
    afterYes: count('afterYes'),
    afterAsked: count('afterAsked'),
    note
  };
  return date.ok ? { startsOn: date.value, ...details } : null;
}
