import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { resourceLimitKind, resourceLineKind, riskKind } from './kinds.ts';
import type { PlanHere } from './rules.ts';

export const risks = records(riskKind);
export const lines = records(resourceLineKind);
export const limits = records(resourceLimitKind);

/** Priorities, aims and actions by which resources and risks are tied, in the order of the plan. */
export async function planHere(tx: Tx, scope: ReadScope): Promise<PlanHere> {
  const { partnershipId } = scope;
  return {
    priorities: await tx
      .selectFrom('planPriority')
      .select(['id', 'title'])
      .where('partnershipId', '=', partnershipId)
      .orderBy('number')
      .execute(),
    aims: await tx
      .selectFrom('aim')
      .select(['id', 'title', 'planPriorityId'])
      .where('partnershipId', '=', partnershipId)
      .orderBy('position')
      .orderBy('title')
      .execute(),
    actions: await tx
      .selectFrom('action')
      .select(['id', 'title', 'aimId', 'status', 'resource'])
      .where('partnershipId', '=', partnershipId)
      .orderBy('position')
      .orderBy('title')
      .execute()
  };
}
