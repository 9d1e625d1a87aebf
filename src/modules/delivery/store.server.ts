import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { removeRow, saveVersion } from '#platform/saving';
import type { Action, ActionStatus, Aim, Plan, PlanMeasure, PlanPriority } from './types.ts';

/** The whole plan of a partnership, in the order of its positions. */
export async function plan(tx: Tx, scope: ReadScope): Promise<Plan> {
  return {
    priorities: await planPriorities(tx, scope),
    aims: await aims(tx, scope),
    actions: await actions(tx, scope),
    measures: await measures(tx, scope)
  };
}

export async function planPriorities(tx: Tx, scope: ReadScope): Promise<PlanPriority[]> {
  const rows = await tx
    .selectFrom('planPriority')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('position')
    .orderBy('title')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    statement: row.statement,
    factors: row.factors,
    outcomes: row.outcomes,
    groupId: row.groupId,
    position: row.position,
    source: row.source,
    version: row.version
  }));
}

export async function aims(tx: Tx, scope: ReadScope): Promise<Aim[]> {
  const rows = await tx
    .selectFrom('aim')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('position')
    .orderBy('number')
    .orderBy('title')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    planPriorityId: row.planPriorityId,
    number: row.number,
    title: row.title,
    detail: row.detail,
    factors: row.factors,
    dueOn: row.dueOn,
    dueAsWritten: row.dueAsWritten,
    leadGroupId: row.leadGroupId,
    lead: row.lead,
    supportedBy: row.supportedBy,
    links: row.links,
    source: row.source,
    position: row.position,
    version: row.version
  }));
}

export async function actions(tx: Tx, scope: ReadScope): Promise<Action[]> {
  const rows = await tx
    .selectFrom('action')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('position')
    .orderBy('dueOn')
    .orderBy('title')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    aimId: row.aimId,
    title: row.title,
    lead: row.lead,
    collaborators: row.collaborators,
    policyLinks: row.policyLinks,
    intendedOutcome: row.intendedOutcome,
    targetGroup: row.targetGroup,
    evaluation: row.evaluation,
    resource: row.resource,
    startsOn: row.startsOn,
    dueOn: row.dueOn,
    status: row.status,
    progressNote: row.progressNote,
    progressOn: row.progressOn,
    position: row.position,
    version: row.version
  }));
}

async function measures(tx: Tx, scope: ReadScope): Promise<PlanMeasure[]> {
  const rows = await tx
    .selectFrom('planMeasure')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    planPriorityId: row.planPriorityId,
    title: row.title,
    wanted: row.wanted,
    indicatorId: row.indicatorId,
    source: row.source,
    position: row.position
  }));
}

type Values<Record extends { id: string; version: number }> = Omit<Record, 'id' | 'version'>;

function priorityColumns(values: Values<PlanPriority>) {
  return {
    title: values.title,
    statement: values.statement,
    factors: [...values.factors],
    outcomes: [...values.outcomes],
    groupId: values.groupId,
    position: values.position,
    source: values.source
  };
}

function aimColumns(values: Values<Aim>) {
  return {
    planPriorityId: values.planPriorityId,
    number: values.number,
    title: values.title,
    detail: values.detail,
    factors: [...values.factors],
    dueOn: values.dueOn,
    dueAsWritten: values.dueAsWritten,
    leadGroupId: values.leadGroupId,
    lead: values.lead,
    supportedBy: [...values.supportedBy],
    links: values.links,
    source: values.source,
    position: values.position
  };
}

/** What the form of an action holds; its progress is reported on its own. */
export type ActionValues = Omit<Values<Action>, 'progressNote' | 'progressOn'>;

function actionColumns(values: ActionValues) {
  return {
    aimId: values.aimId,
    title: values.title,
    lead: values.lead,
    collaborators: values.collaborators,
    policyLinks: values.policyLinks,
    intendedOutcome: values.intendedOutcome,
    targetGroup: values.targetGroup,
    evaluation: values.evaluation,
    resource: values.resource,
    startsOn: values.startsOn,
    dueOn: values.dueOn,
    status: values.status,
    position: values.position
  };
}

export async function addPlanPriority(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: Values<PlanPriority>
): Promise<void> {
  const row = { partnershipId: scope.partnershipId, id, ...priorityColumns(values) };
  await tx.insertInto('planPriority').values(row).execute();
}

export async function addAim(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: Values<Aim>
): Promise<void> {
  const row = { partnershipId: scope.partnershipId, id, ...aimColumns(values) };
  await tx.insertInto('aim').values(row).execute();
}

export async function addAction(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: ActionValues
): Promise<void> {
  const row = { partnershipId: scope.partnershipId, id, ...actionColumns(values) };
  await tx.insertInto('action').values(row).execute();
}

export async function addPlanMeasure(
  tx: Tx,
  scope: WriteScope,
  measure: PlanMeasure
): Promise<void> {
  await tx
    .insertInto('planMeasure')
    .values({
      partnershipId: scope.partnershipId,
      id: measure.id,
      planPriorityId: measure.planPriorityId,
      title: measure.title,
      wanted: measure.wanted,
      indicatorId: measure.indicatorId,
      source: measure.source,
      position: measure.position
    })
    .execute();
}

/** Each `save…` saves over version `expected`, and answers the new version, or null when somebody else saved first. */
export async function savePlanPriority(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: Values<PlanPriority>,
  expected: number
): Promise<number | null> {
  return saveVersion(tx, scope, 'planPriority', { id, expected }, priorityColumns(values));
}

export async function saveAim(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: Values<Aim>,
  expected: number
): Promise<number | null> {
  return saveVersion(tx, scope, 'aim', { id, expected }, aimColumns(values));
}

export async function saveAction(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: ActionValues,
  expected: number
): Promise<number | null> {
  return saveVersion(tx, scope, 'action', { id, expected }, actionColumns(values));
}

export async function saveProgress(
  tx: Tx,
  scope: WriteScope,
  progress: { id: string; status: ActionStatus; progressNote: string; on: string },
  expected: number
): Promise<number | null> {
  return saveVersion(
    tx,
    scope,
    'action',
    { id: progress.id, expected },
    {
      status: progress.status,
      progressNote: progress.progressNote,
      progressOn: progress.on
    }
  );
}

/** Removes a row of the plan. False when it is not there. */
export async function remove(
  tx: Tx,
  scope: WriteScope,
  table: 'planPriority' | 'aim' | 'action' | 'planMeasure',
  id: string
): Promise<boolean> {
  return removeRow(tx, scope, table, id);
}
