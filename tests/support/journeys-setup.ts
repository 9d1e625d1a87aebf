import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureChromium } from './chromium.ts';
import { startCairn } from './running-cairn.ts';
import { makeTemporaryFolder, sweepAbandoned } from './temporary-folder.ts';

/**
 * A Cairn for each of the workers that walk journeys, started as `npm start` starts it: built, on a database of its own, with the
 * demonstration. Journeys that run at the same time never share one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', ensureChromium());
  sweepAbandoned();
  const notes = makeTemporaryFolder('examined');
  project.provide('examinedMarkup', path.join(notes, 'forms'));

  const [first = '', ...others] = Array.from({ length: project.config.maxWorkers }, () =>
    makeTemporaryFolder('journeys')
  );
  if (others.length > 0) {
    // The demonstration takes longest, and is the same for all.
    await (await start(first)).stop();
    for (const folder of others) copyDatabase(first, folder);
  }
  const folders = [first, ...others];
  const cairns = await Promise.all(folders.map(start));
  project.provide(
    'cairns',
    cairns.map(({ address, accounts, setUpCode }) => ({ address, accounts, setUpCode }))
  );
  return async () => {
    const codes = await Promise.all(cairns.map((cairn) => cairn.stop()));
    for (const folder of [...folders, notes]) {
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    }
    const bad = codes.find((code) => code !== 0);
    if (bad !== undefined) throw new Error(`A Cairn did not end well after the journeys (${bad}).`);
  };
}

function start(folder: string) {
  return startCairn({ CAIRN_DATA: folder, CAIRN_MODE: 'demonstration', PORT: '0' });
}

/** Copies the database of a Cairn that has stopped. */
function copyDatabase(from: string, to: string): void {
  for (const name of fs.readdirSync(from).filter((one) => /^pg\d+$/.test(one))) {
    const [source, target] = [path.join(from, name), path.join(to, name)];
    if (process.platform === 'win32') fs.cpSync(source, target, { recursive: true });
    // The files stay with the account the database runs under.
    else if (spawnSync('cp', ['-a', source, target]).status !== 0) {
      throw new Error(`The database in ${source} could not be copied.`);
    }
  }
}
