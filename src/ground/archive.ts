import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import type { AppliedMigration } from './migrations.ts';
import { appliedMigrations } from './migrations.ts';

/**
 * An archive is lines of JSON, compressed. The first says what it is; an array announces a table or the end; an object is a row, as
 * PostgreSQL itself writes it, so nothing is lost on the way through a program.
 */
export type ArchiveHeader = {
  readonly cairn: 'backup';
  /** 2 ends with a checksum; 1 did not. */
  readonly format: 1 | 2;
  readonly takenAt: string;
  readonly postgres: string;
  readonly migrations: readonly AppliedMigration[];
};

/** Why a file cannot be restored. */
export type ArchiveProblem =
  | { readonly kind: 'no-such-file' }
  | { readonly kind: 'not-an-archive' }
  | { readonly kind: 'other-format'; readonly format: unknown }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'altered' };

const rowsAtATime = 500;

/** Tables that belong to the installation and not to its records: the restored database has its own. */
const bookkeeping = ['cairn_migration', 'cairn_installation'];

/** What opens Cairn for somebody today, and nothing of anybody: a backup does not hold it, and so cannot bring it back. */
const notKept = ['session', 'known_browser', 'saving_probe'];

/** A table and the columns that hold something of its own; generated columns make themselves again. */
/** Whoever asks the database within a transaction: a connection of the owner's, or of the application's. */
export type Reader = {
  query<Row extends pg.QueryResultRow>(
    text: string,
    values?: unknown[]
  ): Promise<{ readonly rows: Row[] }>;
};

export type TableShape = { readonly table: string; readonly columns: readonly string[] };

/** Cairn's tables, by name. */
export async function tableShapes(client: Reader): Promise<readonly TableShape[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select c.relname as table,
            array(select a.attname::text from pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                   order by a.attnum) as columns
       from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> all($1)
      order by c.relname`,
    [bookkeeping]
  );
  return rows;
}

/**
 * Writes everything in the database to a file, as it was at one moment, and answers with how much that was.
 * An owner who may not bypass row-level security lifts its force for the length of the transaction, which is then rolled back:
 * nothing changes, but others wait until the backup is done.
 *
 * Assumes: `client` is signed in as the owner, outside a transaction, and the file is not there yet.
 */
export async function writeArchive(
  client: pg.ClientBase,
  file: string,
  takenAt: Date
): Promise<{ tables: number; rows: number }> {
  await client.query('begin isolation level repeatable read');
  try {
    await client.query(`set local lock_timeout = '60s'`);
    await client.query('set local row_security = off');
    // Times are written in full and in one zone, whatever the server's habits are.
    await client.query(`set local timezone = 'UTC'`);
    await client.query('set local extra_float_digits = 1');
    await client.query(`set local bytea_output = 'hex'`);
    await client.query(`set local intervalstyle = 'postgres'`);
    await liftForcedRowSecurity(client);
    const counted = { tables: 0, rows: 0 };
    await pipeline(
      Readable.from(archiveLines(client, takenAt, counted)),
      createGzip(),
      createWriteStream(file, { flags: 'wx', mode: 0o600 })
    );
    return counted;
  } finally {
    await client.query('rollback');
  }
}

async function liftForcedRowSecurity(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relforcerowsecurity
        and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
      order by 1`
  );
  for (const { name } of rows)
    await client.query(`alter table ${name} no force row level security`);
}

/** The lines of an archive, and at last its end: how many rows there were, and the SHA-256 of every line before. */
async function* archiveLines(
  client: pg.ClientBase,
  takenAt: Date,
  counted: { tables: number; rows: number }
): AsyncGenerator<string> {
  const checksum = createHash('sha256');
  for await (const lines of contentLines(client, takenAt, counted)) {
    checksum.update(lines);
    yield lines;
  }
  yield `${JSON.stringify(['end', counted.rows, checksum.digest('hex')])}\n`;
}

async function* contentLines(
  client: pg.ClientBase,
  takenAt: Date,
  counted: { tables: number; rows: number }
): AsyncGenerator<string> {
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`
  );
  const header: ArchiveHeader = {
    cairn: 'backup',
    format: 2,
    takenAt: takenAt.toISOString(),
    postgres: rows[0]?.version ?? '',
    migrations: await appliedMigrations(client)
  };
  yield `${JSON.stringify(header)}\n`;
  for (const { table, columns } of await tableShapes(client)) {
    if (notKept.includes(table)) continue;
    yield `${JSON.stringify(['table', table, columns])}\n`;
    counted.tables += 1;
    const chosen = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
    await client.query(
      `declare archive_rows no scroll cursor for
         select row_to_json(chosen)::text as line from (select ${chosen} from ${pg.escapeIdentifier(table)}) chosen`
    );
    for (;;) {
      const batch = await client.query<{ line: string }>(`fetch ${rowsAtATime} from archive_rows`);
      if (batch.rows.length === 0) break;
      counted.rows += batch.rows.length;
      // JSON columns may hold line ends of their own between their parts; a line here is a row.
      yield batch.rows
        .map(({ line }) => `${line.replaceAll('\n', ' ').replaceAll('\r', ' ')}\n`)
        .join('');
    }
    await client.query('close archive_rows');
  }
  for (const [name, value] of await sequencePositions(client)) {
    yield `${JSON.stringify(['sequence', name, value])}\n`;
  }
}

async function sequencePositions(client: pg.ClientBase): Promise<(readonly [string, string])[]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select sequencename as name, last_value::text as value
       from pg_sequences where schemaname = 'public' and last_value is not null order by 1`
  );
  return rows.map(({ name, value }) => [name, value] as const);
}

