import { notesBelowSentence, withoutNotesBelow } from '#core/columns';
import { withPointDecimals } from '#core/decimal-signs';
import { textOf, type FormValues } from '#core/form-state';
import {
  cellsOfFeatures,
  geoJsonSentence,
  geoRemarkSentence,
  isFeatureCollection,
  readGeoJson
} from '#core/geojson-in';
import { err, ok, type Result } from '#core/result';
import {
  readPasted,
  readSpreadsheet,
  remarkSentence,
  spreadsheetLimits,
  spreadsheetSentence,
  type Cells,
  type SheetCells,
  type SpreadsheetProblem
} from '#platform/spreadsheet.server';

/** Rows of cells that a form sent, as a file or pasted, and how they travel with a preview when nothing is kept meanwhile. */

/** Which sheet of a workbook was read, what others could be, and the workbook, so that another can be read without being sent again. */
export type SheetsSent = {
  readonly name: string;
  readonly others: readonly string[];
  /** The bytes of the workbook in base 64. */
  readonly workbook: string;
};

export type SentCells = {
  readonly cells: Cells;
  readonly remarks: readonly string[];
  readonly field: 'file' | 'pasted';
  readonly sheets: SheetsSent | null;
};

/**
 * The cells of the file called `file`, else of what was written into `pasted`, with a sentence for each thing about the file that whoever
 * sent it should know.
 * Refuses, by the name of the field: nothing at all, and what cannot be read.
 */
export async function readCells(
  values: FormValues,
  files: ReadonlyMap<string, File>
): Promise<Result<SentCells, Record<string, string>>> {
  const file = files.get('file');
  if (file === undefined && textOf(values, 'pasted').trim() === '') {
    return err({ pasted: 'Paste at least one row, or choose a file' });
  }
  const field = file === undefined ? 'pasted' : 'file';
  const features = file === undefined ? null : await readFeatures(file, values);
  if (features !== null) return features;
  return file === undefined
    ? asSent(await readPasted(textOf(values, 'pasted')), field, null)
    : asSent(await readSpreadsheet(file), field, file);
}

/** The sheet that somebody chose of a workbook that travelled with the form. */
export async function readSheetAgain(
  workbook: string,
  sheet: string
): Promise<Result<SentCells, Record<string, string>>> {
  const file = new Blob([Buffer.from(workbook, 'base64')]);
  return asSent(await readSpreadsheet(file, sheet), 'file', file);
}

async function asSent(
  read: Result<SheetCells, SpreadsheetProblem>,
  field: SentCells['field'],
  file: Blob | null
): Promise<Result<SentCells, Record<string, string>>> {
  if (!read.ok) return err({ [field]: spreadsheetSentence(read.error) });
  const { remarks, separator } = read.value;
  const below = withoutNotesBelow(read.value.cells);
  const cells = separator === ';' ? withPointDecimals(below.cells) : below.cells;
  const ofNotes = notesBelowSentence(below.rows);
  const sheet = remarks.find((remark) => remark.kind === 'sheet');
  const sheets =
    file === null || sheet === undefined || sheet.others.length === 0
      ? null
      : {
          name: sheet.name,
          others: sheet.others,
          workbook: Buffer.from(await file.arrayBuffer()).toString('base64')
        };
  // What the choice of sheets says is not said twice.
  const said = remarks.filter((one) => one !== sheet || sheets === null || sheet.hidden.length > 0);
  const sentences = [...said.map(remarkSentence), ...(ofNotes === null ? [] : [ofNotes])];
  return ok({ cells, remarks: sentences, field, sheets });
}

/**
 * The points of a file of GeoJSON as rows: their properties, `Longitude` and `Latitude`. Null where the file is none. The field
 * `latitudeFirst` says that its writer put latitude first.
 */
async function readFeatures(
  file: File,
  values: FormValues
): Promise<Result<SentCells, Record<string, string>> | null> {
  if (file.size > spreadsheetLimits.bytes) return null;
  const text = (await file.text()).replace(/^\uFEFF/, '');
  if (!/^\s*\{/.test(text)) return null;
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isFeatureCollection(document)) return null;
  const isLatitudeFirst = textOf(values, 'latitudeFirst') === 'yes';
  const read = readGeoJson(document, { isLatitudeFirst, most: spreadsheetLimits.rows });
  if (!read.ok) return err({ file: geoJsonSentence(read.error) });
  const names = { id: 'ID', longitude: 'Longitude', latitude: 'Latitude' };
  const { cells, remarks } = cellsOfFeatures(read.value, names);
  return ok({ cells, remarks: remarks.map(geoRemarkSentence), field: 'file', sheets: null });
}

/** Cells as text that a form can carry: a tab between cells, a line for each row. */
export function carriedText(cells: Cells): string {
  return cells
    .map((row) => row.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
}

export function carriedCells(text: string): string[][] {
  return text.split(/\r?\n/).map((row) => row.split('\t'));
}
