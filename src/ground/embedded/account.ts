import { spawnSync } from 'node:child_process';
import { GroundRefusal } from '../problems.ts';

/** The system account PostgreSQL runs as, when it is not simply our own. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/**
 * The account to drop to: PostgreSQL refuses to run as root, so root hands it to `postgres`, else `nobody`.
 * An ordinary person's process keeps its own account and the answer is `null`.
 *
 * `dataOwner` is the user id that owns an existing data folder: whoever made it goes on serving it, even if a
 * `postgres` account has appeared since.
 */
export function unprivilegedAccount(dataOwner: number | null): Account | null {
  if (process.getuid?.() !== 0) return null;
  if (dataOwner !== null && dataOwner !== 0) {
    const owner = lookUp(String(dataOwner));
    if (owner !== null) return owner;
  }
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (account === null) throw new GroundRefusal({ kind: 'no-unprivileged-account' });
  return account;
}

function lookUp(nameOrId: string): Account | null {
  const ask = (option: string) =>
    spawnSync('id', [option, nameOrId], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const uid = ask('-u');
  const gid = ask('-g');
  if (uid.status !== 0 || gid.status !== 0) return null;
  const account = { name: nameOrId, uid: Number(uid.stdout), gid: Number(gid.stdout) };
  return account.uid === 0 ? null : account;
}

/** Whether the account can enter the folder (every folder above it included), asked of the system itself. */
export function canEnter(account: Account, folder: string): boolean {
  return tryAs(account, 'cd "$1"', folder);
}

/** Whether the account can read and run the file. */
export function canRun(account: Account, file: string): boolean {
  return tryAs(account, 'test -r "$1" -a -x "$1"', file);
}

function tryAs(account: Account, script: string, path: string): boolean {
  const answer = spawnSync('/bin/sh', ['-c', script, 'sh', path], {
    cwd: '/',
    uid: account.uid,
    gid: account.gid,
    stdio: 'ignore'
  });
  return answer.status === 0;
}
