import pg from 'pg';
import { ArchiveRefusal, readArchive, tableShapes, type ArchiveHeader } from './archive.ts';
import { ensureBookkeeping, migrate, readMigrations, type Migration } from './migrations.ts';

/** Why records cannot be restored here, beside what may be wrong with the file itself. */
export type RestoreProblem =
  | { readonly kind: 'not-empty' }
  | { readonly kind: 'from-a-newer-cairn'; readonly name: string }
  | { readonly kind: 'made-by-other-migrations'; readonly name: string }
  | { readonly kind: 'does-not-fit'; readonly table: string; readonly reason: string };

/** Marks a database whose restore has begun and not ended. */
const underWay = 'a restore is under way, or broke off';

/** Thrown where a restore cannot go on; nothing of it has been kept. */
export class RestoreRefusal extends Error {
  readonly problem: RestoreProblem;

  constructor(problem: RestoreProblem) {
    super(problem.kind);
    this.name = 'RestoreRefusal';
    this.problem = problem;
  }
}

/**
 * Reads an archive into a database that holds nothing of Cairn's yet. The structure is first made as it was when the archive was
 * written; then all rows come in one transaction, with the links between tables taken off and put back (and so checked) at its end.
 * Whoever opens the database afterwards brings it up to date.
 *
 * Assumes: `client` is signed in as the owner, outside a transaction.
 * Refuses: `RestoreRefusal` or `ArchiveRefusal`. Rows are then not kept; the empty tables remain, marked, so that another try may use them.
 */
export async function restoreArchive(
  client: pg.ClientBase,
  file: string,
  migrationsFolder: string
): Promise<{ rows: number }> {
  const files = readMigrations(migrationsFolder);
  const { header, rows } = await survey(file);
  const asThen = migrationsOf(header, files);
  await refuseUnlessEmpty(client);
  await ensureBookkeeping(client);
  await client.query(`comment on table public.cairn_migration is '${underWay}'`);
  await migrate(client, asThen);

  await client.query('begin');
  try {
    await client.query('set local row_security = off');
    const putBack = await takeOffTheReins(client);
    const { rows: names } = await client.query<{ names: string | null }>(
      `select string_agg(format('%I', name), ', ') as names from unnest($1::text[]) as name`,
      [(await tableShapes(client)).map(({ table }) => table)]
    );
    if (names[0]?.names) await client.query(`truncate ${names[0].names}`);
    await fill(client, file);
    await endWhatOpens(client);
    for (const statement of putBack) await client.query(statement);
    await client.query('comment on table public.cairn_migration is null');
    await client.query('commit');
  } catch (fault) {
    await client.query('rollback').catch(() => undefined);
    throw fault;
  }
  return { rows };
}

/** Reads the whole file once before anything is touched, so that a damaged one is refused while the database is still empty. */
async function survey(file: string): Promise<{ header: ArchiveHeader; rows: number }> {
  let header: ArchiveHeader | null = null;
  let rows = 0;
  for await (const part of readArchive(file)) {
    if (part.kind === 'header') header = part.header;
    if (part.kind === 'rows') rows += part.lines.length;
  }
  if (header === null) throw new ArchiveRefusal({ kind: 'not-an-archive' });
  return { header, rows };
}

function migrationsOf(header: ArchiveHeader, files: readonly Migration[]): readonly Migration[] {
  return header.migrations.map(({ name, checksum }) => {
    const file = files.find((candidate) => candidate.name === name);
    if (file === undefined) throw new RestoreRefusal({ kind: 'from-a-newer-cairn', name });
    if (file.checksum !== checksum) {
      throw new RestoreRefusal({ kind: 'made-by-other-migrations', name });
    }
    return file;
  });
}

async function refuseUnlessEmpty(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ tables: number; mark: string | null }>(
    `select count(*)::int as tables,
            obj_description(to_regclass('public.cairn_migration'), 'pg_class') as mark
       from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`
  );
  const found = rows[0];
  if (found !== undefined && found.tables > 0 && found.mark !== underWay) {
    throw new RestoreRefusal({ kind: 'not-empty' });
  }
}

/**
 * Lifts what would stand in the way of rows coming in table by table: links between tables, triggers, forced row-level security.
 * Answers with the statements that put all of it back.
 */
async function takeOffTheReins(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows: links } = await client.query<{ off: string; on: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as on
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`
  );
  const { rows: reins } = await client.query<{ off: string; on: string }>(
    `select format('alter table %s disable trigger user', c.oid::regclass) as off,
            format('alter table %s enable trigger user', c.oid::regclass) as on
       from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)
     union all
     select format('alter table %s no force row level security', oid::regclass),
            format('alter table %s force row level security', oid::regclass)
       from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`
  );
  const all = [...links, ...reins];
  for (const { off } of all) await client.query(off);
  return all.map(({ on }) => on);
}

/**
 * What opened Cairn when the backup was taken does not open what is restored of it: whoever had it then may have lost it since. People
 * sign in with their passwords; links to join, tokens and calendar addresses are made anew. Addresses of surveys stay: they hang on walls.
 */
async function endWhatOpens(client: pg.ClientBase): Promise<void> {
  const present = new Set((await tableShapes(client)).map(({ table }) => table));
  for (const [table, statement] of Object.entries(endings)) {
    if (present.has(table)) await client.query(statement);
  }
}

/** By table; an archive may be older than some of them. */
const endings: Readonly<Record<string, string>> = {
  session: 'delete from session',
  known_browser: 'delete from known_browser',
  invitation: 'delete from invitation where used_at is null',
  api_token: 'update api_token set revoked_at = now() where revoked_at is null',
  calendar_address: 'update calendar_address set withdrawn_at = now() where withdrawn_at is null'
};

async function fill(client: pg.ClientBase, file: string): Promise<void> {
  let insert = '';
  let table = '';
  for await (const part of readArchive(file)) {
    if (part.kind === 'table') {
      table = part.table;
      const name = pg.escapeIdentifier(part.table);
      const columns = part.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
      insert = `insert into ${name} (${columns}) overriding system value
                select ${columns} from json_populate_recordset(null::${name}, $1::json)`;
    } else if (part.kind === 'rows') {
      try {
        await client.query(insert, [`[${part.lines.join(',')}]`]);
      } catch (fault) {
        if (!(fault instanceof pg.DatabaseError)) throw fault;
        throw new RestoreRefusal({ kind: 'does-not-fit', table, reason: fault.message });
      }
    } else if (part.kind === 'sequence') {
      await client.query('select setval(to_regclass($1), $2::bigint)', [
        pg.escapeIdentifier(part.name),
        part.value
      ]);
    }
  }
}
