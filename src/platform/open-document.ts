import { plainText } from '#core/plain-text';
import { err, ok, type Result } from '#core/result';
import type { WorkbookLimits, WorkbookProblem, WorkbookSheet } from './workbook.ts';
import { plainMarkup } from './markup.ts';
import { columnLetters, type FormulaCell, type MergedCells } from './workbook-xml.ts';

// Each tag is read once, with the text behind it; nothing looks back, so that time grows with the size of the markup alone.
const tagForm = /<(\/?)(?:[^\s<>/:]+:)?([\w-]+)([^<>]*)>([^<]*)/g;
const declarationForm = /<!/;

type Repeated = { readonly text: string; readonly count: number };
type OpenCell = {
  readonly attributes: ReadonlyMap<string, string>;
  readonly isCovered: boolean;
  readonly column: number;
  text: string;
};
type OpenRow = {
  readonly count: number;
  readonly isHidden: boolean;
  cells: Repeated[];
  column: number;
};
type OpenSheet = {
  readonly name: string;
  readonly isVisible: boolean;
  readonly rows: string[][];
  /** Rows gone by, blank ones too; those are only added when something follows them. */
  passed: number;
  column: number;
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
  readonly formulas: FormulaCell[];
  readonly merged: MergedCells[];
};

/**
 * The sheets of an OpenDocument spreadsheet (.ods), from its `content.xml`. Numbers come plainly, percentages as they are shown (0.545 is
 * “54.5%”), dates as `2026-03-02`, formulas as the results that the file keeps.
 *
 * Assumes: cells and rows that are said once and repeated are counted before they are written out.
 * Refuses: what is no spreadsheet; declarations that markup could grow from; more than `limits` allows.
 */
export function readOpenDocument(
  xml: string,
  limits: WorkbookLimits
): Result<WorkbookSheet[], WorkbookProblem> {
  if (!/<(?:[^\s<>/:]+:)?spreadsheet(?=[\s>])/.test(xml)) return err({ kind: 'not-a-workbook' });
  if (declarationForm.test(xml)) return err({ kind: 'broken-workbook' });
  const reader = new Reader(limits);
  for (const [, slash, name = '', attributes = '', text = ''] of xml.matchAll(tagForm)) {
    const problem = reader.take(name, slash === '/', attributes, text);
    if (problem !== null) return err(problem);
  }
  const { sheets } = reader;
  if (sheets.length > limits.sheets) return err({ kind: 'too-many-sheets', given: sheets.length });
  return ok(sheets.map(({ passed: _, column: __, ...sheet }) => ({ ...sheet })));
}

class Reader {
  readonly sheets: OpenSheet[] = [];
  readonly #limits: WorkbookLimits;
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #sheet: OpenSheet | null = null;
  #row: OpenRow | null = null;
  #cell: OpenCell | null = null;
  /** How deep the markup is inside a remark on a cell, which is no part of it. */
  #aside = 0;

  constructor(limits: WorkbookLimits) {
    this.#limits = limits;
  }

  take(name: string, isEnd: boolean, given: string, text: string): WorkbookProblem | null {
    const isWhole = given.endsWith('/');
    const opens = !isEnd;
    const closes = isEnd || isWhole;
    switch (name) {
      case 'style':
        if (opens) this.#style = attributesOf(given).get('name') ?? '';
        return null;
      case 'table-properties':
        if (opens && attributesOf(given).get('display') === 'false')
          this.#hiddenStyles.add(this.#style);
        return null;
      case 'table':
        if (opens) this.#begin(attributesOf(given));
        if (closes) this.#sheet = null;
        return null;
      case 'table-column':
        if (opens) this.#column(attributesOf(given));
        return null;
      case 'table-row':
        if (opens) this.#beginRow(attributesOf(given));
        return closes ? this.#endRow() : null;
      case 'table-cell':
      case 'covered-table-cell':
        if (opens) this.#beginCell(attributesOf(given), name === 'covered-table-cell');
        return closes ? this.#endCell() : null;
      case 'annotation':
        if (!isWhole) this.#aside += isEnd ? -1 : 1;
        return null;
      default:
        this.#write(name, opens, given, text);
        return null;
    }
  }

