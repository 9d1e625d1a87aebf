import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { type Indicator, indicatorKind } from '../kinds.ts';
import { breakdownsOf } from './groups.ts';

/** All SQL about the indicators that a partnership made itself. Their values are in values.store.server.ts. */

const indicators = records(indicatorKind);

/** The partnership's own indicators by title, those it no longer counts left out. */
export async function ownIndicators(tx: Tx, scope: ReadScope): Promise<Indicator[]> {
  const found = await indicators.list(tx, scope, { retiredAt: null });
  return found.map((one) => ({ ...one, breakdowns: breakdownsOf(one) }));
}

/** One of them, whether it is still counted or not; null when it is not here. */
export async function findOwnIndicator(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<Indicator | null> {
  const found = await indicators.find(tx, scope, id);
  return found && { ...found, breakdowns: breakdownsOf(found) };
}

/** Stops counting an indicator (its values stay), or takes it up again. False when there is none. */
export async function setRetired(
  tx: Tx,
  scope: WriteScope,
  id: string,
  retiredAt: Date | null
): Promise<boolean> {
  const answer = await tx
    .updateTable('indicator')
    .set({ retiredAt })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}