/** One part of an archive, as it is read. */
export type ArchivePart =
  | { readonly kind: 'header'; readonly header: ArchiveHeader }
  | { readonly kind: 'table'; readonly table: string; readonly columns: readonly string[] }
  | { readonly kind: 'rows'; readonly lines: readonly string[] }
  | { readonly kind: 'sequence'; readonly name: string; readonly value: string }
  | { readonly kind: 'end'; readonly rows: number; readonly checksum: string | null };

/** Thrown where a file turns out to be no archive, or not a whole one. */
export class ArchiveRefusal extends Error {
  readonly problem: ArchiveProblem;

  constructor(problem: ArchiveProblem) {
    super(problem.kind);
    this.name = 'ArchiveRefusal';
    this.problem = problem;
  }
}

/** Reads an archive part by part, rows in batches, and makes sure at the end that all of it was there. */
export async function* readArchive(file: string): AsyncGenerator<ArchivePart> {
  let batch: string[] = [];
  let rowCount = 0;
  let position = 0;
  let isWhole = false;
  let hasChecksum = false;
  const checksum = createHash('sha256');
  for await (const line of archiveFileLines(file)) {
    position += 1;
    const isEnd = line.startsWith('["end"');
    if (!isEnd) checksum.update(`${line}\n`);
    if (position === 1) {
      const header = headerIn(line);
      hasChecksum = header.format >= 2;
      yield { kind: 'header', header };
    } else if (line.startsWith('{')) {
      rowCount += 1;
      batch.push(line);
      if (batch.length === rowsAtATime) {
        yield { kind: 'rows', lines: batch };
        batch = [];
      }
    } else {
      if (batch.length > 0) yield { kind: 'rows', lines: batch };
      batch = [];
      const part = markIn(line);
      if (part.kind === 'end' && hasChecksum && part.checksum !== checksum.digest('hex')) {
        throw new ArchiveRefusal({ kind: 'altered' });
      }
      isWhole = part.kind === 'end' && part.rows === rowCount;
      yield part;
    }
  }
  if (position === 0) throw new ArchiveRefusal({ kind: 'not-an-archive' });
  if (!isWhole) throw new ArchiveRefusal({ kind: 'incomplete' });
}

/** The lines of a compressed file. Only a line feed ends one: text may hold other characters that some programs take for line ends. */
async function* archiveFileLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  source.on('error', (fault) => unpacked.destroy(fault));
  const decoder = new TextDecoder();
  let unfinished = '';
  try {
    for await (const chunk of source.pipe(unpacked)) {
      // A stream of bytes gives buffers.
      const lines = (unfinished + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
      unfinished = lines.pop() ?? '';
      yield* lines;
    }
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
    if (code === 'ENOENT') throw new ArchiveRefusal({ kind: 'no-such-file' });
    if (code === 'Z_BUF_ERROR') throw new ArchiveRefusal({ kind: 'incomplete' });
    if (code === 'Z_DATA_ERROR') throw new ArchiveRefusal({ kind: 'not-an-archive' });
    throw fault;
  }
  if (unfinished !== '') throw new ArchiveRefusal({ kind: 'incomplete' });
}

function headerIn(line: string): ArchiveHeader {
  const found = parsed(line);
  if (typeof found !== 'object' || found === null || !('cairn' in found)) {
    throw new ArchiveRefusal({ kind: 'not-an-archive' });
  }
  if (!('format' in found) || (found.format !== 1 && found.format !== 2)) {
    const format = 'format' in found ? found.format : undefined;
    throw new ArchiveRefusal({ kind: 'other-format', format });
  }
  // Format 2 is what archiveLines writes; format 1 was the same without a checksum.
  return found as ArchiveHeader;
}

function markIn(line: string): ArchivePart {
  const found = parsed(line);
  if (Array.isArray(found)) {
    const [kind, first, second] = found as unknown[];
    if (kind === 'table' && typeof first === 'string' && Array.isArray(second)) {
      return { kind, table: first, columns: second.map(String) };
    }
    if (kind === 'sequence' && typeof first === 'string') {
      return { kind, name: first, value: String(second) };
    }
    if (kind === 'end' && typeof first === 'number') {
      return { kind, rows: first, checksum: typeof second === 'string' ? second : null };
    }
  }
  throw new ArchiveRefusal({ kind: 'not-an-archive' });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new ArchiveRefusal({ kind: 'not-an-archive' });
  }
}
