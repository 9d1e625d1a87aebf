import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type { DataItem, DataSource, NeedsQuestion } from './types.ts';

type Values<Record extends { id: string; version: number }> = Omit<Record, 'id' | 'version'>;
type Table = 'data_source' | 'needs_question' | 'data_item';

function whyColumns(values: Values<DataSource> | Values<DataItem>) {
  return {
    why: values.why,
    for_whom: values.forWhom,
    used_by: values.usedBy,
    work_cost: values.workCost,
    came_of_it: values.cameOfIt
  };
}

function sourceColumns(values: Values<DataSource>) {
  return {
    title: values.title,
    publisher: values.publisher,
    coverage: values.coverage,
    strengths: values.strengths,
    limitations: values.limitations,
    licence: values.licence,
    link: values.link,
    factors: [...values.factors],
    indicator_ids: [...values.indicatorIds],
    fresh_on: values.freshOn,
    ...whyColumns(values)
  };
}

/** The data library by title. */
export async function sources(tx: Tx, scope: ReadScope): Promise<DataSource[]> {
  const rows = await tx
    .selectFrom('data_source')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy(sql`title collate "und-x-icu"`)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    publisher: row.publisher,
    coverage: row.coverage,
    strengths: row.strengths,
    limitations: row.limitations,
    licence: row.licence,
    link: row.link,
    factors: row.factors as FactorId[], // checked against the spine when they were saved
    indicatorIds: row.indicator_ids,
    freshOn: row.fresh_on,
    why: row.why,
    forWhom: row.for_whom,
    usedBy: row.used_by,
    workCost: row.work_cost,
    cameOfIt: row.came_of_it,
    version: row.version
  }));
}

export async function addSource(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: Values<DataSource>
): Promise<void> {
  await tx
    .insertInto('data_source')
    .values({ partnership_id: scope.partnershipId, id, ...sourceColumns(values) })
    .execute();
}

/** The new version; null when another than the expected was stored. */
export async function saveSource(
  tx: Tx,
  scope: WriteScope,
  { id, version, ...values }: DataSource
): Promise<number | null> {
  return saveVersion(tx, scope, 'data_source', { id, expected: version }, sourceColumns(values));
}

function questionColumns(values: Values<NeedsQuestion>) {
  return {
    gap: values.gap,
    question: values.question,
    method: values.method,
    resource: values.resource,
    owner_role: values.ownerRole,
    due_on: values.dueOn,
    factor: values.factor,
    data_source_id: values.dataSourceId,
    finding: values.finding,
    found_on: values.foundOn,
    status: values.status
  };
}

export async function questions(tx: Tx, scope: ReadScope): Promise<NeedsQuestion[]> {
  const rows = await tx
    .selectFrom('needs_question')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy('due_on')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    gap: row.gap,
    question: row.question,
    method: row.method as NeedsQuestion['method'], // held by a check constraint
    resource: row.resource,
    ownerRole: row.owner_role,
    dueOn: row.due_on,
    factor: row.factor as FactorId | null, // checked against the spine when it was saved
    dataSourceId: row.data_source_id,
    finding: row.finding,
    foundOn: row.found_on,
    status: row.status as NeedsQuestion['status'], // held by a check constraint
    version: row.version
  }));
}

export async function addQuestion(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: Values<NeedsQuestion>
): Promise<void> {
  await tx
    .insertInto('needs_question')
    .values({ partnership_id: scope.partnershipId, id, ...questionColumns(values) })
    .execute();
}

/** The new version; null when another than the expected was stored. */
export async function saveQuestion(
  tx: Tx,
  scope: WriteScope,
  { id, version, ...values }: NeedsQuestion
): Promise<number | null> {
  return saveVersion(
    tx,
    scope,
    'needs_question',
    { id, expected: version },
    questionColumns(values)
  );
}

function itemColumns(values: Values<DataItem>) {
  return {
    title: values.title,
    held_where: values.heldWhere,
    subject: values.subject,
    special_category: values.specialCategory,
    lawful_basis: values.lawfulBasis,
    special_condition: values.specialCondition,
    shared: values.shared,
    shared_with: values.sharedWith,
    agreement_reference: values.agreementReference,
    agreement_on: values.agreementOn,
    assessment: values.assessment,
    assessed_on: values.assessedOn,
    retention: values.retention,
    owner_role: values.ownerRole,
    review_on: values.reviewOn,
    ...whyColumns(values)
  };
}

export async function items(tx: Tx, scope: ReadScope): Promise<DataItem[]> {
  const rows = await tx
    .selectFrom('data_item')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy('review_on')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    heldWhere: row.held_where,
    subject: row.subject as DataItem['subject'], // held by a check constraint
    specialCategory: row.special_category,
    lawfulBasis: row.lawful_basis,
    specialCondition: row.special_condition,
    shared: row.shared,
    sharedWith: row.shared_with,
    agreementReference: row.agreement_reference,
    agreementOn: row.agreement_on,
    assessment: row.assessment as DataItem['assessment'], // held by a check constraint
    assessedOn: row.assessed_on,
    retention: row.retention,
    ownerRole: row.owner_role,
    reviewOn: row.review_on,
    why: row.why,
    forWhom: row.for_whom,
    usedBy: row.used_by,
    workCost: row.work_cost,
    cameOfIt: row.came_of_it,
    version: row.version
  }));
}

export async function addItem(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: Values<DataItem>
): Promise<void> {
  await tx
    .insertInto('data_item')
    .values({ partnership_id: scope.partnershipId, id, ...itemColumns(values) })
    .execute();
}

/** The new version; null when another than the expected was stored. */
export async function saveItem(
  tx: Tx,
  scope: WriteScope,
  { id, version, ...values }: DataItem
): Promise<number | null> {
  return saveVersion(tx, scope, 'data_item', { id, expected: version }, itemColumns(values));
}

/** Whether a record was there to be removed. */
export async function remove(
  tx: Tx,
  scope: WriteScope,
  table: Table,
  id: string
): Promise<boolean> {
  const row = await tx
    .deleteFrom(table)
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
