import fs from 'node:fs';
import { findBinaries, reachableBinaries } from './embedded/binaries.ts';
import { registerUser, underLock } from './embedded/lock.ts';
import { findPlaces, removeSocketFolder } from './embedded/places.ts';
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
  /** Leaves the server, and stops it in order when no other process uses it. Calling it again does nothing. */
  stop(): Promise<void>;
};

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
    let stopping: Promise<void> | null = null;
    const stop = () =>
      underLock(places.home, async () => {
        if (leave().othersRemain) return;
        await stopServer(places, binaries);
        if (transport === 'socket') removeSocketFolder(places, address.host);
      });
    return {
      address,
      home: places.home,
      adopted,
      pid: postmasterId(places),
      stop: () => (stopping ??= stop())
    };
  });
}

/** Whether a database has ever been made in this folder (or where its signpost points). */
export function hasEmbeddedData(folder: string): boolean {
  if (!fs.existsSync(folder)) return false;
  const { data } = findPlaces(folder, findBinaries().majorVersion);
  return fs.existsSync(data);
}
