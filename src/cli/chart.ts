import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import {
  analyseChart,
  chartCsv,
  chartNames,
  chartProblemSentence,
  chartSvgFile,
  csvProblemSentence,
  ruleSets,
  specFromCsv,
  type Analysis,
  type ChartSpec,
  type ChartType,
  type CsvChoices,
  type DrawOptions,
  type RuleSetId
} from '#modules/charts';
import { answerCases } from '#modules/charts/reference';
import { UnreadableRows, decodedText } from '#platform/spreadsheet.server';
import { separatorOf } from '#platform/text-rows';

interface Streams {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

const usage = `cairn chart                      reads a case, a list of cases or {"cases": […]} as JSON on standard input
                                 and answers each in the shape of the reference implementations

cairn chart --csv data.csv --type p --out chart.svg

  --csv FILE       rows with headers: date (or x), value; or date, numerator, denominator;
                   parted by commas, semicolons or tabs; dates, months, quarters or years;
                   optionally excluded (yes) and phase. "-" reads standard input
  --date NAME, --value NAME, --denominator NAME, --excluded NAME, --phase NAME
                   the header of a column, where it has another name or two could be meant
  --only "COLUMN=VALUE"
                   only rows with this value, such as "place=Ashby"; may be said more than once
  --decimal SIGN   point or comma: which stands before decimals. Without it a comma does in a file parted by
                   semicolons none of whose numbers has a point, and a point in every other
  --together WAY   sum, mean or median: how rows that share a date become one point.
                   Without it they are refused, but for xbar and s charts
  --type TYPE      ${Object.keys(chartNames).join(', ')}
  --out FILE       .svg, .png or .csv; without it only the answer in JSON is printed
  --title TEXT     above the picture
  --measure TEXT   what is measured, for the sentences
  --unit TEXT      such as days; P charts are in %
  --target NUMBER  in the units of the chart
  --target-label TEXT  what the target is called, such as Goal
  --better WAY     up or down: the direction that is better
  --rules NAME     ${Object.keys(ruleSets).join(', ')}
  --freeze NUMBER  points of the baseline
  --multiply NUMBER, --width PIXELS, --height PIXELS
`;

/** `cairn chart`: figures and pictures of charts, for analysts and for checks. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  const options = readOptions(args, io);
  if (options === null) return 1;
  if (options.help) {
    io.stdout.write(usage);
    return 0;
  }
  if (options.csv !== undefined) return drawCsv(options.csv, options, io);
  if (args.length > 0)
    return explain('Name the data with --csv FILE, or send JSON on standard input.', io);
  return answerJson(io);
}

function explain(sentence: string, io: Streams): 1 {
  io.stderr.write(`${sentence}\n`);
  return 1;
}

async function readBytes(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function answerJson(io: Streams): Promise<number> {
  const text = (await readBytes(io.stdin)).toString('utf8');
  if (text.trim() === '') {
    return explain(
      'There is nothing on standard input. Send a case as JSON, or see cairn chart --help.',
      io
    );
  }
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return explain('Standard input is not JSON.', io);
  }
  io.stdout.write(`${JSON.stringify(answerCases(given))}\n`);
  return 0;
}

type Options = NonNullable<ReturnType<typeof readOptions>>;

function readOptions(args: readonly string[], io: Streams) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        csv: { type: 'string' },
        date: { type: 'string' },
        value: { type: 'string' },
        denominator: { type: 'string' },
        excluded: { type: 'string' },
        phase: { type: 'string' },
        only: { type: 'string', multiple: true },
        decimal: { type: 'string' },
        together: { type: 'string' },
        type: { type: 'string' },
        out: { type: 'string' },
        title: { type: 'string' },
        measure: { type: 'string' },
        unit: { type: 'string' },
        target: { type: 'string' },
        'target-label': { type: 'string' },
        better: { type: 'string' },
        rules: { type: 'string' },
        freeze: { type: 'string' },
        multiply: { type: 'string' },
        width: { type: 'string' },
        height: { type: 'string' }
      }
    });
    return values;
  } catch (fault) {
    explain(fault instanceof Error ? fault.message : String(fault), io);
    return null;
  }
}

async function drawCsv(file: string, options: Options, io: Streams): Promise<number> {
  const type = Object.keys(chartNames).find((name): name is ChartType => name === options.type);
  if (!type)
    return explain(`Name the chart with --type: ${Object.keys(chartNames).join(', ')}.`, io);
  const form = options.out === undefined ? null : formOf(options.out);
  if (form === 'unknown')
    return explain('The name after --out should end in .svg, .png or .csv.', io);

  let text: string;
  try {
    text = decodedText(file === '-' ? await readBytes(io.stdin) : fs.readFileSync(file));
  } catch (fault) {
    if (fault instanceof UnreadableRows) return explain(`${file} is not a table of text.`, io);
    return explain(`${file} cannot be read.`, io);
  }
  const choices = readChoices(options);
  if (typeof choices === 'string') return explain(choices, io);
  const separator = separatorOf([text]);
  let table: Line[];
  try {
    // Without the option `columns` every record is a list of its cells; `info` gives its line.
    table = parse(text, { bom: true, delimiter: separator, trim: true, skip_empty_lines: true, relax_column_count: true, info: true }) as unknown as Line[]; // prettier-ignore
  } catch {
    return explain(
      `${file} is not a table: its cells should be parted by commas, semicolons or tabs.`,
      io
    );
  }
  const [headers, ...rows] = table;
  const decimal = choices.decimal ?? decimalOf(separator, rows);
  if (decimal === 'unclear') {
    return explain(
      'Numbers such as 1.250 could be a thousand and more, or one and a part. Say --decimal comma for thousands, --decimal point for parts.',
      io
    );
  }
  const fromCsv = specFromCsv(
    type,
    headers?.record ?? [],
    rows.map(({ record }) => record),
    {
      ...choices,
      decimal,
      lines: rows.map(({ info }) => info.lines)
    }
  );
  if (!fromCsv.ok) return explain(csvProblemSentence(fromCsv.error), io);
  const settings = readSettings(options);
  if (typeof settings === 'string') return explain(settings, io);
  const analysis = analyseChart({ ...fromCsv.value, ...settings.spec });
  if (!analysis.ok) return explain(chartProblemSentence(analysis.error), io);
  if (options.out !== undefined && form !== null) {
    const content = await contentOf(form, analysis.value, settings.draw);
    try {
      fs.writeFileSync(options.out, content);
    } catch {
      return explain(`${options.out} cannot be written.`, io);
    }
  }
  io.stdout.write(`${JSON.stringify(answerOf(analysis.value, options.out))}\n`);
  return 0;
}

/** A record as the reader of CSV gives it, with the line it ends on. */
interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The sign before decimals. A file parted by semicolons may have either; where it has points before three digits alone, nobody can tell. */
function decimalOf(separator: string, rows: readonly Line[]): 'comma' | 'point' | 'unclear' {
  if (separator !== ';') return 'point';
  const cells = rows.flatMap(({ record }) => record);
  const pointed = cells.filter((cell) => /^[-−+]?\d+\.\d+\s*%?$/.test(cell));
  if (pointed.length === 0) return 'comma';
  const areThousands = pointed.every((cell) => /^[-−+]?[1-9]\d{0,2}\.\d{3}\s*%?$/.test(cell));
  if (!areThousands) return 'point';
  return cells.some((cell) => /^[-−+]?[\d.]+,\d+\s*%?$/.test(cell)) ? 'comma' : 'unclear';
}

/** Which columns and rows are meant, or the sentence that says which option is wrong. */
function readChoices(options: Options): CsvChoices | string {
  const { date, value, denominator, excluded, phase, together } = options;
  const only = [];
  for (const text of options.only ?? []) {
    const at = text.indexOf('=');
    if (at < 1) return `--only takes COLUMN=VALUE, not "${text}".`;
    only.push({ column: text.slice(0, at), value: text.slice(at + 1) });
  }
  const decimal = (['point', 'comma'] as const).find((known) => known === options.decimal);
  if (options.decimal !== undefined && decimal === undefined) {
    return `--decimal takes point or comma, not "${options.decimal}".`;
  }
  const way = (['sum', 'mean', 'median'] as const).find((known) => known === together);
  if (together !== undefined && way === undefined) {
    return `--together takes sum, mean or median, not "${together}".`;
  }
  return {
    columns: {
      ...(date === undefined ? {} : { x: date }),
      ...(value === undefined ? {} : { value }),
      ...(denominator === undefined ? {} : { denominator }),
      ...(excluded === undefined ? {} : { excluded }),
      ...(phase === undefined ? {} : { phase })
    },
    only,
    ...(decimal === undefined ? {} : { decimal }),
    ...(way === undefined ? {} : { together: way })
  };
}

function formOf(file: string): 'svg' | 'png' | 'csv' | 'unknown' {
  const ending = path.extname(file).toLowerCase();
  return ending === '.svg'
    ? 'svg'
    : ending === '.png'
      ? 'png'
      : ending === '.csv'
        ? 'csv'
        : 'unknown';
}

async function contentOf(
  form: 'svg' | 'png' | 'csv',
  analysis: Analysis,
  draw: DrawOptions
): Promise<string | Uint8Array> {
  if (form === 'svg') return chartSvgFile(analysis, draw);
  if (form === 'csv') return chartCsv(analysis);
  // Loaded only when asked for: the painter is a native library.
  const { chartPng } = await import('#modules/charts/server');
  return chartPng(analysis, draw);
}

type Mutable<Base> = { -readonly [key in keyof Base]: Base[key] };

/** Settings from the options, or the sentence that says which is wrong. */
function readSettings(
  options: Options
): { readonly spec: Partial<ChartSpec>; readonly draw: DrawOptions } | string {
  const spec: Mutable<Partial<ChartSpec>> = {};
  const draw: Mutable<DrawOptions> = {};
  for (const name of ['target', 'freeze', 'multiply', 'width', 'height'] as const) {
    const text = options[name];
    if (text === undefined) continue;
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value))
      return `--${name} takes a number, not "${text}".`;
    if (name === 'width' || name === 'height') draw[name] = value;
    else spec[name] = value;
  }
  const label = options['target-label'];
  if (label !== undefined) {
    if (typeof spec.target !== 'number')
      return '--target-label names the target: give --target too.';
    spec.target = { value: spec.target, label };
  }
  if (options.better !== undefined) {
    if (options.better !== 'up' && options.better !== 'down') return '--better takes up or down.';
    spec.improvement = options.better === 'up' ? 'increase' : 'decrease';
  }
  if (options.rules !== undefined) {
    const known = Object.keys(ruleSets).find((name): name is RuleSetId => name === options.rules);
    if (!known) return `--rules takes one of ${Object.keys(ruleSets).join(', ')}.`;
    spec.ruleSet = known;
  }
  if (options.measure !== undefined) spec.measure = options.measure;
  if (options.unit !== undefined) spec.unit = options.unit;
  if (options.title !== undefined) draw.title = options.title;
  return { spec, draw };
}

/** What is printed: where the file is, the summary, and every signal with its sentence. */
function answerOf(analysis: Analysis, out: string | undefined) {
  return {
    ...(out === undefined ? {} : { out }),
    type: analysis.type,
    points: analysis.points.length,
    summary: analysis.summary,
    phases: analysis.phases.map(({ from, to, centre, lower, upper, runs }) => ({
      from: analysis.points[from - 1]?.x,
      to: analysis.points[to - 1]?.x,
      centre,
      lower,
      upper,
      runs
    })),
    signals: analysis.signals.map(({ rule, from, to, points, direction, meaning, sentence }) => ({
      rule,
      from,
      to,
      points,
      direction,
      meaning,
      sentence
    })),
    variation: analysis.variation,
    assurance: analysis.assurance,
    suggestion: analysis.suggestion?.sentence ?? null
  };
}
