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
  type Cells
} from '#platform/spreadsheet.server';

/** Rows of cells that a form sent, as a file or pasted, and how they travel with a preview when nothing is kept meanwhile. */

/**
 * The cells of the file called `file`, else of what was written into `pasted`, with a sentence for each thing about the file that whoever
 * sent it should know.
 * Refuses, by the name of the field: nothing at all, and what cannot be read.
 */
export async function readCells(
  values: FormValues,
  files: ReadonlyMap<string, File>
): Promise<
  Result<
    { cells: Cells; remarks: readonly string[]; field: 'file' | 'pasted' },
    Record<string, string>
  >
> {
  const file = files.get('file');
  if (file === undefined && textOf(values, 'pasted').trim() === '') {
    return err({ pasted: 'Paste at least one row, or choose a file' });
  }
  const field = file === undefined ? 'pasted' : 'file';
  const features = file === undefined ? null : await readFeatures(file, values);
  if (features !== null) return features;
  const read =
    file === undefined ? await readPasted(textOf(values, 'pasted')) : await readSpreadsheet(file);
  return read.ok
    ? ok({ cells: read.value.cells, remarks: read.value.remarks.map(remarkSentence), field })
    : err({ [field]: spreadsheetSentence(read.error) });
}

/**
 * The points of a file of GeoJSON as rows: their properties, `Longitude` and `Latitude`. Null where the file is none. The field
 * `latitudeFirst` says that its writer put latitude first.
 */
async function readFeatures(
  file: File,
  values: FormValues
): Promise<Awaited<ReturnType<typeof readCells>> | null> {
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
  return ok({ cells, remarks: remarks.map(geoRemarkSentence), field: 'file' });
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
