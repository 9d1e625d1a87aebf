import type { DatabaseAccess } from '#ground/connection';
import { openDatabase } from '#ground/connection';
import { hasDemonstration } from '#ground/demonstration-there';
import { GroundRefusal } from '#ground/problems';
import { servingFrom } from '#web/serving';
import { demonstrationAccounts } from './demonstration/accounts.ts';
import type { Streams } from './index.ts';

export { demonstrationAccounts, type DemonstrationAccount } from './demonstration/accounts.ts';

const use = `Use: cairn demo load
Loads the demonstration into an empty database: made-up Fernhollow, and Tayside and Trafford from published sources.
Its accounts have a password everyone knows, so it is for this machine only; "npm start" loads it by itself.
It is loaded once: called again, it changes nothing.
`;

/**
 * Loads content and demonstration unless they are there; answers whether the demonstration had to be.
 * Its modules are only read in when it is loaded, so that a later start stays quick.
 *
 * Refuses: throws a `GroundRefusal` where the database has people who are not of the demonstration.
 */
export async function loadDemonstration(
  access: Pick<DatabaseAccess, 'app' | 'owner'>,
  say: (sentence: string) => void = (sentence) => process.stderr.write(`${sentence}\n`)
): Promise<{ loaded: boolean }> {
  const { loadContent } = await import('./load-content.ts');
  await loadContent(access.owner);
  if (await hasDemonstration(access.owner)) return { loaded: false };
  const { loadPlaces } = await import('./demonstration/load.ts');
  return { loaded: await loadPlaces(access.app, say) };
}

/** `cairn demo load`: what `npm start` does to a database in demonstration mode, without serving. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(use);
    return 0;
  }
  if (args.length !== 1 || args[0] !== 'load') {
    io.stderr.write(use);
    return 1;
  }
  const serving = servingFrom(process.env);
  if (serving.mode === 'production') throw new GroundRefusal({ kind: 'demonstration-unasked' });
  const database = await openDatabase(process.env);
  try {
    const { loaded } = await loadDemonstration(database, (sentence) =>
      io.stderr.write(`${sentence}\n`)
    );
    const accounts = demonstrationAccounts();
    io.stdout.write(`${JSON.stringify({ loaded, accounts })}\n`);
    return 0;
  } finally {
    await database.stop();
  }
}
