import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import type { Streams } from './index.ts';
import { plainName, type OpenArea } from '#modules/indicators';
import {
  answerGap,
  answerGapTrend,
  answerTrend,
  answerValue,
  explainFolder,
  originalNames,
  readDataRows,
  type DataFolder,
  type NamedIndicator
} from '#modules/indicators/folder';
import {
  readAreas,
  readIndicatorCatalogue,
  readSpine,
  type OpenIndicator
} from '#modules/vocabulary';

const use = `Use: cairn indicator value --source FOLDER --indicator NAME --area CODE-OR-NAME [--period PERIOD] [--breakdown GROUP] [--measure NAME]
     cairn indicator gap   --source FOLDER --indicator NAME --area CODE-OR-NAME [--period PERIOD] [--breakdown PAIR]
     cairn indicator trend --source FOLDER --indicator NAME --area CODE-OR-NAME [--breakdown GROUP]

Reads the figures of a data folder (values.csv as in content/data, or data.csv as first published) and prints JSON.
Without --period the newest published figure is taken. The gap is the better-off group minus the poorer one, in
points. trend marks breaks in the series; --breakdown gap gives the trend of the gap. --measure tells a percentage
from a count where the data hold both.
`;

const project = path.resolve(import.meta.dirname, '../..');
const shipped = path.join(project, 'content', 'data');

/** Something that whoever asked can put right. */
class Refusal extends Error {}

/** `cairn indicator`: a figure, a gap or a trend out of a data folder. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  const [what = '', ...rest] = args;
  if (args.includes('--help')) {
    io.stdout.write(use);
    return 0;
  }
  try {
    io.stdout.write(`${JSON.stringify(await answer(what, rest))}\n`);
    return 0;
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    io.stderr.write(`${problem.message}\n`);
    return 1;
  }
}

async function answer(what: string, args: readonly string[]): Promise<unknown> {
  const { source, indicator, area, period, breakdown, measure } = readOptions(args);
  if (what !== 'value' && what !== 'gap' && what !== 'trend') throw new Refusal(use.trimEnd());
  if (source === undefined || indicator === undefined || area === undefined) {
    throw new Refusal(`Name the folder, the indicator and the area.\n\n${use.trimEnd()}`);
  }
  const folder = await readFolder(source);
  const question = { indicator, area, period, breakdown, measure };
  const found =
    what === 'value'
      ? answerValue(folder, question)
      : what === 'gap'
        ? answerGap(folder, question)
        : breakdown === 'gap'
          ? answerGapTrend(folder, question)
          : answerTrend(folder, question);
  if (!found.ok) throw new Refusal(explainFolder(found.error));
  return found.value;
}

function readOptions(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = {
      source: text,
      indicator: text,
      area: text,
      period: text,
      breakdown: text,
      measure: text
    };
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (problem) {
    throw new Refusal(`${problem instanceof Error ? problem.message : ''}\n\n${use.trimEnd()}`);
  }
}

async function readFolder(source: string): Promise<DataFolder> {
  const file = ['values.csv', 'data.csv'].map((name) => path.join(source, name)).find(existsSync);
  if (file === undefined) {
    throw new Refusal(`There is no values.csv and no data.csv in the folder ${source}.`);
  }
  const rows = readDataRows(await readCsv(file));
  if (rows === null) {
    throw new Refusal(
      `The headings of ${file} are not those of a data folder: area_code, period, indicator, value.`
    );
  }
  const catalogue = await readCatalogue(source);
  return {
    rows,
    areas: await readLookup(source),
    indicators: await nameIndicators(source, catalogue)
  };
}

/** The catalogue beside the folder, else the one that is shipped. */
async function readCatalogue(source: string): Promise<readonly OpenIndicator[]> {
  const beside = path.join(source, '..', 'indicators', 'indicators.json');
  const file = existsSync(beside) ? beside : path.join(shipped, 'indicators', 'indicators.json');
  const spineFile = path.join(project, 'content', 'spine', 'early-years', 'spine.json');
  const spine = readSpine(JSON.parse(await readFile(spineFile, 'utf8')));
  const read = spine.ok
    ? readIndicatorCatalogue(JSON.parse(await readFile(file, 'utf8')), spine.value)
    : spine;
  if (!read.ok) throw new Refusal(`The catalogue of indicators in ${file} cannot be read.`);
  return read.value.indicators;
}

/** The look-up of areas beside the folder, in either form, else the one that is shipped. */
async function readLookup(source: string): Promise<OpenArea[]> {
  const candidates = [
    path.join(source, '..', 'area-lookup', 'areas.csv'),
    path.join(source, '..', 'area-lookup', 'data.csv'),
    path.join(shipped, 'area-lookup', 'areas.csv')
  ];
  for (const file of candidates.filter(existsSync)) {
    const read = readAreas(await readCsv(file));
    if (read.ok) return read.value.map((area) => ({ ...area, kind: area.type }));
  }
  throw new Refusal('The look-up of areas cannot be read.');
}

/** Every name an indicator may be called by: in the files, in the list of titles beside them, and in the catalogue. */
async function nameIndicators(
  source: string,
  catalogue: readonly OpenIndicator[]
): Promise<NamedIndicator[]> {
  const titles = path.join(source, 'indicators.csv');
  const listed = existsSync(titles) ? await readCsv(titles) : [];
  const described = (
    key: string,
    names: readonly string[],
    entry: OpenIndicator | undefined
  ): NamedIndicator => ({
    key,
    names: entry === undefined ? names : [...names, entry.id, entry.title, entry.plainTitle],
    unit: entry?.unit === 'percent' ? '%' : (entry?.unit ?? null),
    periodKind: entry?.periodKind ?? null,
    breaks: entry?.breaks ?? []
  });
  const byName = (name: string) =>
    catalogue.find((entry) => plainName(entry.id) === plainName(name));
  const byOriginal = Object.entries(originalNames).map(([key, id]) =>
    described(key, [], byName(id))
  );
  const fromTitles = listed.map((row) => {
    const key = row['indicator'] ?? '';
    return described(key, [row['title'] ?? ''], byName(originalNames[key] ?? key));
  });
  const fromCatalogue = catalogue.map((entry) => described(entry.id, [], entry));
  return [...fromTitles, ...byOriginal, ...fromCatalogue];
}

async function readCsv(file: string): Promise<Record<string, string>[]> {
  try {
    const options = {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true
    } as const;
    return parse<Record<string, string>>(await readFile(file), options);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && String(problem.code).startsWith('CSV_')) {
      throw new Refusal(`${file} cannot be read as CSV: ${problem.message}`);
    }
    throw problem;
  }
}
