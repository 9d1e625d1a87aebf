import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { type Draft, rememberedMatching, rememberMatching } from './drafts.store.server.ts';
import { isFor, memoryKeys } from './matching.ts';
import type { Known, Matching } from './meanings.ts';
import type { Overview } from './overview.ts';

/**
 * How a file of the same source was matched the last time: for the same indicator where it is brought in for one, else for any. What
 * was said for another indicator is not taken: its figures stand in another column.
 */
export async function remembered(
  tx: Tx,
  scope: ReadScope,
  overview: Overview,
  known: Known,
  indicatorId: string
) {
  for (const key of memoryKeys(overview, known, indicatorId)) {
    const found = await rememberedMatching(tx, scope, key);
    if (found !== undefined && isFor(found.matching, indicatorId)) return found;
  }
  return undefined;
}

/** Keeps what was said of a file for the next of its source, and for the next of its source and indicator. */
export async function remember(
  tx: Tx,
  scope: WriteScope,
  draft: Pick<Draft, 'indicatorId'>,
  overview: Overview,
  known: Known,
  matching: Matching,
  now: Date
): Promise<void> {
  for (const key of memoryKeys(overview, known, draft.indicatorId ?? matching.indicatorId)) {
    await rememberMatching(tx, scope, key, matching, now);
  }
}
