import { randomUUID } from 'node:crypto';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { err, ok } from '#core/result';
import { systemClock } from '#platform/clock';
import type { World } from '#platform/command';
import { openDatabase, type DatabaseAccess } from '#ground/connection';
import { connect } from '#platform/database';
import { modeOf } from '#ground/mode';
import { Throttle } from '#platform/throttle';

/** The two ways in which whoever keeps the installation reaches its database. */
export type Keeper = {
  /** As the application: row-level security and permissions hold. */
  readonly app: World;
  /** As the database's owner: finds partnerships by address, and writes content. */
  readonly owner: World;
  readonly access: Pick<DatabaseAccess, 'app' | 'owner'>;
};

/**
 * Opens the database, brings it up to date and does `work`.
 * Refuses: throws a `GroundRefusal` where the database cannot be used.
 */
export async function asKeeper<Value>(work: (keeper: Keeper) => Promise<Value>): Promise<Value> {
  const access = await openDatabase(process.env);
  try {
    const worldOf = (config: typeof access.app): World => ({
      database: connect({ ...config, max: 2 }),
      clock: systemClock,
      newId: randomUUID,
      throttle: new Throttle()
    });
    const keeper = { app: worldOf(access.app), owner: worldOf(access.owner), access };
    try {
      return await work(keeper);
    } finally {
      await keeper.app.database.destroy();
      await keeper.owner.database.destroy();
    }
  } finally {
    await access.stop();
  }
}

/** The sentence for whoever would add to the demonstration by mistake, or null. */
export function demonstrationWarning(): string | null {
  return modeOf(process.env) === 'demonstration'
    ? 'Without further settings this is the demonstration, which is not to be added to. Set CAIRN_MODE=production for the real installation on this machine, or DATABASE_URL for one on a server.'
    : null;
}

/** Reads `--name value` options. Refuses: an option that is not offered, and words that belong to none. */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options
) {
  try {
    return ok(parseArgs({ args: [...args], options }).values);
  } catch (fault) {
    return err(fault instanceof Error ? fault.message : String(fault));
  }
}
