import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { tableShapes, type Reader, type TableShape } from './archive.ts';
import { appliedMigrations } from './migrations.ts';

/**
 * Everything one partnership has, as one JSON document (docs/formats.md).
 * Which tables and columns there are the database says: a table that has a partnership is in the document unless it is named below.
 */
export const placeFileVersion = 1;

/** What is of a partnership and does not travel with it, each with the reason. */
export const leftOut: Readonly<Record<string, string>> = {
  invitation: 'It lets somebody into the installation that made it.',
  api_token: 'It lets a program into the installation that made it.',
  api_token_use: 'It goes with the tokens of the API.',
  calendar_address: 'It opens a calendar on the installation that made it.',
  collaborative_member: 'It ties the place to other partnerships, which are not in the file.',
  assessment_share: 'It shows levels to other partnerships, which are not in the file.',
  visit: 'When somebody was last here is no part of the record.',
  test_words: 'The database makes it from the tests of change, and makes it again.',
  service_import: 'It waits for somebody to confirm it, for two days at most.',
  indicator_import_draft: 'It waits for somebody to confirm it, for two days at most.',
  indicator_import_row: 'It goes with files of values that wait to be confirmed.'
};

/** What says how the installation is used, or which other partnerships it has, and not what the partnership has. */
const leftOutColumns: Readonly<Record<string, readonly string[]>> = {
  partnership: ['demonstration'],
  plan_body: ['member_id']
};

/**
 * What is written otherwise than it stands, as SQL over its row: answers of a round that nobody was shown do not travel,
 * so nobody is said to have given one. They answer again where the place is brought in.
 */
const writtenOtherwise: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  assessment_asked: {
    standing: `case when ${inOpenRound()} then 'none' else standing end`,
    on_paper: `on_paper and not ${inOpenRound()}`
  }
};

function inOpenRound(): string {
  return `exists (select from assessment_round r where r.partnership_id = assessment_asked.partnership_id
    and r.id = assessment_asked.round_id and r.status = 'open')`;
}

/** How much there is: rows by table, and people. */
export type PlaceCounts = {
  readonly people: number;
  readonly rows: number;
  readonly tables: Readonly<Record<string, number>>;
};

/** The tables whose rows are a partnership's, with what of each row is in the document; `partnership` is among them. */
export async function placeTables(client: Reader): Promise<readonly TableShape[]> {
  return (await tableShapes(client))
    .filter(({ table, columns }) => table === 'partnership' || columns.includes('partnership_id'))
    .filter(({ table }) => !(table in leftOut))
    .map(({ table, columns }) => {
      const without = leftOutColumns[table] ?? [];
      return { table, columns: columns.filter((column) => !without.includes(column)) };
    });
}

/** The column that says whose a row is. */
export const ownerColumn = (table: string): string =>
  table === 'partnership' ? 'id' : 'partnership_id';

/** Moments are written in full and in one zone, and numbers with every digit, whatever the server's habits are. */
export async function speakPlainly(client: Reader, partnershipId: string): Promise<void> {
  await client.query(`set local timezone = 'UTC'`);
  await client.query('set local extra_float_digits = 1');
  await client.query(`set local bytea_output = 'hex'`);
  await client.query(`set local intervalstyle = 'postgres'`);
  // Row-level security binds the owner too: only this partnership's rows are seen and written, and none as somebody's own.
  await client.query(
    `select set_config('cairn.partnership_id', $1, true), set_config('cairn.person_id', '', true)`,
    [partnershipId]
  );
}

const rowsAtATime = 500;

/** What stands at the top of a document beside what the database says. */
export type PlaceTitle = {
  readonly partnershipId: string;
  readonly slug: string;
  /** The last change of the database's structure. */
  readonly migration: string;
  readonly writtenAt: Date;
};

/**
 * The document of one partnership in pieces, and how much it is. What nobody may see of others' answers is not in it, whoever takes it.
 *
 * Assumes: `client` is within a transaction that sees the records as they were at one moment, and stays in it until the last piece.
 */
export async function placeDocument(
  client: Reader,
  { partnershipId, slug, migration, writtenAt }: PlaceTitle
): Promise<{ readonly counts: PlaceCounts; readonly pieces: AsyncIterable<string> }> {
  await speakPlainly(client, partnershipId);
  const tables = await placeTables(client);
  const people = await peopleIn(client, tables, partnershipId);
  const counts = await countsOf(client, tables, partnershipId, people.length);
  const head = {
    cairn: 'place',
    version: placeFileVersion,
    migration,
    writtenAt: writtenAt.toISOString(),
    partnership: partnershipId,
    slug,
    counts: counts.tables,
    leftOut
  };
  return { counts, pieces: documentOf(client, head, people, tables, partnershipId) };
}

/**
 * Writes the document of one partnership to a file that is not there yet, as its records were at one moment. Answers with how much
 * that was, or with null where no partnership has this address.
 *
 * Assumes: `client` is signed in as the owner, outside a transaction.
 */
