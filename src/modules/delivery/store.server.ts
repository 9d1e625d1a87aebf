import type { FactorId, OutcomeId } from '#modules/vocabulary';
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
    .selectFrom('plan_priority')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy('position')
    .orderBy('title')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    statement: row.statement,
    factors: row.factors as FactorId[], // checked against the spine when they were saved
    outcomes: row.outcomes as OutcomeId[], // checked against the spine when they were saved
    groupId: row.group_id,
    position: row.position,
    source: row.source,
    version: row.version
  }));
}

export async function aims(tx: Tx, scope: ReadScope): Promise<Aim[]> {
  const rows = await tx
    .selectFrom('aim')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy('position')
    .orderBy('number')
    .orderBy('title')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    planPriorityId: row.plan_priority_id,
    number: row.number,
    title: row.title,
    detail: row.detail,
    factors: row.factors as FactorId[], // checked against the spine when they were saved
    dueOn: row.due_on,
    dueAsWritten: row.due_as_written,
    leadGroupId: row.lead_group_id,
    lead: row.lead,
    supportedBy: row.supported_by,
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
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy('position')
    .orderBy('due_on')
    .orderBy('title')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    aimId: row.aim_id,
    title: row.title,
    lead: row.lead,
    collaborators: row.collaborators,
    policyLinks: row.policy_links,
    intendedOutcome: row.intended_outcome,
    targetGroup: row.target_group,
    evaluation: row.evaluation,
    resource: row.resource,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    status: row.status as ActionStatus, // held by a check constraint
    progressNote: row.progress_note,
    progressOn: row.progress_on,
    position: row.position,
    version: row.version
  }));
}

async function measures(tx: Tx, scope: ReadScope): Promise<PlanMeasure[]> {
  const rows = await tx
    .selectFrom('plan_measure')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    planPriorityId: row.plan_priority_id,
    title: row.title,
    wanted: row.wanted as PlanMeasure['wanted'], // held by a check constraint
    indicatorId: row.indicator_id,
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
    group_id: values.groupId,
    position: values.position,
    source: values.source
  };
}

function aimColumns(values: Values<Aim>) {
  return {
    plan_priority_id: values.planPriorityId,
    number: values.number,
    title: values.title,
    detail: values.detail,
    factors: [...values.factors],
    due_on: values.dueOn,
    due_as_written: values.dueAsWritten,
    lead_group_id: values.leadGroupId,
    lead: values.lead,
    supported_by: [...values.supportedBy],
    links: values.links,
    source: values.source,
    position: values.position
  };
}

/** What the form of an action holds; its progress is reported on its own. */
export type ActionValues = Omit<Values<Action>, 'progressNote' | 'progressOn'>;

function actionColumns(values: ActionValues) {
  return {
    aim_id: values.aimId,
    title: values.title,
    lead: values.lead,
    collaborators: values.collaborators,
    policy_links: values.policyLinks,
    intended_outcome: values.intendedOutcome,
    target_group: values.targetGroup,
    evaluation: values.evaluation,
    resource: values.resource,
    starts_on: values.startsOn,
    due_on: values.dueOn,
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
  const row = { partnership_id: scope.partnershipId, id, ...priorityColumns(values) };
  await tx.insertInto('plan_priority').values(row).execute();
}

export async function addAim(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: Values<Aim>
): Promise<void> {
  const row = { partnership_id: scope.partnershipId, id, ...aimColumns(values) };
  await tx.insertInto('aim').values(row).execute();
}

export async function addAction(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: ActionValues
): Promise<void> {
  const row = { partnership_id: scope.partnershipId, id, ...actionColumns(values) };
  await tx.insertInto('action').values(row).execute();
}

export async function addPlanMeasure(
  tx: Tx,
  scope: WriteScope,
  measure: PlanMeasure
): Promise<void> {
  await tx
    .insertInto('plan_measure')
    .values({
      partnership_id: scope.partnershipId,
      id: measure.id,
      plan_priority_id: measure.planPriorityId,
      title: measure.title,
      wanted: measure.wanted,
      indicator_id: measure.indicatorId,
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
  return saveVersion(tx, scope, 'plan_priority', { id, expected }, priorityColumns(values));
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
      progress_note: progress.progressNote,
      progress_on: progress.on
    }
  );
}

/** Removes a row of the plan. False when it is not there. */
export async function remove(
  tx: Tx,
  scope: WriteScope,
  table: 'plan_priority' | 'aim' | 'action' | 'plan_measure',
  id: string
): Promise<boolean> {
  return removeRow(tx, scope, table, id);
}
