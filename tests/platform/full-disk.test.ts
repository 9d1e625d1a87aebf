import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  applicationConnectionValue,
  applicationConnectionVariable
} from '#ground/application-connection';
import { ensureEmbeddedDatabase, prepareDatabase } from '#ground/connection';
import { addSession, viewLearning } from '#modules/learning/server';
import type { World } from '#platform/command';
import { connect } from '#platform/database';
import { troubleIn } from '#platform/database-trouble';
import { clockAt } from '#platform/clock';
import { Throttle } from '#platform/throttle';
import { canHaveSmallDisk, startOnSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { testPlace, type TestPlace } from '../support/world.ts';

const folder = makeTemporaryFolder('small-disk');
const isPossible = canHaveSmallDisk(folder);
const moment = '2026-03-02T10:00:00.000Z';

describe.skipIf(!isPossible)('a disk that really is full', () => {
  let disk: SmallDisk;
  let world: World;
  let place: TestPlace;
  let health: () => Promise<string>;
  let closing: () => Promise<void> = () => Promise.resolve();

  beforeAll(async () => {
    disk = await startOnSmallDisk(folder, 160);
    const { app } = await prepareDatabase(await ensureEmbeddedDatabase(disk, 'cairn'));
    world = {
      database: connect(app),
      clock: clockAt(moment),
      newId: randomUUID,
      throttle: new Throttle()
    };
    place = await testPlace(world);
    process.env[applicationConnectionVariable] = applicationConnectionValue(app);
    vi.resetModules();
    const alive = await import('../../src/routes/health/+server.ts');
    const saving = await import('../../src/routes/health/saving/+server.ts');
    const { theWorld } = await import('#web/world.server');
    health = async () => {
      // An answer stands for ten seconds.
      vi.setSystemTime(Date.now() + 11_000);
      const [one, other] = [await alive.GET(), await saving.GET()];
      return `${one.status} ${(await one.text()).trim()}, ${other.status}`;
    };
    closing = () => theWorld().database.destroy();
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) });
  });

  afterAll(async () => {
    vi.useRealTimers();
    await closing();
    await world.database.destroy();
    await disk.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  /** Saves one after another, each too long for what room is left in pages, until one is refused. */
  async function untilRefused(): Promise<{ saved: string[]; fault: unknown }> {
    const saved: string[] = [];
    for (let at = 0; at < 5_000; at += 1) {
      const title = `Session ${at}`;
      try {
        const about = Array.from({ length: 40 }, () => randomUUID()).join(' ');
        const answer = await addSession.run(
          place.people.lead,
          place.id,
          { title, startsOn: '2026-02-20', about },
          world
        );
        if (!answer.ok) return { saved, fault: answer.error };
        saved.push(title);
      } catch (fault) {
        return { saved, fault };
      }
    }
    return { saved, fault: null };
  }

  const read = async () => {
    const answer = await viewLearning.run(place.people.reader, place.id, {}, world);
    if (!answer.ok) throw new Error(answer.error.kind);
    return JSON.stringify(answer.value);
  };

  test('is read from, says of what is refused that there is no room, and saves again when there is', async () => {
    expect(await health()).toBe('200 ok, 200');
    await disk.fill();
    expect(await health()).toBe('200 reads only: nothing can be saved, 503');
    const { saved, fault } = await untilRefused();
    expect(troubleIn(fault)).toBe('cannot-save');
    const there = await read();
    for (const title of saved) expect(there).toContain(`"${title}"`);
    expect(there).not.toContain(`"Session ${saved.length}"`);
    // Whoever tries again and again does not use up the room that the server needs for itself.
    for (let time = 0; time < 200; time += 1) await untilRefused();
    expect(await health()).toBe('200 reads only: nothing can be saved, 503');
    expect(await read()).toBe(there);
    await disk.empty();
    expect(await health()).toBe('200 ok, 200');
    const again = await addSession.run(
      place.people.lead,
      place.id,
      { title: 'There is room', startsOn: '2026-02-20' },
      world
    );
    expect(again).toMatchObject({ ok: true });
  });
});