export async function writePlaceFile(
  client: pg.ClientBase,
  slug: string,
  file: string,
  writtenAt: Date
): Promise<PlaceCounts | null> {
  await client.query('begin isolation level repeatable read read only');
  try {
    const partnershipId = await findPartnership(client, slug);
    if (partnershipId === null) return null;
    const migration = (await appliedMigrations(client)).at(-1)?.name ?? '';
    const title = { partnershipId, slug, migration, writtenAt };
    const { counts, pieces } = await placeDocument(client, title);
    await pipeline(Readable.from(pieces), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    return counts;
  } finally {
    await client.query('rollback');
  }
}

async function findPartnership(client: Reader, slug: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    'select id from partnership where slug = $1',
    [slug]
  );
  return rows[0]?.id ?? null;
}

/** The part of a query that leaves out history of what is left out: it may hold what opened something. */
function condition(table: string): string {
  const own = `${ownerColumn(table)} = $1`;
  if (table !== 'change') return own;
  const hidden = Object.keys(leftOut).map((name) => pg.escapeLiteral(name));
  return `${own} and table_name not in (${hidden.join(', ')})`;
}

async function countsOf(
  client: Reader,
  tables: readonly TableShape[],
  partnershipId: string,
  people: number
): Promise<PlaceCounts> {
  const counted: Record<string, number> = {};
  for (const { table } of tables) {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from ${pg.escapeIdentifier(table)} where ${condition(table)}`,
      [partnershipId]
    );
    counted[table] = rows[0]?.count ?? 0;
  }
  const all = Object.values(counted).reduce((sum, count) => sum + count, 0);
  return { people, rows: all, tables: counted };
}

/** Everybody whom a row names: by a link to a person, or in a column of that name. */
async function peopleIn(
  client: Reader,
  tables: readonly TableShape[],
  partnershipId: string
): Promise<readonly string[]> {
  const { rows: links } = await client.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relname = any($1)
        and (a.attname = 'person_id' or exists (
          select from pg_constraint f
           where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'person'::regclass and f.conkey = array[a.attnum]))
      order by 1, 2`,
    [tables.map(({ table }) => table)]
  );
  const named = links.map(
    ({ table, column }) =>
      `select ${pg.escapeIdentifier(column)} from ${pg.escapeIdentifier(table)} where ${condition(table)}`
  );
  const { rows } = await client.query<{ line: string }>(
    `select row_to_json(one)::text as line from (
       select id, email, name, created_at, disabled_at from person where id in (${named.join(' union ')}) order by id) one`,
    [partnershipId]
  );
  return rows.map(({ line }) => line);
}

/** The document in pieces: one line a row, each as PostgreSQL itself writes it, so nothing is lost on the way through a program. */
async function* documentOf(
  client: Reader,
  head: Readonly<Record<string, unknown>>,
  people: readonly string[],
  tables: readonly TableShape[],
  partnershipId: string
): AsyncGenerator<string> {
  yield JSON.stringify(head, null, 2).replace(/\n\}$/, ',\n');
  yield `  "people": [${people.map((line) => `\n    ${line}`).join(',')}],\n  "tables": {`;
  for (const [index, shape] of tables.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(shape.table)}: [`;
    let isFirst = true;
    for await (const lines of rowsOf(client, shape, partnershipId)) {
      yield `${isFirst ? '' : ','}${lines.map((line) => `\n      ${line}`).join(',')}`;
      isFirst = false;
    }
    yield ']';
  }
  yield '\n  }\n}\n';
}

async function* rowsOf(
  client: Reader,
  { table, columns }: TableShape,
  partnershipId: string
): AsyncGenerator<readonly string[]> {
  const chosen = columns
    .map((column) => {
      const name = pg.escapeIdentifier(column);
      const other = writtenOtherwise[table]?.[column];
      return other === undefined ? name : `${other} as ${name}`;
    })
    .join(', ');
  await client.query(
    `declare place_rows no scroll cursor for
       select row_to_json(chosen)::text as line from (
         select ${chosen} from ${pg.escapeIdentifier(table)}
          where ${condition(table)} order by ${await keyOf(client, table)}) chosen`,
    [partnershipId]
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${rowsAtATime} from place_rows`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await client.query('close place_rows');
}

/** The columns of a table's primary key, so that the same records are written in the same order. */
async function keyOf(client: Reader, table: string): Promise<string> {
  const { rows } = await client.query<{ column: string }>(
    `select a.attname as column
       from pg_constraint k
       cross join lateral unnest(k.conkey) with ordinality as part(number, position)
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.number
      where k.contype = 'p' and k.conrelid = to_regclass($1)
      order by part.position`,
    [pg.escapeIdentifier(table)]
  );
  if (rows.length === 0) throw new Error(`The table ${table} has no primary key.`);
  return rows.map(({ column }) => pg.escapeIdentifier(column)).join(', ');
}
