import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { GroundRefusal } from '../problems.ts';
import { canEnter, unprivilegedAccount, type Account } from './account.ts';

/** Everything the embedded database keeps, by place. */
export type Places = {
  readonly home: string;
  readonly data: string;
  readonly log: string;
  readonly account: Account | null;
};

/** The longest path a unix socket may have: 107 bytes on Linux, 103 on macOS, without the closing zero. */
const longestSocketPath = process.platform === 'linux' ? 107 : 103;

/**
 * Where the database of this data folder lives. Usually in the folder itself. When Cairn runs as root and the account PostgreSQL
 * runs as cannot reach it (a checkout under /root), the database lives in /var/lib/cairn, and the folder says so in `elsewhere.json`.
 */
export function findPlaces(folder: string, majorVersion: string): Places {
  const asked = path.resolve(folder);
  try {
    fs.mkdirSync(asked, { recursive: true });
    fs.accessSync(asked, fs.constants.W_OK | fs.constants.X_OK);
  } catch (fault) {
    throw new GroundRefusal({
      kind: 'folder-not-writable',
      folder: asked,
      reason: reasonOf(fault)
    });
  }
  const elsewhere = readElsewhere(asked);
  const home = elsewhere ?? asked;
  const account = unprivilegedAccount(ownerOf(path.join(home, `pg${majorVersion}`)));
  if (account !== null && elsewhere === null && !canEnter(account, asked)) {
    // Data already here was reachable once. An empty database elsewhere would look as if it were lost.
    if (fs.readdirSync(asked).some((name) => dataFolderName.test(name))) {
      throw new GroundRefusal({
        kind: 'no-reachable-folder',
        folder: asked,
        account: account.name
      });
    }
    return placesIn(moveElsewhere(asked, account), majorVersion, account);
  }
  fs.mkdirSync(home, { recursive: true });
  return placesIn(home, majorVersion, account);
}

function placesIn(home: string, majorVersion: string, account: Account | null): Places {
  refuseOtherVersions(home, majorVersion);
  const data = path.join(home, `pg${majorVersion}`);
  const owner = ownerOf(data);
  const ours = account?.uid ?? process.getuid?.();
  if (owner !== null && ours !== undefined && owner !== ours) {
    throw new GroundRefusal({ kind: 'folder-of-another-account', folder: home });
  }
  return { home, data, log: path.join(home, 'postgres.log'), account };
}

/** Data of another major version beside none of ours means an upgrade that nobody has decided on: say so, don't start afresh. */
function refuseOtherVersions(home: string, majorVersion: string): void {
  if (fs.existsSync(path.join(home, `pg${majorVersion}`))) return;
  const found = fs.readdirSync(home).find((name) => dataFolderName.test(name));
  if (found !== undefined) {
    throw new GroundRefusal({
      kind: 'folder-of-another-version',
      folder: home,
      found: found.slice(2)
    });
  }
}

const dataFolderName = /^pg\d+$/;
const signpost = 'elsewhere.json';

function readElsewhere(folder: string): string | null {
  const file = path.join(folder, signpost);
  if (!fs.existsSync(file)) return null;
  const content: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (
    typeof content === 'object' &&
    content !== null &&
    'database' in content &&
    typeof content.database === 'string'
  ) {
    return content.database;
  }
  throw new Error(`${file} does not say where the database is.`);
}

function moveElsewhere(asked: string, account: Account): string {
  const name = createHash('sha256').update(fs.realpathSync(asked)).digest('hex').slice(0, 12);
  const home = path.join('/var/lib/cairn', name);
  try {
    fs.mkdirSync(home, { recursive: true });
    // Said outright, because a strict umask would shut the account out again.
    for (const made of [path.dirname(home), home]) fs.chmodSync(made, 0o755);
  } catch {
    throw new GroundRefusal({ kind: 'no-reachable-folder', folder: asked, account: account.name });
  }
  if (!canEnter(account, home)) {
    throw new GroundRefusal({ kind: 'no-reachable-folder', folder: asked, account: account.name });
  }
  const note = {
    database: home,
    because: `The account "${account.name}", which PostgreSQL runs as, cannot reach this folder.`
  };
  fs.writeFileSync(path.join(asked, signpost), `${JSON.stringify(note, null, 2)}\n`);
  return home;
}

/**
 * A folder only the database's account can enter, short enough for a unix socket: `run` in the home, or one named after the home
 * in the system's folder for temporary files.
 */
export function makeSocketFolder(places: Places, port: number): string {
  const near = path.join(places.home, 'run');
  const ending = `/.s.PGSQL.${port}`;
  if (Buffer.byteLength(near + ending) <= longestSocketPath) {
    return makePrivate(near, places.account);
  }
  const name = createHash('sha256').update(places.home).digest('hex').slice(0, 12);
  const far = path.join(fs.realpathSync(os.tmpdir()), `cairn-${name}`);
  const short = Buffer.byteLength(far + ending) <= longestSocketPath ? far : `/tmp/cairn-${name}`;
  return makePrivate(short, places.account);
}

/** Takes away a socket's folder among the temporary files; the one in the home stays with it. */
export function removeSocketFolder(places: Places, folder: string): void {
  if (path.dirname(folder) === places.home) return;
  try {
    fs.rmdirSync(folder);
  } catch {
    // Something else has come to be in it, or it is gone already; neither is in anybody's way.
  }
}

/** Makes the folder (or checks one that is there) so that only the account, and root, can enter. Never follows a planted link. */
export function makePrivate(folder: string, account: Account | null): string {
  const uid = account?.uid ?? process.getuid?.();
  try {
    fs.mkdirSync(folder, { mode: 0o700 });
    if (account !== null) fs.chownSync(folder, account.uid, account.gid);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
  }
  const found = fs.lstatSync(folder);
  if (!found.isDirectory() || (uid !== undefined && found.uid !== uid)) {
    throw new GroundRefusal({ kind: 'socket-folder-not-ours', folder });
  }
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) fs.chmodSync(folder, 0o700);
  return folder;
}

function ownerOf(folder: string): number | null {
  if (process.platform === 'win32') return null;
  return fs.statSync(folder, { throwIfNoEntry: false })?.uid ?? null;
}

function reasonOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
