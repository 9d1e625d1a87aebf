import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isMarkRunning, isPostgres, processMark } from '../../src/ground/embedded/processes.ts';

const root = fs.realpathSync(os.tmpdir());
const beginning = 'cairn-test-';

/** A new folder for one test run or test, which an unprivileged database may enter. Whoever makes it removes it. */
export function makeTemporaryFolder(purpose: string): string {
  const folder = fs.mkdtempSync(path.join(root, `${beginning}${purpose}-`));
  fs.chmodSync(folder, 0o755);
  fs.writeFileSync(path.join(folder, 'made-by'), processMark(process.pid));
  return folder;
}

/** Ends the databases and removes the folders of test runs that were killed before they could do so themselves. */
export function sweepAbandoned(): void {
  for (const name of fs.readdirSync(root).filter((entry) => entry.startsWith(beginning))) {
    const folder = path.join(root, name);
    const maker = readIfThere(path.join(folder, 'made-by'));
    if (maker === null || isMarkRunning(maker)) continue;
    for (const file of fs.globSync('**/postmaster.pid', { cwd: folder })) {
      const pid = Number(readIfThere(path.join(folder, file))?.split('\n')[0]);
      if (isPostgres(pid)) process.kill(pid, 'SIGQUIT');
    }
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

function readIfThere(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
