import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureEmbeddedDatabase, prepareDatabase } from '#ground/connection';
import { systemClock } from '#platform/clock';
import type { World } from '#platform/command';
import { connect } from '#platform/database';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#ground/embedded-postgres';
import { Throttle } from '#platform/throttle';
import { patience } from '../support/patience.ts';
import { restartStorm } from '../support/restart-storm.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { testPlace } from '../support/world.ts';

let server: EmbeddedPostgres;
let world: World;
let folder = '';

beforeAll(async () => {
  folder = makeTemporaryFolder('restarts');
  // A process that is killed leaves to the system what it had written, so nothing rests here on waiting for the disk.
  server = await startEmbeddedPostgres({ folder, settings: { fsync: 'off' } });
  const { app } = await prepareDatabase(await ensureEmbeddedDatabase(server, 'cairn'));
  world = {
    database: connect(app),
    clock: systemClock,
    newId: randomUUID,
    throttle: new Throttle()
  };
});

afterAll(async () => {
  await world.database.destroy();
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

test(
  'twenty restarts of the database under readers and writers lose nothing that was acknowledged',
  async () => {
    const place = await testPlace(world);
    const starts: string[] = [];
    server.keepRunning(({ kind }) => starts.push(kind));

    const storm = await restartStorm(world, place, server.home, {
      restarts: 20,
      calm: 50,
      patience
    });

    // A server that is killed while it starts is started once more, until one stays.
    expect(starts.at(-1)).toBe('restarted');
    expect(storm.faults).toEqual([]);
    expect(storm.acknowledged.length).toBeGreaterThanOrEqual(20);
    expect(storm.acknowledged.filter((title) => !storm.saved.has(title))).toEqual([]);
    expect(storm.cutOff).toBe(20);
    // What was said not to be saved is not there either, so sending it again makes no second one.
    expect(storm.refused.filter((title) => storm.saved.has(title))).toEqual([]);
  },
  10 * patience
);
