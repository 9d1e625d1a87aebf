import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { connect } from '#ground/connection';
import { leftOut, placeTables, writePlaceFile } from '#ground/place-file';
import { migrate, migrationsFolder, readMigrations } from '#ground/migrations';
import { bringInPlace, PlacingRefusal, readableSince } from '#ground/placing';
import { notePlaceTaken, viewPlaceTaken, viewPlaceToTakeAway } from '#modules/partnerships/server';
import type { PartnershipId, PersonId } from '#platform/ids';
import { addressOf, cairn } from '../../tests/support/command-line.ts';
import { emptyDatabase, freshDatabase, testDatabase } from '../../tests/support/database.ts';
import { valueOf } from '../../tests/support/good.ts';
import { worldOn } from '../../tests/support/world.ts';
import { makeTemporaryFolder } from '../../tests/support/temporary-folder.ts';
import { loadDemonstration } from './demo.ts';

const here = await testDatabase();
await loadDemonstration(here, () => undefined);
const writtenAt = new Date('2026-03-01T09:00:00Z');
const someoneElse = '00000000-0000-4000-8000-0000000000ff';

beforeEach(() => {
  vi.stubEnv('CAIRN_MODE', '');
  vi.stubEnv('CAIRN_DEMO', '');
  return () => vi.unstubAllEnvs();
});

async function open(config: pg.PoolConfig): Promise<pg.Client> {
  const client = await connect(config);
  onTestFinished(() => client.end());
  return client;
}

function temporaryFile(name: string): string {
  const folder = makeTemporaryFolder('place');
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, name);
}

async function exported(owner: pg.PoolConfig, slug: string): Promise<string> {
  const file = temporaryFile('place.json');
  expect(await writePlaceFile(await open(owner), slug, file, writtenAt)).not.toBeNull();
  return file;
}

type Document = {
  version: number;
  migration: string;
  partnership: string;
  counts: Record<string, number>;
  people: Record<string, unknown>[];
  tables: Record<string, Record<string, unknown>[]>;
  [part: string]: unknown;
};
const read = (file: string) => JSON.parse(fs.readFileSync(file, 'utf8')) as Document; // as just written

/** The rows of a table that the demonstration fills. */
function rowsIn(document: Document, table: string): Record<string, unknown>[] {
  const rows = document.tables[table] ?? [];
  expect(rows.length).toBeGreaterThan(0);
  return rows;
}

/** The file with something changed, tried in an empty installation: what stood in the way. */
async function refused(file: string, change: (document: Document) => void): Promise<unknown> {
  const document = read(file);
  change(document);
  const changed = temporaryFile('changed.json');
  fs.writeFileSync(changed, JSON.stringify(document));
  return problemOf((await there()).owner, changed);
}

async function problemOf(owner: pg.PoolConfig, file: string): Promise<unknown> {
  try {
    await bringInPlace(await open(owner), file);
    return 'was brought in';
  } catch (fault) {
    if (fault instanceof PlacingRefusal) return fault.problem;
    throw fault;
  }
}

/** One empty installation for all that is refused: each refusal leaves it empty, or the next one fails. */
let emptyOne: ReturnType<typeof freshDatabase> | undefined;
const there = () => (emptyOne ??= freshDatabase());

