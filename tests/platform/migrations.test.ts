import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { connect, prepareDatabase } from '../../src/ground/connection.ts';
import {
  appliedMigrations,
  migrate,
  migrationProblem,
  readMigrations,
  type Migration
} from '../../src/ground/migrations.ts';
import { emptyDatabase } from '../support/database.ts';
import { refusalOf } from '../support/refusals.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = makeTemporaryFolder('migrations');
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  for (const [name, sql] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), sql);
  return folder;
}

const first = { '0001_first.sql': 'create table first (word text);' };
const second = { '0002_second.sql': `insert into first values ('from the second');` };

async function asOwner(): Promise<{ client: pg.Client; config: pg.PoolConfig }> {
  const { owner } = await emptyDatabase();
  const client = await connect(owner);
  onTestFinished(() => client.end());
  return { client, config: owner };
}

async function wordsIn(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ word: string }>('select word from first order by word');
  return rows.map(({ word }) => word);
}

describe('reading migrations', () => {
  test('answers in the order of their numbers', () => {
    const folder = folderWith({ ...second, ...first, 'README.md': 'not one of them' });
    expect(readMigrations(folder).map(({ name, number }) => [name, number])).toEqual([
      ['0001_first.sql', 1],
      ['0002_second.sql', 2]
    ]);
  });

  test('knows a file again although the checkout ends its lines in another way', () => {
    const [here] = readMigrations(folderWith({ '0001_a.sql': 'select 1;\nselect 2;\n' }));
    const [there] = readMigrations(folderWith({ '0001_a.sql': 'select 1;\r\nselect 2;\r\n' }));
    expect(here?.checksum).toBe(there?.checksum);
  });

  test.each([{ name: '1_short.sql' }, { name: '0002-dashes.sql' }, { name: '0001_again.sql' }])(
    'refuses $name beside 0001_again2.sql',
    async ({ name }) => {
      const folder = folderWith({ '0001_again2.sql': '', [name]: '' });
      expect(await refusalOf(() => readMigrations(folder))).toMatchObject({
        kind: 'migration-misnamed'
      });
    }
  );
});

describe('what a database has, beside what the files say', () => {
  const file = (number: number, checksum = 'same'): Migration => ({
    name: `000${number}_x.sql`,
    number,
    sql: '',
    checksum
  });

  test.each([
    { about: 'nothing yet', files: [file(1)], applied: [], problem: null },
    { about: 'all of it', files: [file(1), file(2)], applied: [file(1), file(2)], problem: null },
    { about: 'the first of two', files: [file(1), file(2)], applied: [file(1)], problem: null },
    {
      about: 'a first that reads differently',
      files: [file(1, 'other')],
      applied: [file(1)],
      problem: { kind: 'migration-changed', name: '0001_x.sql' }
    },
    {
      about: 'a second that is not here, though the third is',
      files: [file(1), file(3)],
      applied: [file(1), file(2)],
      problem: { kind: 'migration-missing', name: '0002_x.sql' }
    },
    {
      about: 'more than this Cairn knows',
      files: [file(1)],
      applied: [file(1), file(2)],
      problem: { kind: 'database-newer', name: '0002_x.sql' }
    },
    {
      about: 'the third, and now a second has come',
      files: [file(1), file(2), file(3)],
      applied: [file(1), file(3)],
      problem: { kind: 'migration-out-of-order', name: '0002_x.sql', after: '0003_x.sql' }
    }
  ])('$about', ({ files, applied, problem }) => {
    expect(migrationProblem(files, applied)).toEqual(problem);
  });
});

describe('migrating', () => {
  test('applies what is missing, once, and remembers it', async () => {
    const { client } = await asOwner();
    expect(await migrate(client, readMigrations(folderWith(first)))).toEqual(['0001_first.sql']);
    const both = readMigrations(folderWith({ ...first, ...second }));
    expect(await migrate(client, both)).toEqual(['0002_second.sql']);
    expect(await migrate(client, both)).toEqual([]);
    expect(await wordsIn(client)).toEqual(['from the second']);
    expect(await appliedMigrations(client)).toEqual(
      both.map(({ name, checksum }) => ({ name, checksum }))
    );
  });

  test('four servers starting at once apply each migration exactly once', async () => {
    const { client, config } = await asOwner();
    const folder = folderWith({
      '0001_first.sql': 'create table first (word text); select pg_sleep(0.2);',
      ...second,
      '0003_third.sql': `insert into first values ('from the third'); select pg_sleep(0.1);`
    });
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => prepareDatabase(config, undefined, folder))
    );
    expect(answers.flatMap(({ migrated }) => migrated).sort()).toEqual([
      '0001_first.sql',
      '0002_second.sql',
      '0003_third.sql'
    ]);
    expect(await wordsIn(client)).toEqual(['from the second', 'from the third']);
    // All four were handed the same way in.
    expect(new Set(answers.map(({ app }) => JSON.stringify(app))).size).toBe(1);
  });

  test('a failing migration keeps nothing of itself and everything before it', async () => {
    const { client } = await asOwner();
    const broken = {
      ...first,
      '0002_broken.sql': `insert into first values ('half'); select 1 / 0;`
    };
    expect(await refusalOf(() => migrate(client, readMigrations(folderWith(broken))))).toEqual({
      kind: 'migration-failed',
      name: '0002_broken.sql',
      reason: 'division by zero'
    });
    expect(await wordsIn(client)).toEqual([]);
    expect(await appliedMigrations(client)).toHaveLength(1);
  });

  test('a migration that ends its own transaction is refused', async () => {
    const { client } = await asOwner();
    const files = readMigrations(folderWith({ '0001_first.sql': 'select 1; commit; begin;' }));
    expect(await refusalOf(() => migrate(client, files))).toMatchObject({
      kind: 'migration-failed',
      name: '0001_first.sql'
    });
  });

  test('a statement that row-level security would quietly narrow fails aloud', async () => {
    const { client } = await asOwner();
    const { rows } = await client.query<{ sees: boolean }>(
      'select rolsuper or rolbypassrls as sees from pg_roles where rolname = current_user'
    );
    const files = readMigrations(
      folderWith({
        ...first,
        '0002_shut.sql': `alter table first enable row level security; alter table first force row level security;`,
        '0003_quiet.sql': `update first set word = 'changed';`
      })
    );
    if (rows[0]?.sees === true) {
      expect(await migrate(client, files)).toHaveLength(3);
    } else {
      expect(await refusalOf(() => migrate(client, files))).toMatchObject({
        kind: 'migration-failed',
        name: '0003_quiet.sql',
        reason: expect.stringContaining('row-level security') as string
      });
    }
  });

  test('a landed migration that was changed is refused, and a newer database too', async () => {
    const { client } = await asOwner();
    await migrate(client, readMigrations(folderWith({ ...first, ...second })));
    const changed = readMigrations(folderWith({ ...second, '0001_first.sql': 'select 1;' }));
    expect(await refusalOf(() => migrate(client, changed))).toMatchObject({
      kind: 'migration-changed'
    });
    const older = readMigrations(folderWith(first));
    expect(await refusalOf(() => migrate(client, older))).toEqual({
      kind: 'database-newer',
      name: '0002_second.sql'
    });
  });
});

describe('the migrations of this Cairn', () => {
  let files: readonly Migration[] = [];
  beforeAll(() => {
    files = readMigrations(path.resolve(import.meta.dirname, '../../db/migrations'));
  });

  test('are there, and apply to an empty database', async () => {
    const { client } = await asOwner();
    expect(files.length).toBeGreaterThan(0);
    expect(await migrate(client, files)).toEqual(files.map(({ name }) => name));
  });
});
