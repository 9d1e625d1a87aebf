import { err, ok, type Result } from '#core/result';
import { attribute, plainMarkup } from './markup.ts';
import { readSheet, readTexts, type SheetContent } from './workbook-xml.ts';
import { numberFormatsOf } from './workbook-styles.ts';
import type { WorkbookLimits, WorkbookProblem, WorkbookSheet } from './workbook.ts';
import { readOpenDocument } from './open-document.ts';
import { unzip, type ZipEntry } from './zip.server.ts';

export type { WorkbookLimits, WorkbookProblem, WorkbookSheet } from './workbook.ts';

const broken = { kind: 'broken-workbook' } as const;

// Each of these is tried at a "<" and ends at the next, so that time grows with the size of the markup alone.
const sheetForm = /<(?:[^\s<>/:]+:)*sheetData(?=[\s/>])/;
const declarationForm = /<!(DOCTYPE|ENTITY)/i;

/**
 * Reads the sheets of a workbook (.xlsx; .ods by `readOpenDocument`). The archive is unpacked under limits first. Dates come as
 * `2026-03-02`, numbers with the fifteen figures that Excel itself keeps, formulas as the results that are kept of them.
 *
 * Assumes: it runs in a thread that may be stopped (`inThread`).
 * Refuses: more than `limits` allows, what is no workbook, declarations that markup could grow from, cells that hold what their kind cannot.
 * Source: ECMA-376, Part 1, chapter 18.
 */
export function readWorkbookSheets(
  bytes: Buffer,
  limits: WorkbookLimits
): Result<WorkbookSheet[], WorkbookProblem> {
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
  if (entries.some((entry) => declarationForm.test(entry.bytes.toString('latin1'))))
    return err(broken);
  const parts = partsOfWorkbook(entries);
  const texts = readTexts(parts.textOf('sharedStrings'));
  if (texts === null) return err(broken);
  const references = {
    texts,
    formats: numberFormatsOf(parts.textOf('styles')),
    countsFrom1904: parts.countsFrom1904
  };
  const contents = new Map<string, SheetContent>();
  for (const entry of entries) {
    const text = entry.bytes.toString('utf8');
    if (!sheetForm.test(text)) continue;
    const sheet = readSheet(text, references, limits);
    if (sheet === 'broken') return err(broken);
    if (typeof sheet === 'string') return err({ kind: sheet });
    contents.set(entry.path, sheet);
  }
  if (contents.size > limits.sheets) return err({ kind: 'too-many-sheets', given: contents.size });
  return ok(
    parts.sheets.map(({ name, isVisible, path }) => {
      const own = contents.get(path);
      return {
        name,
        isVisible,
        rows: own?.rows ?? [],
        hiddenRows: own?.hiddenRows ?? [],
        hiddenColumns: hiddenWithin(own),
        formulas: own?.formulas ?? [],
        merged: own?.merged ?? []
      };
    })
  );
}

/** The hidden columns of a sheet that lie within what it holds. */
function hiddenWithin(sheet: SheetContent | undefined): number[] {
  if (sheet === undefined) return [];
  return sheet.hiddenColumns.flatMap(({ first, last }) => {
    const end = Math.min(last, sheet.lastColumn);
    return Array.from({ length: Math.max(0, end - first + 1) }, (_, index) => first + index);
  });
}

type NamedSheet = { readonly name: string; readonly isVisible: boolean; readonly path: string };

type WorkbookParts = {
  /** In their order, with where each is kept. */
  readonly sheets: readonly NamedSheet[];
  readonly countsFrom1904: boolean;
  /** The markup of a part by what it is to the workbook; empty where there is none. */
  readonly textOf: (kind: 'sharedStrings' | 'styles') => string;
};

function partsOfWorkbook(entries: readonly ZipEntry[]): WorkbookParts {
  const textAt = (path: string) =>
    entries.find((entry) => entry.path === path)?.bytes.toString('utf8') ?? '';
  const paths = new Map<string, string>();
  const byKind = new Map<string, string>();
  for (const [, attributes = ''] of textAt('xl/_rels/workbook.xml.rels').matchAll(
    /<(?:[^\s<>/:]+:)*Relationship(?=\s)([^<>]*)>/g
  )) {
    const target = attribute(attributes, 'Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    paths.set(attribute(attributes, 'Id') ?? '', path);
    byKind.set(/[^/]*$/.exec(attribute(attributes, 'Type') ?? '')?.[0] ?? '', path);
  }
  const workbook = textAt('xl/workbook.xml');
  const facts = /<(?:[^\s<>/:]+:)*workbookPr(?=\s)([^<>]*)>/.exec(workbook)?.[1] ?? '';
  const sheetForms = /<(?:[^\s<>/:]+:)*sheet(?=\s)([^<>]*)>/g;
  return {
    sheets: [...workbook.matchAll(sheetForms)].map(([, attributes = '']) => ({
      name: plainMarkup(attribute(attributes, 'name') ?? ''),
      isVisible: !['hidden', 'veryHidden'].includes(attribute(attributes, 'state') ?? ''),
      path: paths.get(attribute(attributes, 'id') ?? '') ?? ''
    })),
    countsFrom1904: ['1', 'true'].includes(attribute(facts, 'date1904') ?? ''),
    textOf: (kind) => textAt(byKind.get(kind) ?? `xl/${kind}.xml`)
  };
}
