// npm start: builds what is stale, finds or starts the database, brings it up to date, and serves Cairn until it is told to stop.
import { fillForProduction } from '../src/cli/load-content.ts';
import { openDatabase, type DatabaseAccess } from '../src/platform/connection.ts';
import type { Mode } from '../src/platform/mode.ts';
import { servingFrom, startWebServer } from '../src/platform/serving.ts';
import { findSetUpCode, setUpInvitation } from '../src/platform/set-up-code.ts';
import { buildIfStale } from './ground/build.ts';
import { accountLines } from './ground/demonstration.ts';
import { endWith } from './ground/ending.ts';

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

/** Content for everyone, and the demonstration where it is asked for; answers who can sign in to it. */
async function fillDatabase(database: DatabaseAccess, mode: Mode) {
  if (mode === 'production') {
    await fillForProduction(database.owner);
    return [];
  }
  const { demonstrationAccounts, loadDemonstration } = await import('../src/cli/demo.ts');
  const { loaded } = await loadDemonstration(database);
  if (loaded) say('The demonstration has been loaded.');
  return demonstrationAccounts();
}

await endWith(async () => {
  const serving = servingFrom(process.env);
  const askedToStop = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve());
  });

  // The building is another process's work, so the database can be made ready meanwhile.
  const building = buildIfStale(say);
  building.catch(() => undefined);
  const database = await openDatabase(process.env);
  try {
    const accounts = await fillDatabase(database, serving.mode);
    await building;
    const code = await findSetUpCode(database.owner);
    const server = await startWebServer(serving, database.app, process.env, code);
    say(`\nCairn is at ${server.address}\n`);
    if (accounts.length > 0) {
      say(
        'This is a demonstration, for this machine only. Sign in as any of these (e-mail, then password):\n'
      );
      for (const line of accountLines(accounts)) say(`  ${line}`);
      say('');
    }
    if (code !== null) say(`${setUpInvitation(server.address, code)}\n`);
    say('Press Ctrl-C to stop.');
    process.send?.({ kind: 'ready', address: server.address, accounts, setUpCode: code });

    const reason = await Promise.race([askedToStop, server.ended]);
    if (reason !== undefined) {
      process.stderr.write('The web server has ended by itself, so Cairn stops too.\n');
      return reason === 0 ? 70 : reason;
    }
    await server.stop();
    return 0;
  } finally {
    await database.stop();
    if (process.connected) process.disconnect();
  }
});
