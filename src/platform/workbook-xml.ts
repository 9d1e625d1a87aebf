import { plainText } from '#core/plain-text';
import { dateOfSerial, isSerial, type NumberFormats } from './workbook-styles.ts';
import { attribute, plainMarkup, unescaped } from './markup.ts';

/** What a sheet holds, and how far it reaches. Rows and columns are counted from 1. */
export type SheetContent = {
  /** From the first row to the last with content, blank ones too; each as long as the longest. */
  readonly rows: readonly (readonly string[])[];
  readonly lastColumn: number;
  /** Rows with content that the sheet hides, and columns, whether or not something stands in them. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[];
  readonly formulas: readonly FormulaCell[];
  readonly merged: readonly MergedCells[];
};

/** What the cells of a sheet refer to: the texts that a workbook keeps once, how its styles show numbers, and when its days begin. */
export type SheetReferences = {
  readonly texts: readonly string[];
  readonly formats: NumberFormats;
  readonly countsFrom1904: boolean;
};
/** How far a sheet may reach. */
export type SheetLimits = { readonly lastRow: number; readonly columns: number };

/** Cells that a sheet shows as one: what stands in the first of them counts for all. Rows and columns are counted from 1. */
export type MergedCells = {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
};

/** A cell with a formula, by its place (`C4`); some programs keep no result of it. */
export type FormulaCell = { readonly at: string; readonly hasResult: boolean };

// None of these looks back over what another has read, so that time grows with the size of the markup alone.
const tagForm = /<(\/?)(?:[^\s<>/:]+:)*(row|c|col)(?=[\s/>])([^<>]*)>/g;
const partForm = /<(\/?)(?:[^\s<>/:]+:)*(v|t|f|rPh)(?=[\s/>])([^<>]*)>([^<]*)/g;
/** A cell as nearly every program writes nearly every cell, whole. */
const cellForm =
  /<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,6})")?(?: t="(n|s|str|b|e)")?(?:\/>|><v>([^<]*)<\/v><\/c>|><\/c>)/y;

type Row = {
  readonly number: number;
  readonly isHidden: boolean;
  lastColumn: number;
  cells: string[];
};

const nothing: SheetReferences = {
  texts: [],
  formats: { percent: new Set(), date: new Set() },
  countsFrom1904: false
};

/**
 * Reads the markup of a sheet: its cells as texts, and of everything else only what is hidden, merged or worked out. Cells and rows that
 * only have a look and no content count for nothing, so that a sheet painted to its last row is not read to it. A number that its
 * style shows as a percentage has its per cent sign: 0.545 is “54.5%”; one that it shows as a date is one.
 *
 * Refuses: markup that no spreadsheet program writes, and sheets that reach further than `limits`.
 */
