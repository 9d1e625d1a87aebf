import type { Streams } from './index.ts';
import { fillForProduction } from './load-content.ts';
import { openDatabase } from '#ground/connection';
import { servingFrom, servingWarnings, startWebServer } from '#web/serving';
import { findSetUpCode, setUpInvitation } from '#ground/set-up-code';

const use =
  'Use: cairn serve\nServes the built pages until it is told to stop. HOST, PORT, ORIGIN and DATABASE_URL say where.\n';

/**
 * `cairn serve`: what a service manager runs for a real installation. It never loads the demonstration, and never builds.
 * Answers when it was told to stop, or with 70 when the web server ended by itself.
 */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  if (args.length > 0) {
    io.stderr.write(use);
    return args[0] === '--help' ? 0 : 1;
  }
  const environment = { ...process.env, CAIRN_MODE: 'production' };
  const serving = servingFrom(environment);
  const askedToStop = new Promise<'asked'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve('asked'));
    }
  });
  const database = await openDatabase(environment);
  database.keepRunning((sentence) => io.stderr.write(`${sentence}\n`));
  try {
    await fillForProduction(database.owner);
    const code = await findSetUpCode(database.owner);
    const server = await startWebServer(serving, database.app, environment, code);
    io.stdout.write(`Cairn is at ${server.address}\n`);
    for (const warning of servingWarnings(serving, environment)) io.stderr.write(`${warning}\n`);
    if (code !== null) io.stdout.write(`${setUpInvitation(server.address, code)}\n`);
    const reason = await Promise.race([askedToStop, server.ended]);
    if (reason === 'asked') {
      await server.stop();
      return 0;
    }
    io.stderr.write('The web server has ended by itself.\n');
    return 70;
  } finally {
    await database.stop();
  }
}
