import fs from 'node:fs';
import type { TestProject } from 'vitest/node';
import { ensureChromium } from './chromium.ts';
import { startCairn } from './running-cairn.ts';
import { makeTemporaryFolder, sweepAbandoned } from './temporary-folder.ts';

/** One Cairn for all journeys, started as `npm start` starts it: built, on a database of its own, with the demonstration. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', ensureChromium());
  sweepAbandoned();
  const folder = makeTemporaryFolder('journeys');
  const cairn = await startCairn({ CAIRN_DATA: folder, CAIRN_MODE: 'demonstration', PORT: '0' });
  const { address, accounts, setUpCode } = cairn;
  project.provide('cairn', { address, accounts, setUpCode });
  return async () => {
    const code = await cairn.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    if (code !== 0) throw new Error(`Cairn did not end well after the journeys (code ${code}).`);
  };
}