  #begin(attributes: ReadonlyMap<string, string>): void {
    this.#sheet = {
      name: attributes.get('name') ?? '',
      isVisible: !this.#hiddenStyles.has(attributes.get('style-name') ?? ''),
      rows: [],
      passed: 0,
      column: 0,
      hiddenRows: [],
      hiddenColumns: [],
      formulas: [],
      merged: []
    };
    this.sheets.push(this.#sheet);
  }

  #column(attributes: ReadonlyMap<string, string>): void {
    const sheet = this.#sheet;
    if (sheet === null) return;
    const first = sheet.column + 1;
    sheet.column += countOf(attributes, 'number-columns-repeated');
    if (!isHiddenBy(attributes)) return;
    const last = Math.min(sheet.column, this.#limits.columns);
    for (let column = first; column <= last; column += 1) sheet.hiddenColumns.push(column);
  }

  #beginRow(attributes: ReadonlyMap<string, string>): void {
    this.#row = {
      count: countOf(attributes, 'number-rows-repeated'),
      isHidden: isHiddenBy(attributes),
      cells: [],
      column: 0
    };
  }

  #endRow(): WorkbookProblem | null {
    const [sheet, row] = [this.#sheet, this.#row];
    this.#row = null;
    if (sheet === null || row === null) return null;
    const first = sheet.passed;
    sheet.passed += row.count;
    const last = row.cells.findLastIndex(({ text }) => text !== '');
    if (last < 0) return null;
    const cells = row.cells.slice(0, last + 1);
    if (sheet.passed > this.#limits.lastRow) return { kind: 'too-many-rows' };
    if (cells.reduce((sum, { count }) => sum + count, 0) > this.#limits.columns)
      return { kind: 'too-many-columns' };
    const texts = cells.flatMap(({ text, count }) => Array.from({ length: count }, () => text));
    while (sheet.rows.length < first) sheet.rows.push([]);
    for (let index = 0; index < row.count; index += 1) {
      sheet.rows.push([...texts]);
      if (row.isHidden) sheet.hiddenRows.push(sheet.rows.length);
    }
    return null;
  }

  #beginCell(attributes: ReadonlyMap<string, string>, isCovered: boolean): void {
    const row = this.#row;
    if (row === null) return;
    this.#cell = { attributes, isCovered, column: row.column + 1, text: '' };
    row.column += countOf(attributes, 'number-columns-repeated');
  }

  #endCell(): WorkbookProblem | null {
    const [sheet, row, cell] = [this.#sheet, this.#row, this.#cell];
    this.#cell = null;
    if (sheet === null || row === null || cell === null) return null;
    const { attributes, column } = cell;
    const text = cell.isCovered ? '' : plainText(shownText(attributes, cell.text));
    row.cells.push({ text, count: countOf(attributes, 'number-columns-repeated') });
    const isWithin = column <= this.#limits.columns;
    if (attributes.has('formula') && isWithin)
      sheet.formulas.push({
        at: `${columnLetters(column)}${sheet.passed + 1}`,
        hasResult: text !== '' || attributes.get('value-type') === 'string'
      });
    const across = countOf(attributes, 'number-columns-spanned');
    const down = countOf(attributes, 'number-rows-spanned');
    if (text !== '' && across * down > 1 && isWithin)
      sheet.merged.push({
        firstRow: sheet.passed + 1,
        firstColumn: column,
        lastRow: sheet.passed + down,
        lastColumn: column + across - 1
      });
    return null;
  }

  /** What a cell says in words: paragraphs one under another. */
  #write(name: string, opens: boolean, given: string, text: string): void {
    const cell = this.#cell;
    if (cell === null || this.#aside > 0) return;
    if (opens && name === 'p' && cell.text !== '') cell.text += '\n';
    if (opens && name === 'line-break') cell.text += '\n';
    if (opens && name === 'tab') cell.text += ' ';
    if (opens && name === 's') {
      const blanks = countOf(attributesOf(given), 'c');
      cell.text += ' '.repeat(Math.min(blanks, mostBlanks));
    }
    // Text stands inside a paragraph or behind one of its parts; between paragraphs are only line ends.
    if (name !== 'p' || opens) cell.text += plainMarkup(text);
  }
}

const mostBlanks = 100;
const mostRepeated = 2_000_000;

function countOf(attributes: ReadonlyMap<string, string>, name: string): number {
  const count = Number(attributes.get(name) ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, mostRepeated) : 1;
}

function isHiddenBy(attributes: ReadonlyMap<string, string>): boolean {
  return ['collapse', 'filter'].includes(attributes.get('visibility') ?? '');
}

/** The attributes of a tag without the short names before them; of two alike the first counts (`office:value-type` stands before its copy). */
function attributesOf(given: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of given.matchAll(
    /(?:[^\s="'/:]+:)?([^\s="'/:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
  ))
    if (!found.has(name)) found.set(name, plainMarkup(double ?? single ?? ''));
  return found;
}

function shownText(attributes: ReadonlyMap<string, string>, text: string): string {
  const value = attributes.get('value') ?? '';
  switch (attributes.get('value-type')) {
    case 'percentage':
      return value === '' ? text : `${plainNumber(Number(value) * 100)}%`;
    case 'float':
    case 'currency':
      return value === '' ? text : plainNumber(Number(value));
    case 'date':
      return (attributes.get('date-value') ?? text).replace(/T00:00:00(?:\.0+)?$/, '');
    case 'boolean':
      return attributes.get('boolean-value') ?? text;
    case 'string':
      return text === '' ? (attributes.get('string-value') ?? '') : text;
    default:
      return text;
  }
}

/** With the fifteen figures that spreadsheets keep. */
function plainNumber(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : '';
}
