import { dateInUtc } from '#core/dates';
import { plainText } from '#core/plain-text';
import { err, ok, type Result } from '#core/result';
import readXlsxFile from 'read-excel-file/node';
import { formulaMark, prepareSheet } from './workbook-xml.ts';
import { unzip, zipStored, type ZipEntry } from './zip.server.ts';

/** What stands in a cell, as text; a formula is told apart, for its kept value is not what anybody typed. */
export type WorkbookCell = string | { readonly formula: string };

/** One sheet: its rows from the first, blank ones too. */
export type WorkbookSheet = {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
};

/** What a workbook may hold: bytes it unpacks to, files inside, sheets, and how far down and across a sheet may reach. */
export type WorkbookLimits = {
  readonly unpackedBytes: number;
  readonly entries: number;
  readonly sheets: number;
  readonly lastRow: number;
  readonly columns: number;
};

export type WorkbookProblem =
  | { readonly kind: 'not-a-workbook' }
  | { readonly kind: 'broken-workbook' }
  | { readonly kind: 'too-much-inside' }
  | { readonly kind: 'too-many-sheets'; readonly given: number }
  | { readonly kind: 'too-many-rows' }
  | { readonly kind: 'too-many-columns' };

const broken = { kind: 'broken-workbook' } as const;
const emptySheet = Buffer.from('<worksheet><sheetData></sheetData></worksheet>');

// Each of these is tried at a "<" and ends at the next, so that time grows with the size of the markup alone.
const sheetForm = /<(?:[^\s<>/:]+:)*sheetData(?=[\s/>])/;
const declarationForm = /<!(DOCTYPE|ENTITY)/i;

/**
 * Reads the sheets of a workbook (.xlsx), or the first alone. The archive is unpacked under limits first, its sheets are written anew
 * with nothing but their cells, and only then handed to the reader of workbooks, packed without compression. Dates come as
 * `2026-03-02`, numbers with the fifteen figures that Excel itself keeps.
 *
 * Assumes: it runs in a thread that may be stopped (`inThread`).
 * Refuses: more than `limits` allows, what is no workbook, declarations that markup could grow from.
 */
export async function readWorkbookSheets(
  bytes: Buffer,
  limits: WorkbookLimits,
  which: 'all' | 'first' = 'all'
): Promise<Result<WorkbookSheet[], WorkbookProblem>> {
  const most = { bytes: limits.unpackedBytes, entries: limits.entries };
  const unzipped = unzip(bytes, (path) => /\.xml(\.rels)?$/.test(path), most);
  if (!unzipped.ok) {
    return err(unzipped.error.kind === 'too-much-inside' ? unzipped.error : broken);
  }
  const entries = unzipped.value;
  if (!entries.some((entry) => entry.path === 'xl/workbook.xml')) {
    return err({ kind: 'not-a-workbook' });
  }
  const first = which === 'first' ? firstSheetPath(entries) : null;
  if (which === 'first' && first === null) return err({ kind: 'not-a-workbook' });

  const prepared: ZipEntry[] = [];
  let sheetCount = 0;
  for (const entry of entries) {
    const text = entry.bytes.toString('utf8');
    if (declarationForm.test(text)) return err(broken);
    if (!sheetForm.test(text)) {
      prepared.push(entry);
      continue;
    }
    if (first !== null && entry.path !== first) {
      prepared.push({ path: entry.path, bytes: emptySheet });
      continue;
    }
    sheetCount += 1;
    const sheet = prepareSheet(text);
    if (sheet === null) return err(broken);
    if (sheet.lastRow > limits.lastRow) return err({ kind: 'too-many-rows' });
    if (sheet.lastColumn > limits.columns) return err({ kind: 'too-many-columns' });
    prepared.push({ path: entry.path, bytes: Buffer.from(sheet.xml, 'utf8') });
  }
  if (sheetCount > limits.sheets) return err({ kind: 'too-many-sheets', given: sheetCount });
  try {
    const sheets = await readXlsxFile(zipStored(prepared));
    return ok(
      (which === 'first' ? sheets.slice(0, 1) : sheets).map(({ sheet, data }) => ({
        name: sheet,
        rows: data.map((row) => row.map(cellOf))
      }))
    );
  } catch {
    // Whatever the reader of workbooks stumbles over was written by somebody else's program.
    return err(broken);
  }
}

/** Where the first sheet is kept, by the order that the workbook gives its sheets. */
function firstSheetPath(entries: readonly ZipEntry[]): string | null {
  const textOf = (path: string) =>
    entries.find((entry) => entry.path === path)?.bytes.toString('utf8') ?? '';
  const sheet = /<(?:[^\s<>/:]+:)*sheet(?=\s)([^<>]*)>/.exec(textOf('xl/workbook.xml'))?.[1];
  const id = attribute(sheet ?? '', /[^\s="':]+:id/);
  if (id === null) return null;
  for (const [, attributes = ''] of textOf('xl/_rels/workbook.xml.rels').matchAll(
    /<(?:[^\s<>/:]+:)*Relationship(?=\s)([^<>]*)>/g
  )) {
    if (attribute(attributes, /Id/) !== id) continue;
    const target = attribute(attributes, /Target/);
    if (target === null) return null;
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  }
  return null;
}

/** The value of the attribute with this name. Walks from one attribute to the next, never back. */
function attribute(attributes: string, name: RegExp): string | null {
  const isNamed = new RegExp(`^(?:${name.source})$`);
  for (const [, found = '', double, single] of attributes.matchAll(
    /([^\s="'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
  )) {
    if (isNamed.test(found)) return double ?? single ?? null;
  }
  return null;
}

/** The reader's types know no dates, so a value is told by what it is. */
function cellOf(value: unknown): WorkbookCell {
  if (value instanceof Date) {
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? dateInUtc(value) : iso;
  }
  // Sums such as 0.1 + 0.2 are stored with their noise.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return '';
  if (value.startsWith(formulaMark)) return { formula: value.slice(formulaMark.length) };
  // Workbooks may write any character by its number, those that are none among them.
  return plainText(value);
}