export function readSheet(
  xml: string,
  references: SheetReferences = nothing,
  limits: SheetLimits = { lastRow: Infinity, columns: Infinity }
): SheetContent | 'broken' | 'too-many-rows' | 'too-many-columns' {
  if (xml.includes('<![CDATA[')) return 'broken';
  const hiddenRows: number[] = [];
  const formulas: FormulaCell[] = [];
  const hiddenColumns: { first: number; last: number }[] = [];
  const rows: string[][] = [];
  let lastColumn = 0;
  let row: Row | null = null;
  let cell: { attributes: string; start: number } | null = null;
  const reader = new CellReader(references);

  /** Puts a text where it belongs in its row; false where it stands before the cell that came last. */
  const put = (into: Row, column: number, text: string): boolean => {
    if (column <= into.lastColumn) return false;
    into.lastColumn = column;
    if (text === '') return true;
    while (into.cells.length < column - 1) into.cells.push('');
    into.cells.push(text);
    if (column > lastColumn) lastColumn = column;
    return true;
  };

  for (let at = 0; ;) {
    if (row !== null && cell === null) {
      cellForm.lastIndex = at;
      const quick = cellForm.exec(xml);
      if (quick !== null) {
        const [, letters = '', number, style, kind, value] = quick;
        if (Number(number) !== row.number) return 'broken';
        at = cellForm.lastIndex;
        const column = columnNumber(letters);
        if (value === undefined) {
          row.lastColumn = column;
          continue;
        }
        const text = reader.textOf(kind ?? 'n', style ?? '', value);
        if (text === null || !put(row, column, text)) return 'broken';
        if (lastColumn > limits.columns) return 'too-many-columns';
        continue;
      }
    }
    tagForm.lastIndex = at;
    const tag = tagForm.exec(xml);
    if (tag === null) break;
    at = tagForm.lastIndex;
    const [whole, slash, name, attributes = ''] = tag;
    const isEnd = slash === '/';
    const isWhole = attributes.endsWith('/');
    if (name === 'col') {
      const first = Number(attribute(attributes, 'min'));
      const last = Number(attribute(attributes, 'max'));
      if (isHidden(attributes) && first > 0 && last >= first) hiddenColumns.push({ first, last });
      continue;
    }
    if (name === 'row') {
      if (cell !== null) return 'broken';
      if (!isEnd) {
        if (row !== null) return 'broken';
        const number = Number(attribute(attributes, 'r') ?? rows.length + 1);
        if (!Number.isInteger(number) || number <= rows.length) return 'broken';
        if (!isWhole) row = { number, isHidden: isHidden(attributes), lastColumn: 0, cells: [] };
      } else if (row !== null) {
        if (row.cells.length > 0) {
          if (row.number > limits.lastRow) return 'too-many-rows';
          while (rows.length < row.number - 1) rows.push([]);
          rows.push(row.cells);
          if (row.isHidden) hiddenRows.push(row.number);
        }
        row = null;
      }
      continue;
    }
    if (row === null) continue;
    if (isEnd) {
      if (cell === null) return 'broken';
      const column = columnOf(cell.attributes, row);
      if (column === null) return 'broken';
      const read = reader.read(cell.attributes, xml.slice(cell.start, tag.index));
      cell = null;
      if (read === null || !put(row, column, read.text)) return 'broken';
      if (lastColumn > limits.columns) return 'too-many-columns';
      if (read.formula !== null) {
        formulas.push({ at: `${columnLetters(column)}${row.number}`, ...read.formula });
        // A cell whose result is not there is a cell all the same: its row is not blank.
        if (row.cells.length === 0) row.cells.push('');
      }
    } else {
      if (cell !== null) return 'broken';
      if (!isWhole) cell = { attributes, start: tag.index + whole.length };
      else row.lastColumn = columnOf(attributes, row) ?? row.lastColumn;
    }
  }
  for (const each of rows) while (each.length < lastColumn) each.push('');
  return { rows, lastColumn, hiddenRows, hiddenColumns, formulas, merged: mergedIn(xml) };
}

/** Reads what stands in a cell. */
class CellReader {
  readonly #references: SheetReferences;
  /** Dates come again and again. */
  readonly #dates = new Map<string, string | null>();

  constructor(references: SheetReferences) {
    this.#references = references;
  }

  read(
    attributes: string,
    content: string
  ): { readonly text: string; readonly formula: { readonly hasResult: boolean } | null } | null {
    const kind = attribute(attributes, 't') || 'n';
    const style = attribute(attributes, 's') ?? '';
    if (!/^\w*$/.test(kind) || !/^\d*$/.test(style)) return null;
    const parts = partsOf(content);
    const hasResult = parts.value !== '' || kind === 'str';
    const text = kind === 'inlineStr' ? tidy(parts.text) : this.textOf(kind, style, parts.value);
    return text === null ? null : { text, formula: parts.formula === null ? null : { hasResult } };
  }

  /** The text of a cell of this kind and style; empty where nothing stands in it, null where nobody could write so. */
  textOf(kind: string, style: string, value: string): string | null {
    if (value.trim() === '') return '';
    const { texts, formats } = this.#references;
    switch (kind) {
      case 's':
        return texts[Number(value)] ?? null;
      case 'n': {
        if (style !== '' && formats.date.has(Number(style))) return this.#dateOf(value);
        if (style !== '' && formats.percent.has(Number(style))) return percentText(value);
        return numberText(value);
      }
      case 'str':
        return tidy(value);
      // An error, such as #N/A, is what the cell shows.
      case 'e':
        return tidy(value);
      case 'b':
        return value === '1' ? 'true' : value === '0' ? 'false' : null;
      case 'd': {
        const date = new Date(plainMarkup(value));
        return Number.isNaN(date.valueOf()) ? null : dateOfMoment(date);
      }
      default:
        return null;
    }
  }

