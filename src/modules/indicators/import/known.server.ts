import { packFile } from '#modules/vocabulary/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { ownIndicators } from '../own/indicators.store.server.ts';
import { areasHere } from '../own/small-areas.server.ts';
import type { Known } from './meanings.ts';
import { readPublishedFiles } from './publishers.ts';

/**
 * What the names of a file can mean in this place: its own indicators with their groups, its areas, and the
 * publishers whose files are known.
 */
export async function knownHere(tx: Tx, scope: ReadScope): Promise<Known> {
  const indicators = await ownIndicators(tx, scope);
  return {
    indicators: indicators.map(
      ({ id, title, unit, decimals, frequency, breakdowns, version }) =>
        ({ id, title, unit, decimals, frequency, breakdowns, version }) as const
    ),
    areas: await areasHere(tx, scope),
    published: await packFile(tx, 'data/published-files', 'publishers.json', readPublishedFiles)
  };
}
