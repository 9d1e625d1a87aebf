import fs from 'node:fs';
import pg from 'pg';
import { appliedMigrations } from './migrations.ts';
import {
  ownerColumn,
  placeFileVersion,
  placeTables,
  speakPlainly,
  type PlaceCounts
} from './place-file.ts';

/** Why a file is not brought in as a partnership. Nothing of it has been kept. */
export type PlacingProblem =
  | { readonly kind: 'no-such-file' }
  | { readonly kind: 'too-large'; readonly mostMegabytes: number }
  | { readonly kind: 'not-a-place' }
  | { readonly kind: 'other-version'; readonly version: unknown }
  /** Written by a newer Cairn, by one too old to be read, or by one that has gone another way; the last may be called as a newer one is. */
  | { readonly kind: 'newer-structure'; readonly there: string; readonly here: string }
  | {
      readonly kind: 'older-structure';
      readonly there: string;
      readonly here: string;
      readonly since: string;
    }
  | { readonly kind: 'other-structure'; readonly there: string; readonly here: string }
  | { readonly kind: 'part-missing'; readonly part: string }
  | { readonly kind: 'unknown-part'; readonly part: string }
  | {
      readonly kind: 'other-count';
      readonly table: string;
      readonly stated: number;
      readonly found: number;
    }
  | { readonly kind: 'already-here'; readonly slug: string }
  | { readonly kind: 'another-person'; readonly email: string }
  | { readonly kind: 'no-content'; readonly pack: string }
  | { readonly kind: 'does-not-fit'; readonly table: string; readonly reason: string };

/** Thrown where a file cannot be brought in. */
export class PlacingRefusal extends Error {
  readonly problem: PlacingProblem;

  constructor(problem: PlacingProblem) {
    super(JSON.stringify(problem));
    this.name = 'PlacingRefusal';
    this.problem = problem;
  }
}

/**
 * Files are read that were written at this change of the structure or later. Every change since only adds: tables, and columns that may be empty
 * or have a default, so that a file without them says nothing untrue. A test reads the changes that come; one that does more moves this line on.
 */
export const readableSince = '0215_kinds_of_action.sql';

/** A text in JavaScript and a value in PostgreSQL both end below half a gigabyte. */
const mostMegabytes = 256;

type Placed = PlaceCounts & {
  readonly slug: string;
  /** E-mail addresses of those who belong to the partnership and have no password here. */
  readonly withoutPassword: readonly string[];
};

/**
 * Reads the document of one partnership, as `writePlaceFile` wrote it, into an installation that does not have it: all of it or nothing.
 * The links between tables, their checks and row-level security stay in force; only the writing of history rests, as it is in the file,
 * and so do the rules of when somebody may write, for what comes was written when they might.
 * Somebody whose e-mail address has an account here is that account; others are added without a password. While it runs, nobody else
 * can save.
 *
 * Assumes: `client` is signed in as the owner, outside a transaction; the database is up to date and has its content.
 * Refuses: throws `PlacingRefusal`.
 */
export async function bringInPlace(client: pg.ClientBase, file: string): Promise<Placed> {
  const { head, text } = readPlaceFile(file);
  await client.query('begin');
  try {
    await speakPlainly(client, head.partnership);
    const isOlder = await isOfOlderStructure(client, head);
    const tables = await placeTables(client);
    const names = tables.map(({ table }) => table);
    for (const part of Object.keys(head.counts)) {
      if (!names.includes(part)) throw new PlacingRefusal({ kind: 'unknown-part', part });
    }
    await client.query(
      `create temporary table incoming on commit drop as
         select key as part, value as rows from json_each(($1::json) -> 'tables')`,
      [text]
    );
    await refuseIfHere(client, head);
    await bringPeople(client, text);
    await letHistoryRest(client, names, 'disable');
    const guarded = await guardedByMoment(client, names);
    for (const table of guarded)
      await client.query(`alter table ${table} no force row level security`);
    for (const table of await parentsFirst(client, names)) {
      const columns = tables.find((one) => one.table === table)?.columns ?? [];
      await fill(client, { table, columns, isOlder }, head);
    }
    for (const table of guarded)
      await client.query(`alter table ${table} force row level security`);
    await letHistoryRest(client, names, 'enable');
    await moveNumbersOn(client, names);
    const withoutPassword = await membersWithoutPassword(client, head.partnership);
    const { rows: people } = await client.query<{ count: number }>(
      `select json_array_length(($1::json) -> 'people') as count`,
      [text]
    );
    await client.query('commit');
    const rows = Object.values(head.counts).reduce((sum, count) => sum + count, 0);
    const counted = { people: people[0]?.count ?? 0, rows, tables: head.counts };
    return { slug: head.slug, ...counted, withoutPassword };
  } catch (fault) {
    await client.query('rollback').catch(() => undefined);
    throw fault;
  }
}

