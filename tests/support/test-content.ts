import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type pg from 'pg';
import { loadPacks } from '#modules/vocabulary/server';
import { clockAt } from '#platform/clock';
import type { World } from '#platform/command';
import { connect } from '#platform/database';
import { Throttle } from '#platform/throttle';

/** The moment at which tests happen, unless they say otherwise. */
export const testMoment = '2026-03-02T10:00:00.000Z';

/** Loads the packs that Cairn ships into a migrated database, as at the tests' moment. */
export async function loadTestContent(owner: pg.PoolConfig): Promise<void> {
  const world: World = {
    database: connect(owner),
    clock: clockAt(testMoment),
    newId: randomUUID,
    throttle: new Throttle()
  };
  try {
    const loaded = await loadPacks(world, path.resolve(import.meta.dirname, '../../content'));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  } finally {
    await world.database.destroy();
  }
}
