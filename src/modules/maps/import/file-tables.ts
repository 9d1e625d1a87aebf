import { beginsLikeNote, fieldNamed, guessFields, headingRowOf, headingsKey, plainHeading } from '#core/columns'; // prettier-ignore
import { err, ok, type Result } from '#core/result';
import type { NamedCells } from '#platform/spreadsheet.server';
import { connectionFields, fieldsOfSeveral, type ConnectionField } from './found.ts';
import { connectionHeadings, ownField, serviceHeadings, type ServiceUse } from './headings.ts';
import { mostRows, mostTables } from './limits.ts';
import type { FileProblem, ImportNote, MatchingProblem } from './problems.ts';

/** The tables of a file, and what their columns are taken for. */

/** Rows under one line of headings. */
export type FileTable = {
  readonly sheet: string;
  /** As a spreadsheet counts. */
  readonly headingRow: number;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Cells such as `C5` that hold a formula, of which there is no result. */
  readonly formulas: readonly string[];
};

export type TableKind = 'services' | 'connections' | 'nothing';
export type ColumnUse = ServiceUse | ConnectionField;

/** What a table holds, and each of its columns; null for a column that is left out. */
export type TableMatching = {
  readonly kind: TableKind;
  readonly uses: readonly (ColumnUse | null)[];
};

type Line = { readonly row: number; readonly cells: readonly string[]; readonly blanks: number };

/**
 * The tables of a file. In a workbook what follows two blank rows begins anew; anywhere, a row of headings begins a table of its own:
 * one with From and To, or one that names a service and stands after a blank row. Titles above a table, notes below it and headings
 * that come again are passed over, and said. A sheet whose name says `(ignore)` is left out.
 * Refuses: a file in which no table stands, and more than 10,000 rows.
 * Source: Kumu's documented form of a spreadsheet, for the two blank rows (docs/how-to/import-services.md).
 */
export function tablesOf(
  sheets: readonly NamedCells[],
  remarks: (sheet: NamedCells) => readonly string[] = () => []
): Result<{ tables: FileTable[]; notes: ImportNote[] }, FileProblem> {
  const tables: FileTable[] = [];
  const notes: ImportNote[] = [];
  for (const sheet of sheets) {
    if (/\(ignore\)/i.test(sheet.name)) {
      notes.push({ kind: 'sheet-ignored', sheet: sheet.name });
      continue;
    }
    notes.push(
      ...remarks(sheet).map((sentence): ImportNote => ({
        kind: 'of-reading',
        sheet: sheet.name,
        sentence
      }))
    );
    const blocks = blocksOf(sheet);
    for (const [index, block] of blocks.entries()) {
      const table = tableOf(sheet, block, notes);
      if (table === null) continue;
      if (index > 0 && tables.at(-1)?.sheet === sheet.name) {
        const where = { sheet: sheet.name, row: table.headingRow };
        const found = table.headings.filter((heading) => heading !== '');
        notes.push({ kind: 'table-begins', where, found });
      }
      tables.push(table);
    }
  }
  if (tables.length === 0) return err({ kind: 'empty-file' });
  if (tables.length > mostTables) return err({ kind: 'too-many-tables', most: mostTables });
  const rows = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  return rows > mostRows ? err({ kind: 'too-many-rows', most: mostRows }) : ok({ tables, notes });
}

const isServiceHeading = (text: string) => fieldNamed(text, serviceHeadings) !== undefined;
const isConnectionHeading = (text: string) => fieldNamed(text, connectionHeadings) !== undefined;
const isHeading = (text: string) => isServiceHeading(text) || isConnectionHeading(text);
const isFilled = (text: string) => text !== '';

/** Rows that stand together. */
function blocksOf(sheet: NamedCells): Line[][] {
  const isWorkbook = sheet.name !== '';
  const blocks: Line[][] = [];
  let headings: string | null = null;
  let blanks = 0;
  for (const [index, raw] of sheet.cells.entries()) {
    const cells = raw.map((cell) => cell.replaceAll('\r\n', '\n').trim());
    if (!cells.some(isFilled)) {
      blanks += 1;
      continue;
    }
    const line: Line = { row: index + 1, cells, blanks };
    const key = headingsKey(cells);
    const isNewHeadings = isRowOfHeadings(line) && key !== headings;
    const isNew =
      blocks.length === 0 || (isWorkbook && blanks >= 2) || (isNewHeadings && headings !== null);
    if (isNew) {
      blocks.push([line]);
      headings = null;
    } else blocks.at(-1)?.push(line);
    if (isNewHeadings) headings = key;
    blanks = 0;
  }
  return blocks;
}

/** Whether a row can be nothing but headings. */
function isRowOfHeadings({ row, cells, blanks }: Line): boolean {
  const links = cells.map((cell) => fieldNamed(cell, connectionHeadings));
  if (links.includes('from') && links.includes('to')) return true;
  const filled = cells.filter(isFilled);
  const known = filled.filter(isHeading);
  const namesOne = cells.some((cell) => fieldNamed(cell, serviceHeadings) === 'label');
  return namesOne && (blanks > 0 || row === 1) && known.length * 2 >= filled.length;
}

