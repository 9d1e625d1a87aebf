import { guessMatching } from '../src/modules/indicators/import/matching.ts';
import {
  readFile,
  type ReadingMessage
} from '../src/modules/indicators/import/read-file.server.ts';
import type { Known } from '../src/modules/indicators/import/meanings.ts';
import type { Overview } from '../src/modules/indicators/import/overview.ts';

/**
 * What the reader of values holds while it reads files of CSV of 10,000, 100,000 and 1,000,000 rows, beside the bytes of the file: megabytes
 * of live memory after garbage was collected, the most that was seen. The limits of a file are lifted for it.
 */
const sizes = [10_000, 100_000, 1_000_000];
const noLimits = { bytes: 1e9, inflatedBytes: 1e9, rows: 1e8, columns: 200, values: 1e8 };
const messagesBetweenLooks = 5;

const known: Known = {
  indicators: [
    {
      id: '11111111-1111-4111-8111-111111111111',
      title: 'Made up',
      unit: 'count',
      decimals: 0,
      frequency: 'day',
      breakdowns: [],
      version: 1
    }
  ],
  areas: { whole: [], areas: [], own: { codes: [], laNumber: null }, elsewhere: [] }
};

export async function run(args: readonly string[]): Promise<void> {
  // The first reading loads what the later ones find there.
  await measured(1000);
  const found: Record<string, Measured> = {};
  for (const rows of sizes) found[rows] = await measured(rows);
  if (args.includes('--json')) {
    process.stdout.write(`${JSON.stringify(found)}\n`);
    return;
  }
  for (const [rows, { megabytes, fileMegabytes, seconds }] of Object.entries(found)) {
    process.stdout.write(
      `${Number(rows).toLocaleString('en-GB')} rows: ${megabytes.toFixed(1)} MB held beside the file's ${fileMegabytes.toFixed(1)} MB, read in ${seconds.toFixed(1)} s\n`
    );
  }
}

type Measured = {
  readonly megabytes: number;
  readonly fileMegabytes: number;
  readonly seconds: number;
};

async function measured(rows: number): Promise<Measured> {
  const bytes = fileOf(rows);
  const before = live();
  let most = 0;
  let messages = 0;
  let overview: Overview | null = null;
  const hear = (said: ReadingMessage) => {
    if (said.kind === 'problem') throw new Error(JSON.stringify(said.problem));
    if (said.kind === 'overview') overview = said.overview;
    if (messages % messagesBetweenLooks === 0) most = Math.max(most, live() - before);
    messages += 1;
  };
  const begun = performance.now();
  await readFile({ bytes, task: { kind: 'look', sheet: null, headingRow: null } }, hear, noLimits);
  if (overview === null) throw new Error('nothing was said of the file');
  const matching = guessMatching(overview, known, '');
  const task = { kind: 'check', sheet: null, overview, matching, known } as const;
  await readFile({ bytes, task }, hear, noLimits);
  return {
    megabytes: most / 1e6,
    fileMegabytes: bytes.length / 1e6,
    seconds: (performance.now() - begun) / 1000
  };
}

/** Bytes that are in use. */
function live(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** A file of made-up values, a day and a ward each. */
function fileOf(rows: number): Uint8Array {
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(rows * 60 + 100);
  let at = encoder.encodeInto('Indicator,Period,Area,Group,Value,Status,Note\r\n', bytes).written;
  for (let index = 0; index < rows; index += 1) {
    const day = new Date(Date.UTC(1990, 0, 1 + (index % 5000))).toISOString().slice(0, 10);
    const line = `Made up,${day},Ward ${Math.floor(index / 5000)},All,${index % 97},final,Made up\r\n`;
    at += encoder.encodeInto(line, bytes.subarray(at)).written;
  }
  return bytes.slice(0, at);
}
