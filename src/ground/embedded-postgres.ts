import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries, reachableBinaries } from './embedded/binaries.ts';
import { registerUser, underLock } from './embedded/lock.ts';
import { findPlaces, removeSocketFolder } from './embedded/places.ts';
import { isPostgres, isRunning } from './embedded/processes.ts';
import {
  adoptOrStart,
  initialise,
  postmasterId,
  stopServer,
  type ServerAddress,
  type Transport
} from './embedded/server.ts';

/** A running embedded PostgreSQL. */
export type EmbeddedPostgres = {
  /** The superuser's way in; nothing but setting up databases and owners should use it. */
  readonly address: ServerAddress;
  /** Where the data really is; differs from the folder asked for when that was out of reach of PostgreSQL's account. */
  readonly home: string;
  /** Whether it answered already when we came. */
  readonly adopted: boolean;
  /** The id of its first process. */
  readonly pid: number;
  /**
   * Starts the server again whenever it has ended without being asked to, until `stop` is called. `tell` hears of each start, and of
   * each that failed and is tried again.
   */
  keepRunning(tell: (news: KeepingNews) => void): void;
  /** Leaves the server, and stops it in order when no other process uses it. Calling it again does nothing. */
  stop(): Promise<void>;
};

/** What became of a server that had ended by itself. */
export type KeepingNews =
  { readonly kind: 'restarted' } | { readonly kind: 'did-not-restart'; readonly reason: string };

const watchInterval = 200; // milliseconds between two looks at the server's first process
const pauseAfterFailure = 5_000; // milliseconds

export type EmbeddedOptions = {
  readonly folder: string;
  /** PostgreSQL settings beside our own, for tests that may trade safety for speed. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly transport?: Transport;
};

/**
 * Cairn's own PostgreSQL on this folder: adopted when it answers, started when it doesn't, made when there is none.
 *
 * Assumes: the folder is on a local disk. One folder has one server; several processes may use it at once, and the last to leave stops it.
 * A process that is killed leaves it running, and the next start adopts it.
 * Refuses: throws a `GroundRefusal`; see `GroundProblem` for the reasons.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const transport = options.transport ?? (process.platform === 'win32' ? 'tcp' : 'socket');
  const found = findBinaries();
  const places = findPlaces(options.folder, found.majorVersion);
  return underLock(places.home, async () => {
    const binaries =
      places.account === null ? found : reachableBinaries(found, places.account, places.home);
    initialise(binaries, places, transport);
    const { address, adopted } = await adoptOrStart(
      binaries,
      places,
      transport,
      options.settings ?? {}
    );
    const leave = registerUser(places.home);
    const watch = new AbortController();
    let stopping: Promise<void> | null = null;
    const stop = async () => {
      watch.abort();
      await underLock(places.home, async () => {
        if (leave().othersRemain) return;
        await stopServer(places, binaries);
        if (transport === 'socket') removeSocketFolder(places, address.host);
      });
    };
    const startAgain = () =>
      underLock(places.home, async () => {
        if (watch.signal.aborted || isPostgres(postmasterId(places))) return false;
        await adoptOrStart(binaries, places, transport, options.settings ?? {}, address);
        return true;
      });
    return {
      address,
      home: places.home,
      adopted,
      pid: postmasterId(places),
      keepRunning: (tell) =>
        void keepRunning(() => isRunning(postmasterId(places)), startAgain, tell, watch.signal),
      stop: () => (stopping ??= stop())
    };
  });
}

/** Looks again and again whether the server runs, and starts it when it does not. Another process on the folder may be quicker. */
async function keepRunning(
  isUp: () => boolean,
  startAgain: () => Promise<boolean>,
  tell: (news: KeepingNews) => void,
  signal: AbortSignal
): Promise<void> {
  const wait = (time: number) =>
    pause(time, undefined, { signal, ref: false }).catch(() => undefined);
  while (!signal.aborted) {
    await wait(watchInterval);
    if (signal.aborted || isUp()) continue;
    try {
      if (await startAgain()) tell({ kind: 'restarted' });
    } catch (fault) {
      tell({
        kind: 'did-not-restart',
        reason: fault instanceof Error ? fault.message : String(fault)
      });
      await wait(pauseAfterFailure);
    }
  }
}