type Head = {
  readonly migration: string;
  readonly partnership: string;
  readonly slug: string;
  readonly spine: string;
  readonly counts: Readonly<Record<string, number>>;
};

/** The text of a file, and what its head says. Values are left to the database to read, which keeps every digit. */
function readPlaceFile(file: string): { head: Head; text: string } {
  let text: string;
  try {
    if (fs.statSync(file).size > mostMegabytes * 1024 * 1024) {
      throw new PlacingRefusal({ kind: 'too-large', mostMegabytes });
    }
    text = fs.readFileSync(file, 'utf8');
  } catch (fault) {
    if (fault instanceof PlacingRefusal) throw fault;
    throw new PlacingRefusal({ kind: 'no-such-file' });
  }
  const found = objectIn(text);
  if (found['cairn'] !== 'place') throw new PlacingRefusal({ kind: 'not-a-place' });
  if (found['version'] !== placeFileVersion) {
    throw new PlacingRefusal({ kind: 'other-version', version: found['version'] });
  }
  return { head: headIn(found), text };
}

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function objectIn(text: string): Loose {
  try {
    const found: unknown = JSON.parse(text);
    if (isObject(found)) return found;
  } catch {
    // Said below, as for any other file that is no such document.
  }
  throw new PlacingRefusal({ kind: 'not-a-place' });
}

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const knownParts = [
  'cairn',
  'version',
  'migration',
  'writtenAt',
  'partnership',
  'slug',
  'counts',
  'leftOut',
  'people',
  'tables'
];

function headIn(found: Loose): Head {
  const unknown = Object.keys(found).find((part) => !knownParts.includes(part));
  if (unknown !== undefined) throw new PlacingRefusal({ kind: 'unknown-part', part: unknown });
  const { migration, partnership, slug, counts, tables, people } = found;
  const missing = (part: string): never => {
    throw new PlacingRefusal({ kind: 'part-missing', part });
  };
  if (typeof migration !== 'string') return missing('migration');
  if (typeof partnership !== 'string' || !uuidForm.test(partnership)) return missing('partnership');
  if (typeof slug !== 'string') return missing('slug');
  if (!Array.isArray(people)) return missing('people');
  if (!isObject(tables)) return missing('tables');
  if (!isObject(counts)) return missing('counts');
  const stated: Record<string, number> = {};
  for (const [table, count] of Object.entries(counts)) {
    if (typeof count !== 'number') return missing(`counts of ${table}`);
    const rows = tables[table];
    if (!Array.isArray(rows)) return missing(table);
    if (rows.length !== count) {
      throw new PlacingRefusal({ kind: 'other-count', table, stated: count, found: rows.length });
    }
    stated[table] = count;
  }
  const uncounted = Object.keys(tables).find((table) => !(table in stated));
  if (uncounted !== undefined) throw new PlacingRefusal({ kind: 'unknown-part', part: uncounted });
  const own: unknown = Array.isArray(tables['partnership']) ? tables['partnership'][0] : null;
  if (!isObject(own) || own['id'] !== partnership || own['slug'] !== slug) {
    return missing('partnership');
  }
  return { migration, partnership, slug, spine: String(own['spine_pack']), counts: stated };
}

