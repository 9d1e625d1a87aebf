import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { schemaTypes } from '../../scripts/schema-types.ts';
import { testDatabase } from '../support/database.ts';

test('the types of the tables are those the migrations make', async () => {
  const { owner } = await testDatabase();
  const file = path.resolve(import.meta.dirname, '../../src/platform/schema.ts');
  expect(fs.readFileSync(file, 'utf8')).toBe(await schemaTypes(owner));
});