describe('a whole place as JSON', () => {
  test.each(['fernhollow', 'trafford', 'tayside', 'published-examples'])(
    '%s comes back equal in an empty installation',
    async (slug) => {
      const file = await exported(here.owner, slug);
      const away = await freshDatabase();
      const placed = await bringInPlace(await open(away.owner), file);
      expect(placed.tables).toEqual(read(file).counts);
      expect(fs.readFileSync(await exported(away.owner, slug), 'utf8')).toBe(
        fs.readFileSync(file, 'utf8')
      );
      expect(await bareRows(away.owner, read(file).partnership)).toEqual(
        await bareRows(here.owner, read(file).partnership)
      );
    }
  );

  test('leaves row-level security in force, and brings answers of a round that was revealed', async () => {
    const file = await exported(here.owner, 'fernhollow');
    const document = read(file);
    const statusOf = new Map(
      rowsIn(document, 'assessment_round').map(({ id, status }) => [id, status])
    );
    const told = new Set(
      rowsIn(document, 'assessment_answer').map((one) => statusOf.get(one['round_id']))
    );
    expect(told).toEqual(new Set(['revealed', 'closed']));
    // Answers of an open round stay behind, so nobody is said to have given one.
    const asked = rowsIn(document, 'assessment_asked');
    const inOpen = asked.filter((one) => statusOf.get(one['round_id']) === 'open');
    expect(new Set(inOpen.map((one) => one['standing']))).toEqual(new Set(['none']));
    expect(asked.some((one) => one['standing'] === 'done' && one['on_paper'] === true)).toBe(true);
    const away = await freshDatabase();
    const client = await open(away.owner);
    await bringInPlace(client, file);
    const { rows } = await client.query(
      `select relname from pg_class where relrowsecurity and not relforcerowsecurity`
    );
    expect(rows).toEqual([]);
  });

  test('holds every table of a partnership but those that are named with their reason', async () => {
    const client = await open(here.owner);
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'partnership_id'
        union select 'partnership' order by 1`
    );
    const inFile = (await placeTables(client)).map(({ table }) => table);
    const notInFile = Object.keys(leftOut);
    // A command's run need not be of a partnership; where it is, it is in the file too.
    expect([...inFile, ...notInFile].sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  test('holds nothing that lets anybody in', async () => {
    const file = await exported(here.owner, 'fernhollow');
    const text = fs.readFileSync(file, 'utf8');
    expect(text).not.toMatch(/token_hash|password|argon2|site_administrator/);
    expect(read(file).people.map((one) => Object.keys(one).sort())[0]).toEqual([
      'created_at',
      'disabled_at',
      'email',
      'id',
      'name'
    ]);
    expect(read(file).tables['membership']?.map((one) => one['role'])).toContain('coordinator');
  });

  test('knows people by their e-mail address', async () => {
    const file = await exported(here.owner, 'fernhollow');
    const away = await freshDatabase();
    const client = await open(away.owner);
    const email = 'coordinator@fernhollow.example';
    await client.query(
      `insert into person (id, email, name, site_administrator) values ($1, $2, 'Known here', true)`,
      [someoneElse, email]
    );
    await bringInPlace(client, file);
    const theirs = read(file).people.find((one) => one['email'] === email)?.['id'];
    const { rows } = await client.query<{ theirs: number; ours: number }>(
      `select (select count(*)::int from person where id = $1) as theirs,
              (select count(*)::int from person where email = $2 and name = 'Known here' and id = $3) as ours`,
      [theirs, email, someoneElse]
    );
    expect(rows).toEqual([{ theirs: 0, ours: 1 }]);
    const again = fs.readFileSync(await exported(away.owner, 'fernhollow'), 'utf8');
    expect(again).not.toContain(String(theirs));
    expect(again).toContain(someoneElse);
  });

  test('taken out by the page is what the command writes', async () => {
    const world = await worldOn(here);
    const document = read(await exported(here.owner, 'fernhollow'));
    const coordinator = document.tables['membership']?.find((one) => one['role'] === 'coordinator');
    const place = document.partnership as PartnershipId; // as just read of the database
    const actor = { personId: coordinator?.['person_id'] as PersonId }; // as just read of the database
    const structure = document.migration;
    const taken = () => viewPlaceToTakeAway.run(actor, place, { structure }, world);
    const { text } = valueOf(await taken());
    const moment = /"writtenAt": "[^"]*"/;
    expect(text?.replace(moment, '')).toBe(
      fs.readFileSync(await exported(here.owner, 'fernhollow'), 'utf8').replace(moment, '')
    );
    valueOf(await notePlaceTaken.run(actor, place, {}, world));
    expect(valueOf(await viewPlaceTaken.run(actor, place, {}, world)).taken).toHaveLength(1);
  });

  test('written by an older structure comes in, and what came later has its default', async () => {
    const old = await emptyDatabase();
    const client = await open(old.owner);
    const files = readMigrations(migrationsFolder);
    const then = files.filter(({ name }) => name <= '0230_imports_of_services.sql');
    await migrate(client, then);
    const shapes = new Map((await placeTables(client)).map((one) => [one.table, one.columns]));
    const document = read(await exported(here.owner, 'fernhollow'));
    document.migration = then.at(-1)?.name ?? '';
    for (const [table, rows] of Object.entries(document.tables)) {
      const columns = shapes.get(table);
      if (columns === undefined) {
        Reflect.deleteProperty(document.tables, table);
        Reflect.deleteProperty(document.counts, table);
      } else {
        document.tables[table] = rows.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column)))
        );
      }
    }
    expect(Object.keys(document.tables)).not.toContain('assessment_round');
    const file = temporaryFile('old.json');
    fs.writeFileSync(file, JSON.stringify(document));
    const away = await freshDatabase();
    await bringInPlace(await open(away.owner), file);
    const now = read(await exported(away.owner, 'fernhollow'));
    expect(rowsIn(now, 'service')[0]).toMatchObject({ times: '', who_for: '' });
    expect(rowsIn(now, 'service')).toHaveLength(rowsIn(document, 'service').length);
  });

  test('can be read since a structure after which changes only add', () => {
    const later = readMigrations(migrationsFolder).filter(({ name }) => name > readableSince);
    expect(later.length).toBeGreaterThan(20);
    const more = later.filter(({ sql }) =>
      /^\s*(update|delete from|insert into)\b|\b(drop column|rename|set not null|drop default)\b|\balter column \w+ type\b/im.test(sql.replaceAll(/--.*$/gm, '').replaceAll(/create (or replace )?function[\s\S]*?\$\$[\s\S]*?\$\$/gi, '').replaceAll(/comment on [^;]*;/gi, ''))
    ); // prettier-ignore
    expect(more.map(({ name }) => name)).toEqual([]);
  });

  test('is refused where something is not known or not as it should be', async () => {
    const file = await exported(here.owner, 'fernhollow');
    expect(await refused(file, (one) => (one.version = 2))).toEqual({
      kind: 'other-version',
      version: 2
    });
    expect(await refused(file, (one) => (one.migration = '9999_later.sql'))).toMatchObject({
      kind: 'newer-structure',
      there: '9999_later.sql'
    });
    expect(
      await refused(file, (one) => (one.migration = '0205_aims_of_their_own.sql'))
    ).toMatchObject({
      kind: 'older-structure',
      since: readableSince
    });
    expect(await refused(file, (one) => (one.migration = '0216_elsewhere.sql'))).toMatchObject({
      kind: 'other-structure'
    });
    expect(await refused(file, (one) => (one['extra'] = true))).toEqual({
      kind: 'unknown-part',
      part: 'extra'
    });
    const unknownTable = (one: Document) => {
      one.tables['session'] = [];
      one.counts['session'] = 0;
    };
    expect(await refused(file, unknownTable)).toEqual({ kind: 'unknown-part', part: 'session' });
    const unknownColumn = (one: Document) =>
      Object.assign(rowsIn(one, 'service')[0] ?? {}, { cost: 5 });
    expect(await refused(file, unknownColumn)).toEqual({
      kind: 'unknown-part',
      part: 'service.cost'
    });
    expect(await refused(file, (one) => rowsIn(one, 'service').pop())).toMatchObject({
      kind: 'other-count',
      table: 'service'
    });
    const ofAnother = (one: Document) =>
      Object.assign(rowsIn(one, 'service')[0] ?? {}, { partnership_id: someoneElse });
    expect(await refused(file, ofAnother)).toMatchObject({ kind: 'other-count', table: 'service' });
    const unlinked = (one: Document) => {
      Object.assign(rowsIn(one, 'service_factor')[0] ?? {}, { service_id: someoneElse });
    };
    expect(await refused(file, unlinked)).toMatchObject({
      kind: 'does-not-fit',
      table: 'service_factor'
    });
    expect(await refused(file, (one) => (one.people = []))).toMatchObject({ kind: 'does-not-fit' });
    // All the while nothing was kept, and history is written as before.
    await bringInPlace(await open((await there()).owner), file);
    expect(await problemOf((await there()).owner, file)).toEqual({
      kind: 'already-here',
      slug: 'fernhollow'
    });
    const client = await open((await there()).owner);
    const place = read(file).partnership;
    await client.query('begin');
    await client.query(`select set_config('cairn.partnership_id', $1, true)`, [place]);
    const changes = 'select count(*)::int as count from change';
    const before = (await client.query<{ count: number }>(changes)).rows[0]?.count ?? 0;
    await client.query(`update partnership set about = 'Changed'`);
    expect((await client.query(changes)).rows).toEqual([{ count: before + 1 }]);
    await client.query('rollback');
  });

  test('goes out and in on the command line, and says who cannot sign in yet', async () => {
    vi.stubEnv('DATABASE_URL', addressOf(here.owner));
    const file = temporaryFile('trafford.json');
    const out = await cairn(['export', 'place', 'trafford', file]);
    expect(out).toMatchObject({ code: 0, answer: { file, tables: { service: 121 } } });
    expect((await cairn(['export', 'place', 'trafford', file])).problems).toContain(
      'there already'
    );
    expect((await cairn(['export', 'place', 'nowhere'])).problems).toContain('no partnership');

    const away = await freshDatabase();
    vi.stubEnv('DATABASE_URL', addressOf(away.owner));
    const email = 'coordinator@trafford.example';
    const into = await cairn(['import', 'place', file]);
    expect(into).toMatchObject({
      code: 0,
      answer: { slug: 'trafford', tables: { service: 121 }, withoutPassword: [email] }
    });
    expect((await cairn(['import', 'place', file])).problems).toContain('is here already');
    const set = ['user', 'set-password', '--email', email];
    expect(await cairn(set, 'a bell and five stairs\n')).toMatchObject({ code: 0 });
    expect((await cairn(set, 'another bell and stairs\n')).problems).toContain('has a password');
    fs.writeFileSync(file, '{"cairn":"backup"}');
    expect((await cairn(['import', 'place', file])).problems).toContain('is not a file that');
  });
});

/**
 * What is not written as it stands: how far people are in a round that is open, as if they had not begun; and which partnership of the
 * installation a body is.
 */
const writtenOtherwise: Readonly<Record<string, string>> = {
  assessment_asked: `- 'standing' - 'on_paper'`,
  plan_body: `- 'member_id'`
};

/** Every row of the place as PostgreSQL prints it, without the file in between. */
async function bareRows(owner: pg.PoolConfig, place: string): Promise<Record<string, string[]>> {
  const client = await open(owner);
  await client.query('begin');
  await client.query(`select set_config('cairn.partnership_id', $1, true)`, [place]);
  const found: Record<string, string[]> = {};
  for (const { table } of await placeTables(client)) {
    const whose = table === 'partnership' ? 'id' : 'partnership_id';
    const without = writtenOtherwise[table] ?? '';
    const { rows } = await client.query<{ line: { table_name?: string } }>(
      `select row_to_json(one)::jsonb - 'demonstration' ${without} as line from ${table} one where ${whose} = $1`,
      [place]
    );
    const ofWhatIsThere = rows.filter(({ line }) => !((line.table_name ?? '') in leftOut));
    found[table] = ofWhatIsThere.map(({ line }) => JSON.stringify(line)).sort();
  }
  await client.query('rollback');
  return found;
}
