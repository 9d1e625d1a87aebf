import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** Whether a process with this id exists, ours or not. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
  }
}

/** A process that has ended and waits for its parent to notice still has an id, but runs no more. */
function isZombie(pid: number): boolean {
  return statusFields(pid)[0] === 'Z';
}

/**
 * A mark that tells two processes apart although the system gave the second the id of the first.
 * Linux says when a process began (clock ticks since the machine started); elsewhere the id has to do.
 */
export function processMark(pid: number): string {
  return `${pid}-${statusFields(pid)[19] ?? '0'}`;
}

/** The fields of /proc/<pid>/stat after the name (which may hold spaces and brackets); the first is the state. */
function statusFields(pid: number): readonly string[] {
  if (process.platform !== 'linux') return [];
  try {
    const line = fs.readFileSync(`/proc/${pid}/stat`, 'latin1');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

/** Whether the process with this mark (see `processMark`) still runs. */
export function isMarkRunning(mark: string): boolean {
  const pid = Number(mark.split('-')[0]);
  return isRunning(pid) && processMark(pid) === mark;
}

/**
 * Whether the process is a PostgreSQL. After a restart of the machine (or a container) the id in a stale pid file often belongs to
 * some other program, and PostgreSQL alone would then refuse to start for ever.
 */
export function isPostgres(pid: number): boolean {
  if (!isRunning(pid)) return false;
  if (process.platform === 'linux') {
    try {
      return /postgres/.test(fs.readFileSync(`/proc/${pid}/cmdline`, 'latin1'));
    } catch {
      return true;
    }
  }
  if (process.platform === 'win32') return true;
  const answer = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
  return answer.status !== 0 || /postgres/.test(answer.stdout);
}
