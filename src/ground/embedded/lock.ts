import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GroundRefusal } from '../problems.ts';
import { isMarkRunning, processMark } from './processes.ts';

const patience = 60_000; // milliseconds, longer than a start or a stop may take

/**
 * Does `work` while no other Cairn starts or stops the database of this folder.
 * PostgreSQL's own pid file stands behind this lock, so that even a lost race cannot put two servers on one data folder.
 *
 * Refuses: `folder-busy` when another process has held the lock for a minute.
 */
export function underLock<Answer>(home: string, work: () => Promise<Answer>): Promise<Answer> {
  return exclusively(path.join(home, 'lock'), patience, work, (holder) => {
    throw new GroundRefusal({ kind: 'folder-busy', folder: home, holder });
  });
}

/**
 * Does `work` while this process alone holds the lock file. One left behind by a process that has died is taken over.
 * Units: `longestWait` in milliseconds; after it, `giveUp` is called with the id of the process that holds the lock.
 */
export async function exclusively<Answer>(
  file: string,
  longestWait: number,
  work: () => Promise<Answer>,
  giveUp: (holder: string) => never = (holder) => {
    throw new Error(`Process ${holder} has held ${file} for too long.`);
  }
): Promise<Answer> {
  const mine = `${processMark(process.pid)}-${crypto.randomUUID()}`;
  const end = Date.now() + longestWait;
  while (!take(file, mine)) {
    const holder = read(file);
    if (holder !== null && !isMarkRunning(processMarkIn(holder))) clearAway(file, holder);
    else if (Date.now() > end) giveUp(holder?.split('-')[0] ?? 'unknown');
    else await pause(20);
  }
  try {
    return await work();
  } finally {
    if (read(file) === mine) fs.rmSync(file, { force: true });
  }
}

/** Writes the whole lock beside its place and links it there, so that nobody ever reads half a lock. */
function take(file: string, mine: string): boolean {
  const draft = `${file}.${mine}`;
  fs.writeFileSync(draft, mine, { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false;
    throw fault;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Moves a dead process's lock out of the way; if it was a living one's after all, puts it back. */
function clearAway(file: string, stale: string): void {
  const aside = `${file}.stale.${crypto.randomUUID()}`;
  try {
    fs.renameSync(file, aside);
    if (read(aside) !== stale) fs.linkSync(aside, file);
  } catch {
    // Another process was quicker; the next turn of the loop sees what it left.
  }
  fs.rmSync(aside, { force: true });
}

function processMarkIn(lock: string): string {
  return lock.split('-').slice(0, 2).join('-');
}

function read(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

let registered = 0;

/**
 * Notes that this process uses the database of the folder. The answer takes the note away again and says whether
 * any other living process still uses it: the last one out stops the server. Call it under the lock.
 */
export function registerUser(home: string): () => { readonly othersRemain: boolean } {
  const folder = path.join(home, 'users');
  fs.mkdirSync(folder, { recursive: true });
  registered += 1;
  const mine = `${processMark(process.pid)}-${registered}`;
  fs.writeFileSync(path.join(folder, mine), '');
  return () => {
    fs.rmSync(path.join(folder, mine), { force: true });
    let othersRemain = false;
    for (const name of fs.readdirSync(folder)) {
      if (isMarkRunning(processMarkIn(name))) othersRemain = true;
      else fs.rmSync(path.join(folder, name), { force: true });
    }
    return { othersRemain };
  };
}
