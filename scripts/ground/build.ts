import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { exclusively } from '../../src/platform/embedded/lock.ts';

export const project = path.resolve(import.meta.dirname, '../..');
const note = path.join(project, 'build', '.cairn-hash');
const patience = 10 * 60_000; // milliseconds that somebody else's build may take

/** What the built pages are made from. */
const ingredients = ['src', 'static', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** One number for everything the build is made from. Tests are left out: they are not in it. */
export function sourceHash(): string {
  const hash = createHash('sha256').update(process.version);
  for (const ingredient of ingredients) addTo(hash, path.join(project, ingredient));
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, place: string): void {
  const found = fs.statSync(place, { throwIfNoEntry: false });
  if (found === undefined || place.endsWith('.test.ts')) return;
  if (found.isDirectory()) {
    for (const name of fs.readdirSync(place).sort()) addTo(hash, path.join(place, name));
  } else {
    hash.update(path.relative(project, place)).update('\0').update(fs.readFileSync(place));
  }
}

/** Thrown when the sources cannot be built; the builder's own words say why. */
export class BuildFailure extends Error {}

export function isBuildFresh(): boolean {
  try {
    return fs.readFileSync(note, 'utf8') === sourceHash();
  } catch {
    return false;
  }
}

/**
 * Builds the pages unless the build is of these very sources. Only one process builds at a time.
 * An installation without the builder (a packed one) serves what it was packed with.
 */
export async function buildIfStale(say: (sentence: string) => void): Promise<void> {
  const builder = path.join(project, 'node_modules', 'vite', 'bin', 'vite.js');
  const isPacked = !fs.existsSync(builder) && fs.existsSync(path.join(project, 'build'));
  if (isPacked || isBuildFresh()) return;
  const turns = path.join(project, '.cairn');
  fs.mkdirSync(turns, { recursive: true });
  await exclusively(path.join(turns, 'building'), patience, () => {
    if (!isBuildFresh()) build(builder, say);
    return Promise.resolve();
  });
}

function build(builder: string, say: (sentence: string) => void): void {
  say('Building the pages…');
  const hash = sourceHash();
  const answer = spawnSync(process.execPath, [builder, 'build', '--logLevel=warn'], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
    maxBuffer: 64 * 1024 * 1024
  });
  if (answer.status !== 0) {
    throw new BuildFailure(`The pages could not be built.\n${answer.stdout}${answer.stderr}`);
  }
  fs.writeFileSync(note, hash);
}
