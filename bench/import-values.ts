import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import pg from 'pg';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import {
  beginImport,
  carryOn,
  confirmImport,
  matchNames,
  undoImport,
  viewImport
} from '#modules/indicators/import/server';
import { addIndicator } from '#modules/indicators/server';
import { systemClock } from '#platform/clock';
import type { World } from '#platform/command';
import { ensureEmbeddedDatabase, prepareDatabase } from '#ground/connection';
import { connect } from '#platform/database';
import { startEmbeddedPostgres } from '#ground/embedded-postgres';
import { Throttle } from '#platform/throttle';
import { loadContent } from '../src/cli/load-content.ts';
import { makeTemporaryFolder } from '../tests/support/temporary-folder.ts';
import { makePlace, type Place } from './place.ts';

/**
 * A file of 100,000 values, from its bytes to the saved values, beside a bare COPY of the same rows into the same table with the same
 * triggers, in one run: reading, checking, the preview and its staging are in the import's time. The tables grow all the while, so that each
 * import is set beside the mean of the COPY before it and the one after it. Marks: 1.5 times the COPY for CSV, 2.0 for a workbook.
 * The delay of the event loop is measured all the while: it says how long another request would have waited. Mark: 50 milliseconds. On a
 * machine with other work to do, part of it is spent waiting for a processor; what Cairn itself was doing is told by the time that the thread
 * had of one.
 */
const marks = { csv: 1.5, xlsx: 2, delay: 50 };
const rowCount = 100_000;
const wardCount = 200;
const periodCount = 500;

