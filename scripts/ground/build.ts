import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { exclusively } from '../../src/ground/embedded/lock.ts';

export const project = path.resolve(import.meta.dirname, '../..');
const note = path.join(project, 'build', '.cairn-hash');
const patience = 10 * 60_000; // milliseconds that somebody else's build may take

/** What the built pages are made from. */
const ingredients = ['src', 'static', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** One number for everything the build is made from. Tests are left out: they are not in it. */
export function sourceHash(): string {
  return hashOf(ingredients, (file) => !file.endsWith('.test.ts'));
}

/** One number for these files and folders of the project and the Node that reads them: of a folder the files that `isIn` lets in. */
export function hashOf(places: readonly string[], isIn: (file: string) => boolean): string {
  const hash = createHash('sha256').update(process.version);
  const add = (place: string): void => {
    const found = fs.statSync(place, { throwIfNoEntry: false });
    if (found?.isDirectory() === true) {
      for (const name of fs.readdirSync(place).sort()) add(path.join(place, name));
    } else if (found !== undefined && isIn(place)) {
      hash.update(path.relative(project, place)).update('\0').update(fs.readFileSync(place));
    }
  };
  for (const place of places) add(path.join(project, place));
  return hash.digest('hex');
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
