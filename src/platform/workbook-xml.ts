/** A sheet's markup written anew, and how far it reaches. Rows and columns are counted from 1. */
export type PreparedSheet = {
  readonly xml: string;
  readonly lastRow: number;
  readonly lastColumn: number;
  /** Rows with content that the sheet hides, and columns, whether or not something stands in them. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[];
  readonly formulas: readonly FormulaCell[];
  readonly merged: readonly MergedCells[];
};

/** Cells that a sheet shows as one: what stands in the first of them counts for all. Rows and columns are counted from 1. */
export type MergedCells = {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
};

/** A cell with a formula, by its place (`C4`); some programs keep no result of it. */
export type FormulaCell = { readonly at: string; readonly hasResult: boolean };

/** Stands before a formula, so that it can be told from text that only looks like one. No one types it. */
export const formulaMark = '\uE000formula:';
/** Whether a cell with a formula becomes a text that names it, or holds the result that the workbook keeps of it. */
export type FormulaReading = 'named' | 'results';

// None of these looks back over what another has read, so that time grows with the size of the markup alone.
const tagForm = /<(\/?)(?:[^\s<>/:]+:)*(row|c|col)(?=[\s/>])([^<>]*)>/g;
const partForm = /<(\/?)(?:[^\s<>/:]+:)*(v|t|f|rPh)(?=[\s/>])([^<>]*)>([^<]*)/g;

type Cell = {
  readonly column: number;
  readonly xml: string;
  readonly formula: FormulaCell | null;
};
/** `lastColumn` is that of the cell before, an empty one too: cells need not say their place. */
type Row = { number: number; isHidden: boolean; lastColumn: number; cells: Cell[] };

/**
 * Writes the markup of a sheet anew, with its rows and cells and nothing else: cells and rows that only have a look and no content go, so that a sheet painted to its last row is
 * not read to it. What is handed on holds no more than was counted. A number under one of `percentStyles` becomes the text that the sheet
 * shows, with its per cent sign: 0.545 is “54.5%”.
 * Refuses, with null: markup that no spreadsheet program writes.
 */
export function prepareSheet(
  xml: string,
  percentStyles: ReadonlySet<number> = new Set(),
  formulas: FormulaReading = 'named'
): PreparedSheet | null {
  if (xml.includes('<![CDATA[')) return null;
  const hiddenRows: number[] = [];
  const found: FormulaCell[] = [];
  const hiddenColumns: { first: number; last: number }[] = [];
  const rows: string[] = [];
  let lastRow = 0;
  let lastColumn = 0;
  let row: Row | null = null;
  let cell: { attributes: string; start: number } | null = null;
  for (const tag of xml.matchAll(tagForm)) {
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
      if (cell !== null) return null;
      if (!isEnd) {
        if (row !== null) return null;
        const number = Number(attribute(attributes, 'r') ?? lastRow + 1);
        if (!Number.isInteger(number) || number <= lastRow) return null;
        if (!isWhole) row = { number, isHidden: isHidden(attributes), lastColumn: 0, cells: [] };
      } else if (row !== null) {
        if (row.cells.length > 0) {
          lastRow = row.number;
          if (row.isHidden) hiddenRows.push(row.number);
          rows.push(`<row r="${row.number}">${row.cells.map((one) => one.xml).join('')}</row>`);
        }
        row = null;
      }
      continue;
    }
    if (row === null) continue;
    if (isEnd) {
      if (cell === null) return null;
      const content = xml.slice(cell.start, tag.index);
      const read = readCell(cell.attributes, content, row, percentStyles, formulas);
      const column = columnOf(cell.attributes, row);
      cell = null;
      if (read === 'broken' || column === null || column <= row.lastColumn) return null;
      row.lastColumn = column;
      if (read === 'empty') continue;
      lastColumn = Math.max(lastColumn, read.column);
      if (read.formula !== null) found.push(read.formula);
      row.cells.push(read);
    } else {
      if (cell !== null) return null;
      if (!isWhole) cell = { attributes, start: tag.index + whole.length };
      else row.lastColumn = columnOf(attributes, row) ?? row.lastColumn;
    }
  }
  const body = `<sheetData>${rows.join('')}</sheetData>`;
  return {
    xml: `<worksheet>${body}</worksheet>`,
    lastRow,
    lastColumn,
    hiddenRows,
    hiddenColumns,
    formulas: found,
    merged: mergedIn(xml)
  };
}

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

