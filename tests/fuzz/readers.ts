import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { withDatesInOrder } from '../../src/core/date-order.ts';
import { parseValues } from '../../src/modules/improvement/measures/parse-values.ts';
import { tellMeasureColumns } from '../../src/modules/improvement/measures/tell-columns.ts';
import { explainFile } from '../../src/modules/indicators/import/explain.server.ts';
import { fileLimits } from '../../src/modules/indicators/import/limits.ts';
import { guessMatching, matchingProblems } from '../../src/modules/indicators/import/matching.ts';
import type { Known } from '../../src/modules/indicators/import/meanings.ts';
import { unknownNames } from '../../src/modules/indicators/import/names.ts';
import { type Overview } from '../../src/modules/indicators/import/overview.ts';
import { readFile, type ReadingMessage, type Task } from '../../src/modules/indicators/import/read-file.server.ts'; // prettier-ignore
import {
  explainMatching,
  explainRowProblem
} from '../../src/modules/indicators/import/sentences.ts';
import { boundaryLayers, readBoundaries } from '../../src/modules/indicators/open/boundaries/read-boundaries.ts'; // prettier-ignore
import { readDraft } from '../../src/modules/maps/import/reading-work.server.ts';
import { fileProblemSentence } from '../../src/modules/maps/import/explain.server.ts';
import { someProgramme } from '../../src/modules/reach/builders.ts';
import { parseCycles, underCycleHeadings } from '../../src/modules/reach/parse-cycles.ts';
import { readAreaOutlines, readOutline } from '../../src/modules/settings/outline.ts';
import { readSettingRows, underSettingHeadings } from '../../src/modules/settings/rows.ts';
import { explainSettingProblem } from '../../src/modules/settings/sentences.ts';
import { readCells, type SpreadsheetProblem, spreadsheetSentence } from '../../src/platform/spreadsheet.server.ts'; // prettier-ignore
import {
  type Chance,
  csvOf,
  withOtherCells,
  withOtherFields,
  withOtherParts
} from './mutations.ts';

/** Every reader of files that people bring, each with a good file of its own and ways to spoil it. */
export type FuzzedReader = {
  readonly name: string;
  /** A file that nobody would write. */
  readonly spoil: (chance: Chance) => Promise<Buffer>;
  /** Reads it: how many values it gave, or the sentence with which it was refused. */
  readonly read: (file: Buffer) => Promise<number | string>;
};

const known: Known = {
  indicators: [
    {
      id: 'r',
      title: 'Reviews at two',
      unit: 'percent',
      decimals: 1,
      frequency: 'financial-year',
      breakdowns: [{ id: 'girls', title: 'Girls', inGap: null }],
      version: 1
    }
  ],
  areas: {
    whole: ['Fernhollow'],
    areas: [{ id: 'X01', name: 'Hope ward' }],
    own: { codes: ['X01'], laNumber: null },
    elsewhere: []
  }
};

const values = [
  [
    'Indicator',
    'Period',
    'Area',
    'Group',
    'Sex',
    'Value',
    'Numerator',
    'Denominator',
    'Status',
    'Note'
  ],
  ['Reviews at two', '2023/24', '', '', 'Persons', '54.5', '', '', 'final', 'Counted'],
  ['Reviews at two', '2024/25', 'Hope ward', 'Girls', 'Persons', '', '41', '58', '', ''],
  ['Reviews at two', '2024/25', 'England', '', 'Female', '[c]', '', '', '', ''],
  ['Reviews at two', '2022/23', 'Mill ward', '', 'Persons', '51.2 [p]', '', '', '', '']
];
const services = [
  ['Label', 'Organisation', 'Description', 'Ages', 'Factors', 'URL'],
  ['Rhyme time', 'Library', 'Songs and rhymes', '0-2', 'Attachment; Language', 'www.example.org'],
  ['Stay and play', 'Centre', 'Play together', '18m+', '', '']
];
const settings = [
  ['Name', 'Kind', 'Address', 'Postcode', 'Latitude', 'Longitude', 'Opened on'],
  ['Hope nursery', 'Nursery', '1 Road', '', '53.4', '-2.3', '2020-01-01'],
  ['Mill nursery', 'Nursery', '', '', '', '', '']
];
const scores = [
  ['Date', 'Value', 'Note'],
  ['2026-01-01', '12', 'First'],
  ['2026-02-01', 'not collected', ''],
  ['2026-03-01', '15', '']
];
const cycles = [
  ['Date', 'Could come', 'Offered a place', 'Came once', 'Came to the end', 'Note'],
  ['2026-01-01', '40', '30', '20', '12', ''],
  ['2026-02-01', '40', '31', '22', '14', 'Snow']
];
const boundaries = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { area_code: 'X01', area_name: 'Hope ward' },
      geometry: {
        type: 'Polygon',
        coordinates: [[[-2.3, 53.4], [-2.2, 53.4], [-2.2, 53.5], [-2.3, 53.4]]]
      }
    }
  ]
}; // prettier-ignore

