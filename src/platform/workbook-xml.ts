/** A sheet's markup written anew, and how far it reaches. Rows and columns are counted from 1. */
export type PreparedSheet = {
  readonly xml: string;
  readonly lastRow: number;
  readonly lastColumn: number;
};

/** Stands before a formula, so that it can be told from text that only looks like one. No one types it. */
export const formulaMark = '\uE000formula:';

// None of these looks back over what another has read, so that time grows with the size of the markup alone.
const tagForm = /<(\/?)(?:[^\s<>/:]+:)*(row|c)(?=[\s/>])([^<>]*)>/g;
const partForm = /<(\/?)(?:[^\s<>/:]+:)*(v|t|f|rPh)(?=[\s/>])([^<>]*)>([^<]*)/g;

type Cell = { readonly column: number; readonly xml: string };
type Row = { number: number; cells: Cell[] };

/**
 * Writes the markup of a sheet anew, with its rows and cells and nothing else: a formula becomes a text that names it, for its kept
 * value is not what anybody typed; cells and rows that only have a look and no content go, so that a sheet painted to its last row is
 * not read to it. What is handed on holds no more than was counted.
 * Refuses, with null: markup that no spreadsheet program writes.
 */
export function prepareSheet(xml: string): PreparedSheet | null {
  if (xml.includes('<![CDATA[')) return null;
  const rows: string[] = [];
  let lastRow = 0;
  let lastColumn = 0;
  let row: Row | null = null;
  let cell: { attributes: string; start: number } | null = null;
  for (const tag of xml.matchAll(tagForm)) {
    const [whole, slash, name, attributes = ''] = tag;
    const isEnd = slash === '/';
    const isWhole = attributes.endsWith('/');
    if (name === 'row') {
      if (cell !== null) return null;
      if (!isEnd) {
        if (row !== null) return null;
        const number = Number(attribute(attributes, 'r') ?? lastRow + 1);
        if (!Number.isInteger(number) || number <= lastRow) return null;
        if (!isWhole) row = { number, cells: [] };
      } else if (row !== null) {
        if (row.cells.length > 0) {
          lastRow = row.number;
          rows.push(`<row r="${row.number}">${row.cells.map((one) => one.xml).join('')}</row>`);
        }
        row = null;
      }
      continue;
    }
    if (row === null) continue;
    if (isEnd) {
      if (cell === null) return null;
      const read = readCell(cell.attributes, xml.slice(cell.start, tag.index), row.number);
      cell = null;
      if (read === 'broken') return null;
      if (read === 'empty') continue;
      if (read.column <= (row.cells.at(-1)?.column ?? 0)) return null;
      lastColumn = Math.max(lastColumn, read.column);
      row.cells.push(read);
    } else {
      if (cell !== null) return null;
      if (!isWhole) cell = { attributes, start: tag.index + whole.length };
    }
  }
  const body = `<sheetData>${rows.join('')}</sheetData>`;
  return { xml: `<worksheet>${body}</worksheet>`, lastRow, lastColumn };
}

function readCell(attributes: string, content: string, row: number): Cell | 'empty' | 'broken' {
  const place = /^([A-Z]{1,3})(\d{1,7})$/.exec(attribute(attributes, 'r') ?? '');
  if (place === null || Number(place[2]) !== row) return 'broken';
  const kind = attribute(attributes, 't') ?? '';
  const style = attribute(attributes, 's') ?? '';
  if (!/^\w*$/.test(kind) || !/^\d*$/.test(style)) return 'broken';

  const parts = partsOf(content);
  const column = columnNumber(place[1] ?? '');
  const at = `r="${place[0]}"`;
  if (parts.formula !== null) {
    const text = `${formulaMark}${parts.formula.slice(0, 100).replace(/&\w{0,5}$/, '')}`;
    return { column, xml: inline(at, text) };
  }
  if (kind === 'inlineStr') {
    return parts.text === '' ? 'empty' : { column, xml: inline(at, parts.text) };
  }
  if (parts.value === '') return 'empty';
  const rest = `${kind === '' ? '' : ` t="${kind}"`}${style === '' ? '' : ` s="${style}"`}`;
  return { column, xml: `<c ${at}${rest}><v>${parts.value}</v></c>` };
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

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
