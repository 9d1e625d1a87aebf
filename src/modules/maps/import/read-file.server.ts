import { err, ok, type Result } from '#core/result';
import {
  cellsOfFeatures,
  geoRemarkSentence,
  isFeatureCollection,
  readGeoJson
} from '#core/geojson-in';
import { readSheets, remarkSentence } from '#platform/spreadsheet.server';
import type { FileContent } from './draft.ts';
import { tablesOf } from './file-tables.ts';
import { headingNames } from './headings.ts';
import { importLimits, mostRows } from './limits.ts';
import { isKumu, readKumu } from './kumu.ts';
import { readOpenReferral } from './open-referral.ts';
import type { FileProblem } from './problems.ts';

/**
 * Reads a file of services and connections. What kind of file it is, its bytes tell; a name is not believed. A format of its own has
 * its reader here, which gives a `FoundFile`.
 * Assumes: it runs in a thread that may be stopped.
 * Refuses: what the reader of spreadsheets refuses, and a file in which no table stands.
 */
export async function readServicesFile(
  bytes: Buffer,
  isLatitudeFirst = false
): Promise<Result<FileContent, FileProblem>> {
  if (bytes.length === 0) return err({ kind: 'empty-file' });
  if (isJson(bytes)) return readJson(bytes, isLatitudeFirst);
  const sheets = await readSheets(bytes, importLimits);
  if (!sheets.ok) return sheets;
  const read = tablesOf(sheets.value, ({ name, remarks }) =>
    // Which sheets are read, the tables say.
    remarks
      .filter((one) => one.kind !== 'sheet' || one.hidden.length > 0)
      .map((one) =>
        one.kind === 'sheet'
          ? `Hidden in the workbook, and not read: ${one.hidden.join(', ')}.`
          : `${name === '' ? '' : `${name}: `}${remarkSentence(one)}`
      )
  );
  return read.ok ? ok({ kind: 'tables', ...read.value }) : read;
}

/** A table of text does not begin with a bracket or a brace; JSON of services always does. */
const isJson = (bytes: Buffer) => /^\uFEFF?\s*[[{]/.test(bytes.subarray(0, 1000).toString('utf8'));

function readJson(bytes: Buffer, isLatitudeFirst: boolean): Result<FileContent, FileProblem> {
  if (bytes.length > importLimits.bytes) {
    return err({ kind: 'file-too-large', mostBytes: importLimits.bytes });
  }
  let document: unknown;
  try {
    document = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return err({ kind: 'broken-json' });
  }
  if (isFeatureCollection(document)) return readFeatures(document, isLatitudeFirst);
  const found = isKumu(document) ? readKumu(document) : readOpenReferral(document);
  return found.ok ? ok({ kind: 'found', found: found.value }) : found;
}

/** Services as features of GeoJSON: their properties are told like the columns of a sheet. */
function readFeatures(
  document: unknown,
  isLatitudeFirst: boolean
): Result<FileContent, FileProblem> {
  const features = readGeoJson(document, { isLatitudeFirst, most: mostRows });
  if (!features.ok) return features;
  const { id, longitude, latitude } = headingNames;
  const { cells, remarks } = cellsOfFeatures(features.value, { id, longitude, latitude });
  if (cells.length < 2) return err({ kind: 'empty-file' });
  if ((cells[0]?.length ?? 0) > importLimits.columns) {
    return err({ kind: 'too-many-cells', mostRows, mostColumns: importLimits.columns });
  }
  const sheet = { name: '', cells, remarks: [], withoutResult: [] };
  const read = tablesOf([sheet], () => remarks.map(geoRemarkSentence));
  return read.ok ? ok({ kind: 'tables', ...read.value }) : read;
}
