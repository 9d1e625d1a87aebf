import { readCsvSheet } from './csv-sheet.ts';
import type { Cell, Sheet } from './cells.ts';
import { readRows, type ImportFile } from './rows.ts';
import { readSections } from './sections.ts';
import type { AgeId, FactorId, Spine } from '#modules/vocabulary';
import type { Connection, Service, ServiceId } from '../types.ts';
import type { FileProblem } from './problems.ts';
import type { Result } from '#core/result';

/** Made-up examples for tests of the import. */

const factor = (id: string, title: string) => ({
  id: id as FactorId, // made up for the test
  group: 'parents-and-carers' as Spine['factors'][number]['group'], // made up for the test
  title,
  plainTitle: title,
  description: '',
  moreIs: 'better' as const,
  distance: null,
  distanceSource: null
});
const age = (id: string, title: string) => ({
  id: id as AgeId, // made up for the test
  title,
  plainTitle: title,
  fromMonth: 0,
  toMonth: 12,
  openEnded: false
});

export const fewWords: Pick<Spine, 'factors' | 'ages'> = {
  factors: [
    factor('play-and-verbal-exchanges', 'Play and verbal exchanges'),
    factor('nutrition', 'Nutrition'),
    factor('childrens-centres', 'Children’s centres')
  ],
  ages: [age('months-0-11', '0–11 months'), age('months-8-36', '8–36 months')]
};

export const sheet = (rows: readonly (readonly Cell[])[], name = 'Services'): Sheet => ({
  name,
  rows,
  hasSections: true
});

/** Reads sheets as an import does, up to the rows. */
export function readSheets(...sheets: readonly Sheet[]): Result<ImportFile, FileProblem> {
  const sections = readSections(sheets);
  if (!sections.ok) return sections;
  return { ok: true, value: readRows(sections.value.sections, fewWords, sections.value.notes) };
}

/** Reads the text of a CSV as an import does; throws what it refuses. */
export function readCsv(text: string): ImportFile {
  const table = readCsvSheet(text);
  if (!table.ok) throw new Error(table.error.kind);
  const file = readSheets(table.value);
  if (!file.ok) throw new Error(file.error.kind);
  return file.value;
}

let made = 0;
/** A service that is here already. */
export function aService(given: Partial<Service> & { readonly name: string }): Service {
  made += 1;
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}` as ServiceId, // made up for the test
    organisation: '',
    description: '',
    type: '',
    tags: [],
    url: '',
    ages: [],
    address: '',
    longitude: null,
    latitude: null,
    stage: null,
    externalId: null,
    source: '',
    sourceDate: '',
    status: 'active',
    updatedAt: new Date('2026-03-02T10:00:00Z'),
    version: 1,
    factors: [],
    ...given
  };
}

/** Identifiers that tell in which order they were made. */
export function counting(): () => string {
  let count = 0;
  return () => `new-${(count += 1)}`;
}

export const nobodyHere: { services: Service[]; connections: Connection[] } = {
  services: [],
  connections: []
};