const feed = {
  contents: [
    {
      id: 's1',
      name: 'Rhyme time',
      description: '<p>Songs</p>',
      url: 'https://rhymes.example',
      status: 'active',
      minimum_age: 0,
      maximum_age: 4,
      organization: { id: 'o1', name: 'Library' },
      cost_options: [{ amount: 2, currency: 'GBP', option: 'each' }],
      schedules: [{ freq: 'WEEKLY', byday: 'TU,TH', opens_at: '10:00', closes_at: '11:30' }],
      service_at_locations: [
        {
          location: {
            latitude: 53.4,
            longitude: -2.3,
            addresses: [{ address_1: '1 Road', city: 'Hope', postal_code: 'ZZ99 9ZZ' }]
          }
        }
      ],
      attributes: [{ taxonomy_term: { id: 't1', name: 'Health', taxonomy: 'Kind' } }]
    }
  ]
};
const kumu = {
  elements: [
    { _id: 'e1', label: 'Rhyme time', type: 'Health', tags: ['songs'], description: 'Songs' },
    { _id: 'e2', attributes: { label: 'Library', 'element type': 'Education' } }
  ],
  connections: [{ from: 'e1', to: 'e2', direction: 'directed', type: 'refers' }],
  loops: [{ label: 'R1' }]
};
const points = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 's1',
      properties: { Name: 'Rhyme time', Organisation: 'Library', Ages: '0-2' },
      geometry: { type: 'Point', coordinates: [-2.3, 53.4] }
    }
  ]
};

const workbookOf = (rows: readonly (readonly string[])[]) => {
  const plain = rows.map(
    (row) =>
    row.map((cell) => (cell === '' ? null : /^\d+(\.\d+)?$/.test(cell) ? { value: Number(cell), type: Number } : { value: cell })) // prettier-ignore
  );
  return writeXlsxFile(plain as SheetData).toBuffer(); // cells of two plain kinds
};
/** Made once: what spoils a workbook does not make it. */
const workbooks = new Map<unknown, Promise<Buffer>>();
function workbookFor(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const made = workbooks.get(rows) ?? workbookOf(rows);
  workbooks.set(rows, made);
  return made;
}

const asCsv = (rows: readonly (readonly string[])[]) => (chance: Chance) =>
  Promise.resolve(csvOf(withOtherCells(rows, chance), chance));
const asWorkbook = (rows: readonly (readonly string[])[]) => async (chance: Chance) =>
  withOtherParts(await workbookFor(rows), chance);
const asJson = (json: unknown) => (chance: Chance) =>
  Promise.resolve(Buffer.from(JSON.stringify(withOtherFields(json, chance))));

const today = '2026-11-30';

/** Reads cells under the limits of small files, then with `then`. */
async function readingCells(
  file: Buffer,
  then: (cells: readonly (readonly string[])[]) => number | string
): Promise<number | string> {
  const read = await readCells(file);
  return read.ok ? then(withDatesInOrder(read.value.cells).cells) : spreadsheetSentence(read.error satisfies SpreadsheetProblem); // prettier-ignore
}

/** What a file of values says when it is looked over, and then checked as its headings suggest. */
async function readValues(file: Buffer): Promise<number | string> {
  const saysOf = async (task: Task): Promise<ReadingMessage[]> => {
    const said: ReadingMessage[] = [];
    await readFile({ bytes: file, task }, (message) => said.push(message));
    return said;
  };
  const [first] = await saysOf({ kind: 'look', sheet: null, headingRow: null });
  if (first === undefined) throw new Error('nothing was said of the file');
  if (first.kind === 'problem') return explainFile(first.problem);
  if (first.kind !== 'overview') throw new Error('values before an overview');
  // As it is kept between the two steps.
  const overview = JSON.parse(JSON.stringify(first.overview)) as Overview; // what was just said
  if (overview.rowCount > fileLimits.rows || overview.columns.length > fileLimits.columns)
    throw new Error('more rows or columns than may be read');
  const guess = guessMatching(overview, known, 'r');
  const matching = {
    ...guess,
    areShares: guess.areShares ?? false,
    carriesDown: guess.carriesDown ?? false,
    period: guess.period || '2024/25'
  };
  unknownNames(overview, matching, known);
  const [problem] = matchingProblems(matching);
  if (problem !== undefined) return explainMatching(problem).sentence;
  let count = 0;
  for (const message of await saysOf({ kind: 'check', sheet: null, overview, matching, known })) {
    if (message.kind === 'problem') return explainFile(message.problem);
    if (message.kind !== 'values') continue;
    const problems = itemsOf(message.rows.problems).map((item) =>
      item === null ? [] : (JSON.parse(item) as Parameters<typeof explainRowProblem>[0][])
    ); // as staged
    count += problems.length;
    if (itemsOf(message.rows.cells).length !== problems.length)
      throw new Error('columns of different lengths');
    for (const each of problems.flat()) {
      if (explainRowProblem(each) === '') throw new Error('a refused row without a reason');
    }
  }
  if (count > fileLimits.values) throw new Error('more values than may be read');
  return count;
}

