import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { DemonstrationAccount } from '../../src/cli/demo.ts';

/** A Cairn that was started for tests. */
export type RunningCairn = {
  readonly address: string;
  readonly accounts: readonly DemonstrationAccount[];
  /** What opens the set-up page, where nobody has an account yet. */
  readonly setUpCode: string | null;
};

declare module 'vitest' {
  interface ProvidedContext {
    /** The Cairns that journeys are walked in, one for each worker, with the demonstration in them. */
    cairns: readonly RunningCairn[];
    /** The data folder of a Cairn that was started once and has stopped, to be copied. */
    startedOnce: string;
    /** Where each of them keeps its database. */
    journeyFolders: readonly string[];
  }
}

const patience = 600_000; // milliseconds, a build and the loading of the demonstration on a busy machine included

/**
 * Starts what `npm start` starts, and waits until it answers.
 * Refuses: throws with everything it said when it ends or takes longer than ten minutes.
 */
export async function startCairn(
  environment: Readonly<Record<string, string>>
): Promise<RunningCairn & { readonly process: ChildProcess; stop(): Promise<number | null> }> {
  const script = path.resolve(import.meta.dirname, '../../scripts/start.ts');
  const inherited = { ...process.env };
  for (const name of Object.keys(inherited)) {
    // Neither the machine's own settings nor the test runner's may leak in.
    if (/^(CAIRN_|DATABASE_URL$|HOST$|PORT$|ORIGIN$|VITEST|NODE_ENV$|NODE_OPTIONS$)/.test(name)) {
      Reflect.deleteProperty(inherited, name);
    }
  }
  const child = fork(script, [], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
    env: { ...inherited, ...environment }
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000)));
  }
  const ended = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => resolve(code))
  );
  const ready = await new Promise<RunningCairn>((resolve, reject) => {
    const tooLong = setTimeout(() => {
      child.kill('SIGTERM');
      reject(new Error(`Cairn did not start in time. It said:\n${said}`));
    }, patience);
    child.once('message', (message) => {
      clearTimeout(tooLong);
      resolve(message as RunningCairn); // scripts/start.ts says one thing on this channel
    });
    void ended.then((code) => {
      clearTimeout(tooLong);
      reject(new Error(`Cairn ended with code ${code} before it answered. It said:\n${said}`));
    });
  });
  return {
    address: ready.address,
    accounts: ready.accounts,
    setUpCode: ready.setUpCode,
    process: child,
    stop() {
      child.kill('SIGTERM');
      return ended;
    }
  };
}

/** Copies the database of a Cairn that has stopped into another data folder. */
export function copyDatabase(from: string, to: string): void {
  for (const name of fs.readdirSync(from).filter((one) => /^pg\d+$/.test(one))) {
    const [source, target] = [path.join(from, name), path.join(to, name)];
    if (process.platform === 'win32') fs.cpSync(source, target, { recursive: true });
    // The files stay with the account the database runs under.
    else if (spawnSync('cp', ['-a', source, target]).status !== 0) {
      throw new Error(`The database in ${source} could not be copied.`);
    }
  }
}
