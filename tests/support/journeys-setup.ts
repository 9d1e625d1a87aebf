import fs from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureChromium } from './chromium.ts';
import { copyDatabase, startCairn } from './running-cairn.ts';
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

  // Loading the demonstration takes longest, and is the same for all.
  const startedOnce = makeTemporaryFolder('started-once');
  await (await start(startedOnce)).stop();
  project.provide('startedOnce', startedOnce);
  const folders = Array.from({ length: project.config.maxWorkers }, () => {
    const folder = makeTemporaryFolder('journeys');
    copyDatabase(startedOnce, folder);
    return folder;
  });
  project.provide('journeyFolders', folders);
  const cairns = await Promise.all(folders.map(start));
  project.provide(
    'cairns',
    cairns.map(({ address, accounts, setUpCode }) => ({ address, accounts, setUpCode }))
  );
  return async () => {
    const codes = await Promise.all(cairns.map((cairn) => cairn.stop()));
    for (const folder of [...folders, startedOnce, notes]) {
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    }
    const bad = codes.find((code) => code !== 0);
    if (bad !== undefined) throw new Error(`A Cairn did not end well after the journeys (${bad}).`);
  };
}

function start(folder: string) {
  return startCairn({ CAIRN_DATA: folder, CAIRN_MODE: 'demonstration', PORT: '0' });
}
