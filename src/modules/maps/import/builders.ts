import { readText, type NamedCells } from '#platform/spreadsheet.server';
import type { AgeId, FactorId, Spine } from '#modules/vocabulary';
import { FactorWords } from '../suggest.ts';
import type { Connection, Service, ServiceId } from '../types.ts';
import { beginDraft, carryOn, nothingRemembered, type ImportDraft, type Said } from './draft.ts';
import { tablesOf } from './file-tables.ts';
import type { ImportFile } from './rows.ts';

/** Made-up examples for tests of the import. */

const factor = (id: string, title: string) => ({
  id: id as FactorId, // made up for the test
  group: 'parents-and-carers' as Spine['factors'][number]['group'], // made up for the test
  title,
  plainTitle: title,
  description: '',
  moreIs: 'better' as const,
  distance: null,
  distanceSource: null,
  words: id === 'nutrition' ? ['healthy eating'] : []
});
const age = (id: string, title: string, fromMonth: number, toMonth: number) => ({
  id: id as AgeId, // made up for the test
  title,
  plainTitle: title,
  fromMonth,
  toMonth,
  openEnded: false
});

export const fewWords: Pick<Spine, 'factors' | 'ages'> = {
  factors: [
    factor('play-and-verbal-exchanges', 'Play and verbal exchanges'),
    factor('nutrition', 'Nutrition'),
    factor('childrens-centres', 'Children’s centres')
  ],
  ages: [age('months-0-11', '0–11 months', 0, 11), age('months-8-36', '8–36 months', 8, 36)]
};

/** A sheet as the reader of files gives it. */
export const sheet = (cells: readonly (readonly string[])[], name = 'Services'): NamedCells => ({
  name,
  cells,
  remarks: [],
  withoutResult: []
});

/** A CSV as the reader of files gives it. */
export function csvCells(text: string): NamedCells {
  const read = readText(text);
  if (!read.ok) throw new Error(read.error.kind);
  return { ...sheet(read.value.cells, ''), remarks: read.value.remarks };
}

/** Sheets as far as they go with what is said of them. */
export function draftOf(sheets: readonly NamedCells[], said: Said = {}): ImportDraft {
  const read = tablesOf(sheets);
  if (!read.ok) throw new Error(read.error.kind);
  const draft = beginDraft({ kind: 'tables', ...read.value }, nothingRemembered);
  return carryOn(draft, said, fewWords, new FactorWords(fewWords.factors));
}

/** What sheets say where every guess is right; throws where somebody would have to be asked. */
export function readSheets(...sheets: readonly NamedCells[]): ImportFile {
  const { file } = draftOf(sheets, { takesGuesses: true });
  if (file === null) throw new Error('Nobody can tell what the columns hold.');
  return file;
}

export const readCsv = (text: string): ImportFile => readSheets(csvCells(text));

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
