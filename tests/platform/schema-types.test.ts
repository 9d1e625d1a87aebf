import fs from 'node:fs';
import path from 'node:path';
import { CamelCasePlugin, sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { schemaTypes } from '../../scripts/schema-types.ts';
import { connect } from '../../src/platform/database.ts';
import { testDatabase } from '../support/database.ts';

const { owner } = await testDatabase();
const database = connect(owner);
afterAll(() => database.destroy());

test('the types of the tables are those the migrations make', async () => {
  const file = path.resolve(import.meta.dirname, '../../src/platform/schema.ts');
  expect(fs.readFileSync(file, 'utf8')).toBe(await schemaTypes(owner));
});

/** The plugin that every connection has, with its two ways made visible. */
class Names extends CamelCasePlugin {
  to(name: string): string {
    return this.camelCase(name);
  }

  back(name: string): string {
    return this.snakeCase(name);
  }
}

test('every name of a table or a column comes back from camel case as it was', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct unnest(array[table_name, column_name])::text as name
      from information_schema.columns where table_schema = 'public'`.execute(database);
  const names = new Names();
  expect(rows.length).toBeGreaterThan(300);
  expect(rows.filter(({ name }) => names.back(names.to(name)) !== name)).toEqual([]);
});

test('rows of raw SQL have names in camel case too, and JSON keeps the keys that it was stored with', async () => {
  const { rows } = await sql`
    select 1 as due_on, '{"due_on": [{"a_b": 1}]}'::jsonb as before_it, '[{"a_b": 1}]'::jsonb as a_list
  `.execute(database);
  expect(rows).toEqual([{ dueOn: 1, beforeIt: { due_on: [{ a_b: 1 }] }, aList: [{ a_b: 1 }] }]);
});

test('aliases, conflicts and what is returned go by camel case', async () => {
  const row = {
    area: 'E1',
    breakdown: 'all',
    indicator: 'i',
    period: '2026',
    starts: '2026-01-01'
  };
  const query = database
    .insertInto('openValue')
    .values({ ...row, status: 'not-available' })
    .onConflict((conflict) =>
      conflict
        .columns(['indicator', 'area'])
        .doUpdateSet((eb) => ({ starts: eb.ref('excluded.starts') }))
    )
    .returning(['openValue.starts as firstDay', sql.ref('openValue.rowNumber').as('rowNumber')]);
  expect(query.compile().sql).toBe(
    'insert into "open_value" ("area", "breakdown", "indicator", "period", "starts", "status") ' +
      'values ($1, $2, $3, $4, $5, $6) on conflict ("indicator", "area") do update set "starts" = "excluded"."starts" ' +
      'returning "open_value"."starts" as "first_day", "open_value"."row_number" as "row_number"'
  );
});