export async function run(args: readonly string[]): Promise<void> {
  const folder = makeTemporaryFolder('bench');
  const server = await startEmbeddedPostgres({ folder });
  try {
    const owner = await ensureEmbeddedDatabase(server, 'cairn');
    const { app } = await prepareDatabase(owner);
    await loadContent(owner);
    const ownerWorld: World = {
      database: connect(owner),
      clock: systemClock,
      newId: randomUUID,
      throttle: new Throttle()
    };
    const world: World = { ...ownerWorld, database: connect(app) };
    const superuser = new pg.Client({ ...server.address, database: 'cairn' });
    await superuser.connect();
    try {
      const place = await makePlace(world);
      const copied = async (title: string) => {
        const indicator = await makeIndicator(world, place, title);
        const seconds = await timed(() => copies(superuser, place, indicator));
        report(`copied in ${seconds.toFixed(1)} s`);
        return seconds;
      };
      const copySeconds = [await copied('First')];
      const csv = await imports(world, place, 'CSV', csvFile);
      copySeconds.push(await copied('Second'));
      const xlsx = await imports(world, place, 'XLSX', xlsxFile);
      copySeconds.push(await copied('Third'));
      const [first = 0, second = 0, third = 0] = copySeconds;
      const ratio = csv.seconds / ((first + second) / 2);
      const ratioOfXlsx = xlsx.seconds / ((second + third) / 2);
      say(args, { rows: rowCount, copySeconds, csv, xlsx, ratio, ratioOfXlsx, marks });
    } finally {
      await superuser.end();
      await world.database.destroy();
      await ownerWorld.database.destroy();
    }
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

type Measured = {
  readonly seconds: number;
  readonly readingSeconds: number;
  readonly savingSeconds: number;
  readonly undoingSeconds: number;
  /** Milliseconds: the longest that the event loop was held up, and the delay that 99 of 100 moments stayed under. */
  readonly longestDelay: number;
  readonly delay99: number;
  /** Milliseconds: the longest piece of work in one go, by the time that the thread had of a processor. */
  readonly longestWork: number;
};

/** Looks, whenever others get their turn, how much of a processor the thread had since their last. */
function watchWork(): () => number {
  const worked = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let longest = 0;
  let before = worked();
  const timer = setInterval(() => {
    const now = worked();
    longest = Math.max(longest, now - before);
    before = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

async function makeIndicator(world: World, { id, actor }: Place, title: string): Promise<string> {
  const given = { title, unit: 'count', betterWhen: 'high', frequency: 'day' };
  const answer = await addIndicator.run(actor, id, given, world);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.id;
}

/** The made-up values, the same in every way they are handed over. */
function* values(): Generator<{ period: string; area: string; value: number }> {
  for (let index = 0; index < rowCount; index += 1) {
    const day = new Date(Date.UTC(2020, 0, 1 + (index % periodCount)));
    const area = `Ward ${Math.floor(index / periodCount) % wardCount}`;
    yield { period: day.toISOString().slice(0, 10), area, value: index % 97 };
  }
}

const headings = ['Indicator', 'Period', 'Area', 'Group', 'Value', 'Numerator', 'Denominator', 'Status', 'Note']; // prettier-ignore

function csvFile(title: string): Promise<Buffer> {
  const lines = [...values()].map(
    ({ period, area, value }) => `${title},${period},${area},All,${value},,,final,Made up`
  );
  return Promise.resolve(Buffer.from([headings.join(','), ...lines].join('\r\n')));
}

async function xlsxFile(title: string): Promise<Buffer> {
  const text = (value: string) => (value === '' ? null : { value });
  const rows = [...values()].map(({ period, area, value }) => [
    ...[title, period, area, 'All'].map(text),
    { value, type: Number },
    null,
    null,
    { value: 'final' },
    { value: 'Made up' }
  ]);
  const data = [headings.map(text), ...rows] as SheetData; // cells of two plain kinds
  return writeXlsxFile(data).toBuffer();
}

async function imports(
  world: World,
  { id: place, actor }: Place,
  title: string,
  makeFile: (title: string) => Promise<Buffer>
): Promise<Measured> {
  await makeIndicator(world, { id: place, actor }, title);
  const bytes = await makeFile(title);
  const look = async (id: string) => {
    const answer = await viewImport.run(actor, place, { id }, world);
    if (!answer.ok) throw new Error(answer.error.kind);
    return answer.value;
  };
  // What making the file left behind is none of the import's.
  globalThis.gc?.();
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const longestWork = watchWork();
  const begun = performance.now();
  const file = await beginImport.run(actor, place, { fileName: `${title}.csv`, bytes }, world);
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  const { id } = file.value;
  await carryOn(actor, place, id, world);
  // New areas are asked for: answered at once, as somebody at a screen would in their own time.
  const { unknown } = await look(id);
  if (unknown.length > 0) {
    const names = unknown.map(({ kind, text }) => ({ kind, text, meaning: 'new-area' }));
    await matchNames.run(actor, place, { id, names }, world);
    await carryOn(actor, place, id, world);
  }
  const preview = await look(id);
  if (preview.counts.added !== rowCount) throw new Error(JSON.stringify([preview.draft?.state, preview.draft?.problem, preview.counts])); // prettier-ignore
  const isRead = performance.now();
  const seen = preview.draft?.touchedAt.toISOString() ?? '';
  const confirmed = await confirmImport.run(actor, place, { id, seen }, world);
  if (!confirmed.ok) throw new Error(confirmed.error.kind);
  await carryOn(actor, place, id, world);
  if ((await look(id)).done === null) throw new Error('The file was not merged.');
  const isSaved = performance.now();
  report(
    `${title}: read in ${((isRead - begun) / 1000).toFixed(1)} s, saved in ${((isSaved - isRead) / 1000).toFixed(1)} s`
  );
  const undone = await undoImport.run(actor, place, { id }, world);
  if (!undone.ok || undone.value.undone !== rowCount) throw new Error('The import was not undone.');
  const isUndone = performance.now();
  loop.disable();
  return {
    seconds: (isSaved - begun) / 1000,
    readingSeconds: (isRead - begun) / 1000,
    savingSeconds: (isSaved - isRead) / 1000,
    undoingSeconds: (isUndone - isSaved) / 1000,
    longestDelay: loop.max / 1e6,
    delay99: loop.percentile(99) / 1e6,
    longestWork: longestWork()
  };
}

/** A bare COPY into the same table, with its triggers, as the superuser: row-level security allows no COPY to anyone else. */
async function copies(client: pg.Client, place: Place, indicatorId: string): Promise<void> {
  await client.query('begin');
  await client.query(
    `select set_config('cairn.partnership_id', $1, true), set_config('cairn.person_id', $2, true),
            set_config('cairn.command_run_id', $3, true)`,
    [place.id, place.actor.personId, randomUUID()]
  );
  const { personId } = place.actor;
  const lines = [...values()].map(
    ({ period, area, value }) =>
    [place.id, randomUUID(), indicatorId, period, period, area, 'all', value, 'final', 'Made up', personId, personId].join('\t') // prettier-ignore
  );
  const statement = `copy indicator_value (partnership_id, id, indicator_id, period, starts, area, breakdown, value, status, note, created_by, updated_by) from stdin`;
  await new Promise<void>((resolve, reject) => {
    client.query(new CopyIn(statement, `${lines.join('\n')}\n`, resolve, reject) as pg.Submittable);
  });
  await client.query('commit');
}

type CopyConnection = pg.Connection & {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
};

/** One COPY … FROM STDIN, in the terms of the driver. */
class CopyIn {
  readonly #statement: string;
  readonly #content: string;
  readonly #resolve: () => void;
  readonly #reject: (fault: Error) => void;

  constructor(
    statement: string,
    content: string,
    resolve: () => void,
    reject: (fault: Error) => void
  ) {
    this.#statement = statement;
    this.#content = content;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: pg.Connection): void {
    (connection as CopyConnection).query(this.#statement); // the driver's types leave this out
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(Buffer.from(this.#content));
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {
    // What follows is ready-for-query.
  }

  handleError(fault: Error): void {
    this.#reject(fault);
  }

  handleReadyForQuery(): void {
    this.#resolve();
  }
}

/** Says how far it has come, for whoever waits. */
function report(words: string): void {
  process.stderr.write(`${words}\n`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

type Answer = {
  readonly rows: number;
  readonly copySeconds: readonly number[];
  readonly csv: Measured;
  readonly xlsx: Measured;
  readonly ratio: number;
  readonly ratioOfXlsx: number;
  readonly marks: typeof marks;
};

function say(args: readonly string[], answer: Answer): void {
  if (args.includes('--json')) {
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    return;
  }
  const line = (what: string, one: Measured, ratio: number, mark: number) =>
    `${what}: ${one.seconds.toFixed(1)} s from file to saved values, ${ratio.toFixed(2)} times the COPY (mark: ${mark}); ` +
    `read ${one.readingSeconds.toFixed(1)} s, saved ${one.savingSeconds.toFixed(1)} s, undone ${one.undoingSeconds.toFixed(1)} s; ` +
    `others waited at most ${one.longestDelay.toFixed(0)} ms, 99 of 100 under ${one.delay99.toFixed(0)} ms, and for work of ours at most ${one.longestWork.toFixed(0)} ms (mark: ${marks.delay})\n`;
  process.stdout.write(
    `${rowCount.toLocaleString('en-GB')} values, bare COPY into the same table: ${answer.copySeconds.map((each) => each.toFixed(1)).join(', ')} s\n` +
      line('CSV ', answer.csv, answer.ratio, marks.csv) +
      line('XLSX', answer.xlsx, answer.ratioOfXlsx, marks.xlsx)
  );
}
