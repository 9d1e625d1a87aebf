import type { Streams } from './index.ts';
import { openDatabase } from '#ground/connection';

const use =
  'Use: cairn migrate\nBrings the database up to date and answers with what it applied, as JSON.\n';

/** `cairn migrate`: everything `npm start` does to a database, without serving. Safe to call at any time, from several places at once. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  if (args.length > 0) {
    io.stderr.write(use);
    return args[0] === '--help' ? 0 : 1;
  }
  const database = await openDatabase(process.env);
  try {
    io.stdout.write(`${JSON.stringify({ applied: database.migrated })}\n`);
    return 0;
  } finally {
    await database.stop();
  }
}
