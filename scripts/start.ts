// npm start: builds what is stale, finds or starts the database, brings it up to date, and serves Cairn until it is told to stop.
import { openDatabase } from '../src/ground/connection.ts';
import { servingFrom, servingWarnings, startWebServer } from '../src/web/serving.ts';
import { findSetUpCode, setUpInvitation } from '../src/ground/set-up-code.ts';
import { buildIfStale } from './ground/build.ts';
import { accountLines, fillDatabase } from './ground/demonstration.ts';
import { endWith } from './ground/ending.ts';

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

await endWith(async () => {
  const serving = servingFrom(process.env);
  const askedToStop = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve());
    // A program that started this one to talk with it has gone.
    process.on('disconnect', () => resolve());
  });

  // The building is another process's work, so the database can be made ready meanwhile.
  const building = buildIfStale(say);
  building.catch(() => undefined);
  const database = await openDatabase(process.env);
  database.keepRunning((sentence) => process.stderr.write(`${sentence}\n`));
  try {
    const accounts = await fillDatabase(database, serving.mode);
    await building;
    const code = await findSetUpCode(database.owner);
    const server = await startWebServer(serving, database.app, process.env, code);
    say(`\nCairn is at ${server.address}\n`);
    for (const warning of servingWarnings(serving, process.env))
      process.stderr.write(`${warning}\n`);
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