  #dateOf(value: string): string | null {
    let text = this.#dates.get(value);
    if (text === undefined) {
      const isDate = isSerial(value);
      text = isDate
        ? dateOfMoment(dateOfSerial(Number(value), this.#references.countsFrom1904))
        : null;
      this.#dates.set(value, text);
    }
    return text;
  }
}

/** A day, or a moment where there is more to it. */
function dateOfMoment(date: Date): string {
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}

/** A text without its markup, and without characters that are none: workbooks may write any by its number. */
export function tidy(markup: string): string {
  return plainText(unescaped(plainMarkup(markup)).trim());
}

/** A number with the fifteen figures that Excel itself keeps: sums such as 0.1 + 0.2 are stored with their noise. */
function numberText(value: string): string | null {
  if (/^[1-9]\d{0,14}$|^0$/.test(value)) return value;
  const number = Number(value);
  return Number.isNaN(number) ? null : String(Number(number.toPrecision(15)));
}

/** The texts that a workbook keeps once for all its cells, in their order. Null where they are written as no program writes them. */
export function readTexts(xml: string): string[] | null {
  if (xml.includes('<![CDATA[')) return null;
  const texts: string[] = [];
  let text: string | null = null;
  let isReading = false;
  for (const [, slash, name, attributes = '', words = ''] of xml.matchAll(textForm)) {
    const opens = slash !== '/';
    const isWhole = attributes.endsWith('/');
    if (name === 'si') {
      if (opens && !isWhole) text = '';
      else {
        texts.push(tidy(text ?? ''));
        text = null;
      }
    } else if (name === 'rPh') isReading = opens && !isWhole;
    else if (opens && !isWhole && !isReading && text !== null) text += words;
  }
  return texts;
}
const textForm = /<(\/?)(?:[^\s<>/:]+:)*(si|t|rPh)(?=[\s/>])([^<>]*)>([^<]*)/g;

const mostMerged = 10_000;

function mergedIn(xml: string): MergedCells[] {
  const found: MergedCells[] = [];
  for (const [, attributes = ''] of xml.matchAll(/<(?:[^\s<>/:]+:)*mergeCell(?=\s)([^<>]*)>/g)) {
    const place = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(
      attribute(attributes, 'ref') ?? ''
    );
    if (place === null) continue;
    found.push({
      firstRow: Number(place[2]),
      firstColumn: columnNumber(place[1] ?? ''),
      lastRow: Number(place[4]),
      lastColumn: columnNumber(place[3] ?? '')
    });
    if (found.length === mostMerged) break;
  }
  return found;
}

/** The column of a cell: the one it says, or the one behind the cell before. Null where it says another row than it stands in. */
function columnOf(attributes: string, row: Pick<Row, 'number' | 'lastColumn'>): number | null {
  const said = attribute(attributes, 'r');
  if (said === undefined) return row.lastColumn + 1;
  const place = /^([A-Z]{1,3})(\d{1,7})$/.exec(said);
  return place === null || Number(place[2]) !== row.number ? null : columnNumber(place[1] ?? '');
}

function isHidden(attributes: string): boolean {
  return ['1', 'true'].includes(attribute(attributes, 'hidden') ?? '');
}

/** What a cell shows of a share that is formatted as a percentage, with the fifteen figures that Excel itself keeps. */
function percentText(value: string): string {
  const share = Number(value);
  return Number.isNaN(share) ? value : `${Number((share * 100).toPrecision(15))}%`;
}

/** What a cell holds, still with its markup's references (`&amp;`). Readings above the line (`rPh`) are left out. */
function partsOf(content: string): { value: string; text: string; formula: string | null } {
  const parts = { value: '', text: '', formula: null as string | null };
  let isReading = false;
  for (const [, slash, name, attributes = '', text = ''] of content.matchAll(partForm)) {
    const opens = slash !== '/';
    const inside = opens && !attributes.endsWith('/') ? text : '';
    if (name === 'rPh') isReading = opens;
    else if (name === 'f' && opens) parts.formula = inside;
    else if (name === 'v' && opens) parts.value = inside;
    else if (name === 't' && opens && !isReading) parts.text += inside;
  }
  return parts;
}

/** @example columnLetters(28) // 'AB': columns are counted from 1 */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? last : columnLetters(Math.floor((column - 1) / 26)) + last;
}

function columnNumber(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index += 1)
    column = column * 26 + letters.charCodeAt(index) - 64;
  return column;
}