/** A table from rows that stand together; null where no more than words stand there, which is noted. */
function tableOf(sheet: NamedCells, block: readonly Line[], notes: ImportNote[]): FileTable | null {
  const at = headingRowOf(
    block.map(({ cells }) => cells),
    isHeading
  );
  const top = block[at ?? 0];
  const first = block[0];
  if (top === undefined || first === undefined) return null;
  const where = (row: number) => ({ sheet: sheet.name, row });
  const filled = top.cells.filter(isFilled);
  const isWords = filled.length < 2 && !filled.some((text) => isHeading(text));
  if (isWords) {
    notes.push({ kind: 'section-left-out', where: where(first.row), found: filled });
    return null;
  }
  if (first.row < top.row) {
    const last = block[(at ?? 1) - 1]?.row ?? first.row;
    notes.push({ kind: 'rows-above', where: where(first.row), last });
  }
  const key = headingsKey(top.cells);
  const rows: Line[] = [];
  for (const line of block.slice((at ?? 0) + 1)) {
    if (headingsKey(line.cells) === key)
      notes.push({ kind: 'headings-again', where: where(line.row) });
    else rows.push(line);
  }
  const below = linesBelow(rows, filled.length < 3);
  for (const line of below === 0 ? [] : rows.splice(-below)) {
    const found = line.cells.find(isFilled) ?? '';
    notes.push({ kind: 'row-below', where: where(line.row), found: found.slice(0, 100) });
  }
  const width = Math.max(
    top.cells.findLastIndex(isFilled),
    ...rows.map(({ cells }) => cells.findLastIndex(isFilled))
  );
  return {
    sheet: sheet.name,
    headingRow: top.row,
    headings: Array.from({ length: width + 1 }, (_, column) => top.cells[column] ?? ''),
    rows: rows.map(({ row, cells }) => ({ row, cells: cells.slice(0, width + 1) })),
    formulas: sheet.withoutResult
  };
}

/**
 * How many rows at the end of a table are no rows of it: one text alone, after a blank row or by the word that it begins with. In a table of
 * two columns a service may well be one text alone, so that only the word tells.
 */
function linesBelow(rows: readonly Line[], isNarrow: boolean): number {
  const isOne = ({ cells }: Line) => cells.filter(isFilled).length === 1;
  let count = 0;
  let certain = 0;
  for (const line of rows.toReversed()) {
    if (!isOne(line)) break;
    count += 1;
    const text = line.cells.find(isFilled) ?? '';
    const isTold = /^(?:grand )?total\b/i.test(text) || beginsLikeNote(text, false);
    if (isTold || (line.blanks > 0 && !isNarrow)) certain = count;
  }
  return certain;
}

/** Headings under which people keep names of persons rather than of services. */
const ofPersons = /\b(contact|manager|worker|officer|coordinator|staff|parent|child)\b/;

/** What a table probably holds. A file with no services that can be told has its longest table taken for them, and the name asked for. */
export function guessMatchings(tables: readonly FileTable[]): TableMatching[] {
  const guesses = tables.map((table) => guessOf(table));
  if (guesses.some(({ kind }) => kind !== 'nothing')) return guesses;
  const rows = tables.map((table) => table.rows.length);
  const longest = rows.indexOf(Math.max(...rows));
  return guesses.map((guess, index) =>
    index === longest ? { ...guess, kind: 'services' } : guess
  );
}

function guessOf({ headings }: FileTable): TableMatching {
  const links = guessFields(headings, connectionHeadings);
  if (links.includes('from') && links.includes('to')) return { kind: 'connections', uses: links };
  const several = new Set<ServiceUse>([...fieldsOfSeveral, 'email']);
  const own = headings.map((heading) =>
    ofPersons.test(plainHeading(heading)) && !isServiceHeading(heading) ? '' : heading
  );
  const uses = guessFields(own, serviceHeadings, several);
  return { kind: uses.includes('label') ? 'services' : 'nothing', uses };
}

/** Whether the headings of a table are those of our own form, so that nobody needs to be asked. */
export function isPlain(table: FileTable, matching: TableMatching): boolean {
  if (matching.kind === 'connections') return true;
  return (
    matching.kind === 'services' &&
    table.headings.every((heading, column) => {
      const use = matching.uses[column] ?? null;
      return heading === '' ? use === null : ownField(heading) === use && use !== null;
    })
  );
}

/** What is missing or said twice in what somebody says of the tables of a file. */
export function matchingProblems(
  tables: readonly FileTable[],
  matchings: readonly TableMatching[]
): MatchingProblem[] {
  const problems: MatchingProblem[] = [];
  const isAny = matchings.some(({ kind }) => kind !== 'nothing');
  if (!isAny || tables.length !== matchings.length) return [{ kind: 'no-table' }];
  for (const [table, { kind, uses }] of matchings.entries()) {
    if (kind === 'nothing') continue;
    if (kind === 'services' && !uses.includes('label')) problems.push({ kind: 'no-name', table });
    for (const field of ['from', 'to'] as const) {
      if (kind === 'connections' && !uses.includes(field)) {
        problems.push({ kind: 'no-end', table, field });
      }
    }
    for (const [column, use] of uses.entries()) {
      const takesSeveral = kind === 'services' && isOfSeveral(use);
      if (use === null || takesSeveral || uses.indexOf(use) === column) continue;
      const heading = tables[table]?.headings[column] ?? '';
      problems.push({ kind: 'field-twice', table, column, heading });
    }
  }
  return problems;
}

function isOfSeveral(use: ColumnUse | null): boolean {
  return use === 'email' || [...fieldsOfSeveral].some((field) => field === use);
}

/** The uses that a column of a table of this kind may have. */
export function usesOf(kind: TableKind): readonly ColumnUse[] {
  return kind === 'connections' ? connectionFields : (Object.keys(serviceHeadings) as ServiceUse[]); // the keys of the record
}
