import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { actionKind, aimKind, milestoneKind, planPriorityKind } from './kinds.ts';
import { supportKind } from './support-kinds.ts';
import type { Plan, PlanMeasure } from './types.ts';

export const planPriorities = records(planPriorityKind);
export const aims = records(aimKind);
export const milestones = records(milestoneKind);
export const actions = records(actionKind);
export const supports = records(supportKind);

/** The whole plan of a partnership, in the order of its positions. */
export async function plan(tx: Tx, scope: ReadScope): Promise<Plan> {
  return {
    priorities: await planPriorities.list(tx, scope),
    aims: await aims.list(tx, scope),
    actions: await actions.list(tx, scope),
    measures: await measures(tx, scope),
    supports: await supports.list(tx, scope)
  };
}

async function measures(tx: Tx, scope: ReadScope): Promise<PlanMeasure[]> {
  const rows = await tx
    .selectFrom('planMeasure')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('position')
    .execute();
  return rows.map(({ partnershipId: _, ...measure }) => measure);
}

/** Titles of measures of improvement projects, by title; what is no longer there is left out. */
export async function measureTitles(
  tx: Tx,
  scope: ReadScope,
  ids: readonly string[]
): Promise<{ id: string; title: string }[]> {
  if (ids.length === 0) return [];
  const all: readonly { id: string; title: string }[] = await tx
    .selectFrom('measure')
    .select(['id', 'title'])
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('title')
    .execute();
  return all.filter(({ id }) => ids.includes(id));
}

export async function addMeasure(tx: Tx, scope: WriteScope, measure: PlanMeasure): Promise<void> {
  await tx
    .insertInto('planMeasure')
    .values({ ...measure, partnershipId: scope.partnershipId })
    .execute();
}
