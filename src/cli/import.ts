import fs from 'node:fs';
import { err, type Result } from '#core/result';
import { importIndicatorValues } from './imports/indicators.ts';
import { importMeasureValues } from './imports/measures.ts';
import { readImportOptions, type ImportOptions } from './imports/options.ts';
import { importServices, lookAtServices } from './imports/services.ts';
import { importSettingsFile } from './imports/settings.ts';
import { findHand, type Hand } from './imports/who.ts';
import type { Streams } from './index.ts';
import { asKeeper, demonstrationWarning } from './keeper.ts';
import { importPlace, placeFileUse } from './place-file.ts';

type Import = {
  readonly of: 'indicator' | 'measure' | null;
  readonly takes: readonly ('sheet' | 'dates')[];
  readonly about: string;
  readonly options: string;
  run(hand: Hand, bytes: Buffer, options: ImportOptions): Promise<Result<object, string>>;
};

const guessing = `  --as-guessed        take columns and words for what they probably are; without it they have to be known from an earlier file, or plain
  --take-the-rest     save the rows that can be taken, and leave out the others
`;

const sheets = `  --sheet NAME        the sheet of a workbook to read; without it the one with the most figures is
`;
const dates = `  --dates ORDER       day-first or month-first: how to read dates such as 01/02/2024 where nothing in the file says
`;

const imports = {
  services: {
    of: null,
    takes: [],
    about: `Reads a spreadsheet of services (.xlsx or .csv). Without --place it prints what it would add where nothing is listed yet.
Cells that cannot be taken are left out while their row comes in.`,
    options: guessing,
    run: importServices
  },
  indicators: {
    of: 'indicator',
    takes: ['sheet'],
    about: `Reads a file of values of own indicators (.xlsx or .csv). It needs --as and --place, for a dry run too: which indicators there are, the
place knows.`,
    options: `  --indicator NAME    the indicator of the whole file, where no column says, by its title or its identifier
${sheets}${guessing}`,
    run: importIndicatorValues
  },
  measures: {
    of: 'measure',
    takes: ['sheet', 'dates'],
    about: `Reads a file of values of one measure of a project (.xlsx or .csv). All rows are right, or none is saved. It needs --as and --place,
for a dry run too.`,
    options: `  --measure NAME      the measure, by its title or its identifier
${sheets}${dates}`,
    run: importMeasureValues
  },
  settings: {
    of: null,
    takes: ['sheet', 'dates'],
    about: `Reads a spreadsheet of nurseries and other settings (.xlsx or .csv). All rows are right, or none is saved. It needs --as and --place,
for a dry run too.`,
    options: `${sheets}${dates}`,
    run: importSettingsFile
  }
} as const satisfies Readonly<Record<string, Import>>;

const kinds = ['services', 'indicators', 'measures', 'settings'] as const;
type Kind = (typeof kinds)[number];

function useOf(kind: Kind): string {
  const { about, options } = imports[kind];
  return `Use: cairn import ${kind} FILE --dry-run [--as ADDRESS --place SLUG]
     cairn import ${kind} FILE --as ADDRESS --place SLUG

${about}
Prints as JSON what it would do, or did, and what is left out, with sentences. It saves through the same commands as the pages, in the
name of the person with that e-mail address, as far as their role there allows; the record of changes says so.

  --dry-run           save nothing
  --as ADDRESS        in whose name
  --place SLUG        for which partnership, by the last part of its address
${options}`;
}

const use = `Use: cairn import services|indicators|measures|settings FILE …
     cairn import place FILE

"cairn import KIND --help" says more of each. Add --dry-run to see what a file would bring.

${placeFileUse.import}`;

/** `cairn import`: what a file would bring, and bringing it in, in somebody's name. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  const [given, ...rest] = args;
  const kind = kinds.find((one) => one === given);
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(kind === undefined ? use : useOf(kind));
    return 0;
  }
  const refuse = (sentence: string): 1 => {
    io.stderr.write(`${sentence}\n`);
    return 1;
  };
  if (given === 'place') return importPlace(rest, io);
  if (given === undefined) return refuse(`Say what to import.\n${use}`);
  if (kind === undefined) return refuse(`cairn import does not know "${given}".\n${use}`);
  const options = readImportOptions(rest, imports[kind].of, imports[kind].takes);
  if (!options.ok) return refuse(`${options.error}\n${useOf(kind)}`);
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(options.value.file);
  } catch {
    return refuse(`${options.value.file} cannot be read.`);
  }
  const answer = await answerOf(kind, bytes, options.value);
  if (!answer.ok) return refuse(answer.error);
  io.stdout.write(`${JSON.stringify(answer.value, null, 2)}\n`);
  return 0;
}

async function answerOf(
  kind: Kind,
  bytes: Buffer,
  options: ImportOptions
): Promise<Result<object, string>> {
  const { where } = options;
  if (where === null) {
    return kind === 'services'
      ? lookAtServices(bytes)
      : err(`Say in whose name and for which place to look, with --as ADDRESS --place SLUG.`);
  }
  const warning = options.dryRun ? null : demonstrationWarning();
  if (warning !== null) return err(warning);
  return asKeeper(async (keeper) => {
    const hand = await findHand(keeper, where);
    return hand.ok ? imports[kind].run(hand.value, bytes, options) : hand;
  });
}
