import fs from 'node:fs';
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
  const started = await Promise.all(
    Array.from({ length: project.config.maxWorkers }, async () => {
      const folder = makeTemporaryFolder('journeys');
      const environment = { CAIRN_DATA: folder, CAIRN_MODE: 'demonstration', PORT: '0' };
      return { folder, cairn: await startCairn(environment) };
    })
  );
  project.provide(
    'cairns',
    started.map(({ cairn: { address, accounts, setUpCode } }) => ({ address, accounts, setUpCode }))
  );
  return async () => {
    const codes = await Promise.all(started.map(({ cairn }) => cairn.stop()));
    for (const { folder } of started) {
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    }
    const bad = codes.find((code) => code !== 0);
    if (bad !== undefined) throw new Error(`A Cairn did not end well after the journeys (${bad}).`);
  };
}
