import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { countPeople } from '#modules/partnerships/server';
import { systemClock, type Clock } from '#platform/clock';
import type { World } from '#platform/command';
import { GroundRefusal } from '#ground/problems';
import { inOneTransaction } from '#platform/one-transaction';
import { Throttle } from '#platform/throttle';
import { contentFolder } from '../load-content.ts';
import { readDemonstration } from './content.ts';
import { loadFernhollow } from './fernhollow.ts';
import { loadPublishedExamples } from './published-examples.ts';
import type { Counts } from './stage.ts';
import { loadTayside } from './tayside.ts';
import { loadTrafford } from './trafford.ts';

const places = [
  { name: 'Fernhollow (made up)', load: loadFernhollow },
  { name: 'Trafford', load: loadTrafford },
  { name: 'Tayside with Angus, Dundee and Perth & Kinross', load: loadTayside },
  { name: 'Published examples', load: loadPublishedExamples }
] as const;

/**
 * Loads the places of the demonstration through the application's own commands, as its own role, all of them or none; `say` is
 * given one sentence a place. Answers whether it had to: a database that has the demonstration is left as it is.
 *
 * Assumes: the content is loaded.
 * Refuses: throws a `GroundRefusal` where people have accounts and none is of the demonstration.
 */
export async function loadPlaces(
  app: pg.PoolConfig,
  say: (sentence: string) => void,
  clock: Clock = systemClock
): Promise<boolean> {
  return inOneTransaction(app, 'cairn demonstration', async (database) => {
    const world: World = { database, clock, newId: randomUUID, throttle: new Throttle() };
    const people = await countPeople(world);
    if (people.ofDemonstration > 0) return false;
    if (people.all > 0) throw new GroundRefusal({ kind: 'demonstration-among-real' });
    const content = await readDemonstration(contentFolder);
    for (const place of places) {
      say(`${place.name}: ${countsText(await place.load({ world, content }))}.`);
    }
    return true;
  });
}

/** @example countsText({ groups: 3, services: 14 }) // '3 groups, 14 services' */
export function countsText(counts: Counts): string {
  return Object.entries(counts)
    .map(([words, count]) => `${count} ${words}`)
    .join(', ');
}