function readCell(
  attributes: string,
  content: string,
  row: Pick<Row, 'number' | 'lastColumn'>,
  percentStyles: ReadonlySet<number>,
  formulas: FormulaReading
): Cell | 'empty' | 'broken' {
  const column = columnOf(attributes, row);
  if (column === null || column === 0) return 'broken';
  const place = `${columnLetters(column)}${row.number}`;
  const kind = attribute(attributes, 't') ?? '';
  const style = attribute(attributes, 's') ?? '';
  if (!/^\w*$/.test(kind) || !/^\d*$/.test(style)) return 'broken';

  const parts = partsOf(content);
  const at = `r="${place}"`;
  const formula =
    parts.formula === null ? null : { at: place, hasResult: parts.value !== '' || kind === 'str' };
  const cellOf = (xml: string): Cell => ({ column, xml, formula });
  if (parts.formula !== null && formulas === 'named') {
    return cellOf(
      inline(at, `${formulaMark}${parts.formula.slice(0, 100).replace(/&\w{0,5}$/, '')}`)
    );
  }
  if (kind === 'inlineStr') return parts.text === '' ? 'empty' : cellOf(inline(at, parts.text));
  if (parts.value === '') return formula === null ? 'empty' : cellOf('');
  // An error, such as #N/A, is what the cell shows.
  if (kind === 'e') return cellOf(inline(at, parts.value));
  const isNumber = kind === '' || kind === 'n';
  if (isNumber && style !== '' && percentStyles.has(Number(style))) {
    return cellOf(inline(at, percentText(parts.value)));
  }
  const rest = `${kind === '' ? '' : ` t="${kind}"`}${style === '' ? '' : ` s="${style}"`}`;
  return cellOf(`<c ${at}${rest}><v>${parts.value}</v></c>`);
}

/** What a cell shows of a share that is formatted as a percentage, with the fifteen figures that Excel itself keeps. */
function percentText(value: string): string {
  const share = Number(value);
  return value === '' || Number.isNaN(share) ? value : `${Number((share * 100).toPrecision(15))}%`;
}

/**
 * The styles of a workbook that show numbers as percentages, by their index: built-in formats 9 and 10, and those of its own with a per
 * cent sign outside quotation marks.
 */
export function percentStylesOf(stylesXml: string): ReadonlySet<number> {
  const formats = new Set([9, 10]);
  for (const [, attributes = ''] of stylesXml.matchAll(/<(?:[^\s<>/:]+:)*numFmt(?=\s)([^<>]*)>/g)) {
    const code = (attribute(attributes, 'formatCode') ?? '').replaceAll('&quot;', '"');
    const isPercent = code.replace(/"[^"]*"|\\./g, '').includes('%');
    const id = Number(attribute(attributes, 'numFmtId'));
    if (isPercent) formats.add(id);
    else formats.delete(id);
  }
  const begins = stylesXml.search(/<(?:[^\s<>/:]+:)*cellXfs(?=[\s>])/);
  const rest = begins < 0 ? '' : stylesXml.slice(begins);
  const ends = rest.search(/<\/(?:[^\s<>/:]+:)*cellXfs(?=[\s>])/);
  const cellStyles = ends < 0 ? '' : rest.slice(0, ends);
  const found = new Set<number>();
  let index = 0;
  for (const [, attributes = ''] of cellStyles.matchAll(
    /<(?:[^\s<>/:]+:)*xf(?=[\s/>])([^<>]*)>/g
  )) {
    if (formats.has(Number(attribute(attributes, 'numFmtId')))) found.add(index);
    index += 1;
  }
  return found;
}

const inline = (at: string, text: string): string =>
  `<c ${at} t="inlineStr"><is><t>${text}</t></is></c>`;

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

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2];
}

/** @example columnLetters(28) // 'AB': columns are counted from 1 */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? last : columnLetters(Math.floor((column - 1) / 26)) + last;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
