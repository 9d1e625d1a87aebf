import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { ServerAddress } from '../../src/ground/embedded/server.ts';

/**
 * A PostgreSQL whose data is on a disk of its own that is small and can be filled. The disk is kept in memory and is there for its
 * processes alone: Linux gives such a one to anybody where it allows namespaces to users, and to root.
 */
export type SmallDisk = {
  readonly address: ServerAddress;
  /** Writes until there is no room for another byte. */
  fill(): Promise<void>;
  /** Gives back what `fill` took. */
  empty(): Promise<void>;
  stop(): Promise<void>;
};

const isRoot = process.getuid?.() === 0;
/** Whoever is not root is root in a namespace of their own, to mount the disk, and themselves again in one within it. */
const inNamespace = isRoot ? ['--mount'] : ['--user', '--map-root-user', '--mount'];
const mounting = 'mount -t tmpfs -o "size=$1,mode=0777" cairn "$2" && shift 2 && exec "$@"';

/** Whether this machine gives a process a disk of its own. */
export function canHaveSmallDisk(folder: string): boolean {
  if (process.platform !== 'linux') return false;
  const given = ['unshare', ...inNamespace, 'sh', '-c', mounting, 'sh', '1m', folder, 'true'];
  return spawnSync(given[0] ?? '', given.slice(1), { stdio: 'ignore' }).status === 0;
}

/** Starts one on a disk of so many megabytes, mounted at `folder` for it alone. */
export async function startOnSmallDisk(folder: string, megabytes: number): Promise<SmallDisk> {
  const script = path.resolve(import.meta.dirname, 'start-on-small-disk.ts');
  const themselves = isRoot
    ? []
    : [
        'unshare',
        '--user',
        `--map-user=${process.getuid?.()}`,
        `--map-group=${process.getgid?.()}`
      ];
  const child = fork(script, [folder], {
    execPath: 'unshare',
    execArgv: [
      ...inNamespace,
      ...['sh', '-c', mounting, 'sh', `${megabytes}m`, folder],
      ...themselves,
      process.execPath
    ],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
  });
  // The script says nothing else first.
  const address = (await answerOf(child)) as ServerAddress;
  const asks = async (wish: 'fill' | 'empty' | 'stop') => {
    child.send(wish);
    await answerOf(child);
  };
  return {
    address,
    fill: () => asks('fill'),
    empty: () => asks('empty'),
    stop: () => asks('stop')
  };
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) =>
      reject(new Error(`What stands on the small disk ended with code ${code}.`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}