/** What stands in a list as PostgreSQL writes it. */
function itemsOf(list: string): (string | null)[] {
  return [...list.matchAll(/"((?:[^"\\]|\\.)*)"|NULL/gs)].map(([, text]) =>
    text === undefined ? null : text.replace(/\\(.)/gs, '$1')
  );
}

/** A file of services goes as far as it can with what is guessed of it; what then has to be told is asked for. */
const readServices = async (file: Buffer): Promise<number | string> => {
  const read = await readDraft({
    from: { kind: 'file', bytes: file, remembered: { matchings: {}, meanings: [] } },
    said: { takesGuesses: true },
    spine: { factors: [], ages: [], stages: [] }
  });
  if (!read.ok) return fileProblemSentence(read.error);
  return read.value.file === null ? 'asks what its columns hold' : read.value.file.services.length;
};
const readSettings = (file: Buffer) =>
  readingCells(file, (cells) => {
    const read = readSettingRows(underSettingHeadings(cells));
    if (read.ok) return read.value.length;
    const said = explainSettingProblem(read.error);
    return typeof said === 'string' ? said : said.sentence;
  });

export const fuzzedReaders: readonly FuzzedReader[] = [
  { name: 'values, CSV', spoil: asCsv(values), read: readValues },
  { name: 'values, workbook', spoil: asWorkbook(values), read: readValues },
  {
    name: 'values, JSON',
    spoil: asJson({
      results: values
        .slice(1)
        .map((row) => ({ timePeriod: { period: row[1] }, area: row[2], value: row[5] }))
    }),
    read: readValues
  },
  { name: 'services, CSV', spoil: asCsv(services), read: readServices },
  { name: 'services, workbook', spoil: asWorkbook(services), read: readServices },
  { name: 'services, Open Referral', spoil: asJson(feed), read: readServices },
  { name: 'services, Kumu', spoil: asJson(kumu), read: readServices },
  { name: 'services, GeoJSON', spoil: asJson(points), read: readServices },
  { name: 'settings, CSV', spoil: asCsv(settings), read: readSettings },
  { name: 'settings, workbook', spoil: asWorkbook(settings), read: readSettings },
  {
    name: 'scores of a measure',
    spoil: asCsv(scores),
    read: (file) =>
      readingCells(file, (cells) => {
        const measure = { valueForm: 'value', title: 'Score' } as const;
        const told = tellMeasureColumns(cells, measure);
        const read = parseValues(told.under(told.columns.map(({ use }) => use)), 'value', {
          measureTitle: 'Score',
          today
        });
        return read.ok ? read.value.length : read.error.kind;
      })
  },
  {
    name: 'cycles of a programme',
    spoil: asCsv(cycles),
    read: (file) =>
      readingCells(file, (cells) => {
        const programme = someProgramme();
        const read = parseCycles(underCycleHeadings(cells, programme), programme, today);
        return read.ok ? read.value.length : read.error.kind;
      })
  },
  {
    name: 'boundary of a place',
    spoil: asJson(boundaries),
    read: (file) => {
      const read = readOutline(file.toString('utf8'), { areaCode: 'X01', name: 'Fernhollow' });
      if (read.ok) return Promise.resolve(read.value.length);
      const said = explainSettingProblem(read.error);
      return Promise.resolve(typeof said === 'string' ? said : said.sentence);
    }
  },
  {
    name: 'outlines of areas',
    spoil: asJson(boundaries),
    read: (file) => {
      const read = readAreaOutlines(file.toString('utf8'), { areaCode: 'X01' });
      if (read.ok) return Promise.resolve(read.value.areas.length);
      const said = explainSettingProblem(read.error);
      return Promise.resolve(typeof said === 'string' ? said : said.sentence);
    }
  },
  {
    name: 'boundaries of areas',
    spoil: asJson(boundaries),
    read: (file) => {
      const [layer] = boundaryLayers;
      if (layer === undefined) throw new Error('there is no layer');
      const read = readBoundaries(JSON.parse(file.toString('utf8')), layer);
      return Promise.resolve(read.ok ? read.value.length : 'wrong shape');
    }
  }
];
