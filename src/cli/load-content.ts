import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { loadOpenData } from '#modules/indicators/server';
import { packProblemSentence, type PackProblem } from '#modules/vocabulary';
import { loadPacks } from '#modules/vocabulary/server';
import { systemClock } from '#platform/clock';
import type { World } from '#platform/command';
import { hasDemonstration } from '#ground/demonstration-there';
import { GroundRefusal } from '#ground/problems';
import { inOneTransaction } from '#platform/one-transaction';
import { Throttle } from '#platform/throttle';

/** The packs and open data that Cairn ships. */
export const contentFolder = path.resolve(import.meta.dirname, '../../content');

/**
 * Brings the packs and the open data of the database up to date with those of `folder`; what is unchanged is left alone.
 * Answers the names of what was new or had changed. Any number of starters may do this at once.
 *
 * Assumes: `owner` signs in as the database's owner, the only one who may write content.
 * Refuses: throws a `GroundRefusal` naming every problem of a file that cannot be used; nothing is changed then.
 */
export async function loadContent(
  owner: pg.PoolConfig,
  folder = contentFolder
): Promise<readonly string[]> {
  return inOneTransaction(owner, 'cairn content', async (database) => {
    const world: World = {
      database,
      clock: systemClock,
      newId: randomUUID,
      throttle: new Throttle()
    };
    const packs = await loadPacks(world, folder);
    if (!packs.ok) throw refusal(packs.error);
    const figures = await loadOpenData(world, folder);
    if (!figures.ok) throw refusal(figures.error);
    return [...packs.value, ...figures.value.loaded];
  });
}

/**
 * What a real installation needs before it serves: its content up to date, and none of the accounts whose password everyone knows.
 * Refuses: throws a `GroundRefusal` where the database holds the demonstration; as `loadContent` does.
 */
export async function fillForProduction(owner: pg.PoolConfig): Promise<readonly string[]> {
  if (await hasDemonstration(owner)) {
    throw new GroundRefusal({ kind: 'demonstration-in-production' });
  }
  return loadContent(owner);
}

function refusal(refused: { folder: string; problems: readonly PackProblem[] }): GroundRefusal {
  const sentences = refused.problems.map(packProblemSentence);
  return new GroundRefusal({ kind: 'content-refused', folder: refused.folder, sentences });
}
