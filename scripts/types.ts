/** Writes `src/platform/schema.ts` from the migrations: `npm run types`. A test checks that it is up to date. */
import fs from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../src/ground/connection.ts';
import { makeTemporaryFolder } from '../tests/support/temporary-folder.ts';
import { schemaTypes } from './schema-types.ts';

const folder = makeTemporaryFolder('types');
const database = await openDatabase({ CAIRN_DATA: folder });
try {
  const target = path.resolve(import.meta.dirname, '../src/platform/schema.ts');
  fs.writeFileSync(target, await schemaTypes(database.owner));
} finally {
  await database.stop();
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