/**
 * Whether a file was written by an older structure that can still be read.
 * Refuses: structures before `readableSince`, later than ours, and those that our database has never had.
 */
async function isOfOlderStructure(client: pg.ClientBase, { migration }: Head): Promise<boolean> {
  const applied = (await appliedMigrations(client)).map(({ name }) => name);
  const here = applied.at(-1) ?? '';
  if (migration === here) return false;
  const structures = { there: migration, here };
  if (applied.includes(migration)) {
    if (migration >= readableSince) return true;
    throw new PlacingRefusal({ kind: 'older-structure', ...structures, since: readableSince });
  }
  const kind = migration > here ? 'newer-structure' : 'other-structure';
  throw new PlacingRefusal({ kind, ...structures });
}

async function refuseIfHere(client: pg.ClientBase, head: Head): Promise<void> {
  const { rows: same } = await client.query(
    'select 1 from partnership where id = $1 or slug = $2',
    [head.partnership, head.slug]
  );
  if (same.length > 0) throw new PlacingRefusal({ kind: 'already-here', slug: head.slug });
  const { rows: packs } = await client.query('select 1 from content_pack where id = $1', [
    head.spine
  ]);
  if (packs.length === 0) throw new PlacingRefusal({ kind: 'no-content', pack: head.spine });
}

/**
 * Makes accounts for those who have none, and names in the rows that wait those who have one by the account they have here.
 * Refuses: `another-person` where an identifier belongs to somebody with another e-mail address.
 */
async function bringPeople(client: pg.ClientBase, text: string): Promise<void> {
  await client.query(
    `create temporary table incoming_person on commit drop as
       select * from json_populate_recordset(null::person, ($1::json) -> 'people')`,
    [text]
  );
  const { rows: others } = await client.query<{ email: string }>(
    `select i.email from incoming_person i join person p on p.id = i.id where p.email <> i.email`
  );
  const [other] = others;
  if (other !== undefined) throw new PlacingRefusal({ kind: 'another-person', email: other.email });
  await fitting('people', () =>
    client.query(
      `insert into person (id, email, name, created_at, disabled_at)
       select id, email, name, created_at, disabled_at from incoming_person i
        where not exists (select from person p where p.email = i.email)`
    )
  );
  const { rows: known } = await client.query<{ theirs: string; ours: string }>(
    `select i.id::text as theirs, p.id::text as ours
       from incoming_person i join person p on p.email = i.email where p.id <> i.id`
  );
  // An identifier is made by chance and stands for one person wherever it stands, in history too.
  for (const { theirs, ours } of known) {
    await client.query('update incoming set rows = replace(rows::text, $1, $2)::json', [
      theirs,
      ours
    ]);
  }
}

async function letHistoryRest(
  client: pg.ClientBase,
  tables: readonly string[],
  change: 'disable' | 'enable'
): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `select format('alter table %s ${change} trigger %I', tgrelid::regclass, tgname) as statement
       from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not tgisinternal and tgname like 'record_change%' and c.relnamespace = 'public'::regnamespace and c.relname = any($1)`,
    [tables]
  );
  for (const { statement } of rows) await client.query(statement);
}

/**
 * The tables that row-level security guards by more than the partnership, such as answers that are taken while a round is open. Their
 * rows are still of this partnership alone: `fill` leaves others out.
 */
