import { dateInUtc } from '#core/dates';
import { plainText } from '#core/plain-text';
import { err, ok, type Result } from '#core/result';
import readXlsxFile from 'read-excel-file/node';
import {
  formulaMark,
  percentStylesOf,
  prepareSheet,
  type FormulaReading,
  type PreparedSheet
} from './workbook-xml.ts';
import type { WorkbookCell, WorkbookLimits, WorkbookProblem, WorkbookSheet } from './workbook.ts';
import { readOpenDocument } from './open-document.ts';
import { unzip, zipStored, type ZipEntry } from './zip.server.ts';

export type { WorkbookCell, WorkbookLimits, WorkbookProblem, WorkbookSheet } from './workbook.ts';

const broken = { kind: 'broken-workbook' } as const;

// Each of these is tried at a "<" and ends at the next, so that time grows with the size of the markup alone.
const sheetForm = /<(?:[^\s<>/:]+:)*sheetData(?=[\s/>])/;
const declarationForm = /<!(DOCTYPE|ENTITY)/i;

/**
 * Reads the sheets of a workbook (.xlsx; .ods by `readOpenDocument`). The archive is unpacked under limits first, its sheets are written anew
 * with nothing but their cells, and only then handed to the reader of workbooks, packed without compression. Dates come as
 * `2026-03-02`, numbers with the fifteen figures that Excel itself keeps.
 *
 * Assumes: it runs in a thread that may be stopped (`inThread`).
 * Refuses: more than `limits` allows, what is no workbook, declarations that markup could grow from.
 */
export async function readWorkbookSheets(
  bytes: Buffer,
  limits: WorkbookLimits,
  formulas: FormulaReading = 'named'
): Promise<Result<WorkbookSheet[], WorkbookProblem>> {
  const most = { bytes: limits.unpackedBytes, entries: limits.entries };
  const unzipped = unzip(bytes, (path) => /\.xml(\.rels)?$/.test(path), most);
  if (!unzipped.ok) {
    return err(unzipped.error.kind === 'too-much-inside' ? unzipped.error : broken);
  }
  const entries = unzipped.value;
  const content = entries.find(({ path }) => path === 'content.xml');
  if (content !== undefined) return readOpenDocument(content.bytes.toString('utf8'), limits);
  if (!entries.some((entry) => entry.path === 'xl/workbook.xml')) {
    return err({ kind: 'not-a-workbook' });
  }
  const named = namedSheets(entries);
  const styles = entries.find(({ path }) => path === 'xl/styles.xml')?.bytes.toString('utf8');
  const percentStyles = percentStylesOf(styles ?? '');

  const prepared: ZipEntry[] = [];
  const sheetsByPath = new Map<string, PreparedSheet>();
  for (const entry of entries) {
    const text = entry.bytes.toString('utf8');
    if (declarationForm.test(text)) return err(broken);
    if (!sheetForm.test(text)) {
      prepared.push(entry);
      continue;
    }
    const sheet = prepareSheet(text, percentStyles, formulas);
    if (sheet === null) return err(broken);
    if (sheet.lastRow > limits.lastRow) return err({ kind: 'too-many-rows' });
    if (sheet.lastColumn > limits.columns) return err({ kind: 'too-many-columns' });
    sheetsByPath.set(entry.path, sheet);
    prepared.push({ path: entry.path, bytes: Buffer.from(sheet.xml, 'utf8') });
  }
  const sheetCount = sheetsByPath.size;
  if (sheetCount > limits.sheets) return err({ kind: 'too-many-sheets', given: sheetCount });
  try {
    const sheets = await readXlsxFile(zipStored(prepared));
    return ok(
      sheets.map(({ sheet: name, data }) => {
        const found = named.find((one) => one.name === name);
        const own = sheetsByPath.get(found?.path ?? '');
        return {
          name,
          isVisible: found?.isVisible ?? true,
          rows: data.map((row) => row.map(cellOf)),
          hiddenRows: own?.hiddenRows ?? [],
          hiddenColumns: hiddenWithin(own),
          formulas: own?.formulas ?? [],
          merged: own?.merged ?? []
        };
      })
    );
  } catch {
    // Whatever the reader of workbooks stumbles over was written by somebody else's program.
    return err(broken);
  }
}

/** The hidden columns of a sheet that lie within what it holds. */
function hiddenWithin(sheet: PreparedSheet | undefined): number[] {
  if (sheet === undefined) return [];
  return sheet.hiddenColumns.flatMap(({ first, last }) => {
    const end = Math.min(last, sheet.lastColumn);
    return Array.from({ length: Math.max(0, end - first + 1) }, (_, index) => first + index);
  });
}

type NamedSheet = { readonly name: string; readonly isVisible: boolean; readonly path: string };

/** The sheets in the order of the workbook, with where each is kept. */
function namedSheets(entries: readonly ZipEntry[]): NamedSheet[] {
  const textOf = (path: string) =>
    entries.find((entry) => entry.path === path)?.bytes.toString('utf8') ?? '';
  const paths = new Map<string, string>();
  for (const [, attributes = ''] of textOf('xl/_rels/workbook.xml.rels').matchAll(
    /<(?:[^\s<>/:]+:)*Relationship(?=\s)([^<>]*)>/g
  )) {
    const target = attribute(attributes, /Target/) ?? '';
    const id = attribute(attributes, /Id/) ?? '';
    paths.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const sheetForms = /<(?:[^\s<>/:]+:)*sheet(?=\s)([^<>]*)>/g;
  return [...textOf('xl/workbook.xml').matchAll(sheetForms)].map(([, attributes = '']) => ({
    name: plainMarkup(attribute(attributes, /name/) ?? ''),
    isVisible: !['hidden', 'veryHidden'].includes(attribute(attributes, /state/) ?? ''),
    path: paths.get(attribute(attributes, /[^\s="':]+:id/) ?? '') ?? ''
  }));
}

const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'"
};

function plainMarkup(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos);/g, (found) => references[found] ?? found);
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