async function guardedByMoment(
  client: pg.ClientBase,
  tables: readonly string[]
): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name
       from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relforcerowsecurity and c.relname = any($1)
        and exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive)`,
    [tables]
  );
  return rows.map(({ name }) => name);
}

/** The tables in such an order that each comes after those that it links to. */
async function parentsFirst(
  client: pg.ClientBase,
  tables: readonly string[]
): Promise<readonly string[]> {
  const { rows: links } = await client.query<{ child: string; parent: string }>(
    `select child.relname as child, parent.relname as parent
       from pg_constraint f join pg_class child on child.oid = f.conrelid join pg_class parent on parent.oid = f.confrelid
      where f.contype = 'f' and child.oid <> parent.oid and child.relname = any($1) and parent.relname = any($1)`,
    [tables]
  );
  const ordered: string[] = [];
  while (ordered.length < tables.length) {
    const next = tables.filter(
      (table) =>
        !ordered.includes(table) &&
        links.every(({ child, parent }) => child !== table || ordered.includes(parent))
    );
    if (next.length === 0) throw new Error('Tables link to each other in a circle.');
    ordered.push(...next);
  }
  return ordered;
}

async function fill(
  client: pg.ClientBase,
  {
    table,
    columns,
    isOlder
  }: {
    readonly table: string;
    readonly columns: readonly string[];
    readonly isOlder: boolean;
  },
  head: Head
): Promise<void> {
  const { rows: strangers } = await client.query<{ column: string }>(
    `select distinct field as column
       from incoming, json_array_elements(rows) as row, json_object_keys(row) as field
      where part = $1 and field <> all($2) limit 1`,
    [table, columns]
  );
  const [stranger] = strangers;
  if (stranger !== undefined) {
    throw new PlacingRefusal({ kind: 'unknown-part', part: `${table}.${stranger.column}` });
  }
  const name = pg.escapeIdentifier(table);
  // What came later than the file is left to its default.
  const written = isOlder ? await columnsWritten(client, table) : null;
  const own = columns.filter((column) => written === null || written.has(column));
  if (own.length === 0) return;
  const chosen = own.map((column) => pg.escapeIdentifier(column));
  const { rowCount } = await fitting(table, () =>
    client.query(
      `insert into ${name} (${chosen.join(', ')}) overriding system value
       select ${chosen.map((column) => `one.${column}`).join(', ')}
         from incoming waiting, json_populate_recordset(null::${name}, waiting.rows) one
        where waiting.part = $1 and one.${ownerColumn(table)} = $2`,
      [table, head.partnership]
    )
  );
  const stated = head.counts[table] ?? 0;
  const found = rowCount ?? 0;
  // Rows of another partnership are in no document of this one.
  if (found !== stated) throw new PlacingRefusal({ kind: 'other-count', table, stated, found });
}

/** The columns that the rows of a file have. */
async function columnsWritten(client: pg.ClientBase, table: string): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct json_object_keys(row) as name
       from incoming, json_array_elements(rows) as row where part = $1`,
    [table]
  );
  return new Set(rows.map(({ name }) => name));
}

/** The classes of faults that lie in the rows: values of another kind, broken links and rules, rows of another partnership. */
const ofTheRows = /^(22|23|42501)/;

async function fitting<Answer>(table: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (fault) {
    if (!(fault instanceof pg.DatabaseError) || !ofTheRows.test(fault.code ?? '')) throw fault;
    throw new PlacingRefusal({ kind: 'does-not-fit', table, reason: fault.message });
  }
}

/** Rows that are numbered by the database go on after the highest number that came. */
async function moveNumbersOn(client: pg.ClientBase, tables: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
       from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.attidentity <> '' and c.relnamespace = 'public'::regnamespace and c.relname = any($1)`,
    [tables]
  );
  for (const { table, column, sequence } of rows) {
    const name = pg.escapeIdentifier(column);
    await client.query(
      `select setval($1, greatest(nextval($1), (select max(${name}) from ${pg.escapeIdentifier(table)})))`,
      [sequence]
    );
  }
}

async function membersWithoutPassword(
  client: pg.ClientBase,
  partnershipId: string
): Promise<readonly string[]> {
  const { rows } = await client.query<{ email: string }>(
    `select p.email from membership m join person p on p.id = m.person_id
      where m.partnership_id = $1 and p.password_hash is null and p.disabled_at is null order by p.email`,
    [partnershipId]
  );
  return rows.map(({ email }) => email);
}
