import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type { DataItem, DataSource, NeedsQuestion } from './types.ts';

type Values<Record extends { id: string; version: number }> = Omit<Record, 'id' | 'version'>;
type Table = 'dataSource' | 'needsQuestion' | 'dataItem';

function whyColumns(values: Values<DataSource> | Values<DataItem>) {
  return {
    why: values.why,
    forWhom: values.forWhom,
    usedBy: values.usedBy,
    workCost: values.workCost,
    cameOfIt: values.cameOfIt
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
    indicatorIds: [...values.indicatorIds],
    freshOn: values.freshOn,
    ...whyColumns(values)
  };
}

/** The data library by title. */
export async function sources(tx: Tx, scope: ReadScope): Promise<DataSource[]> {
  const rows = await tx
    .selectFrom('dataSource')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
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
    factors: row.factors,
    indicatorIds: row.indicatorIds,
    freshOn: row.freshOn,
    why: row.why,
    forWhom: row.forWhom,
    usedBy: row.usedBy,
    workCost: row.workCost,
    cameOfIt: row.cameOfIt,
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
    .insertInto('dataSource')
    .values({ partnershipId: scope.partnershipId, id, ...sourceColumns(values) })
    .execute();
}

/** The new version; null when another than the expected was stored. */
export async function saveSource(
  tx: Tx,
  scope: WriteScope,
  { id, version, ...values }: DataSource
): Promise<number | null> {
  return saveVersion(tx, scope, 'dataSource', { id, expected: version }, sourceColumns(values));
}

function questionColumns(values: Values<NeedsQuestion>) {
  return {
    gap: values.gap,
    question: values.question,
    method: values.method,
    resource: values.resource,
    ownerRole: values.ownerRole,
    dueOn: values.dueOn,
    factor: values.factor,
    dataSourceId: values.dataSourceId,
    finding: values.finding,
    foundOn: values.foundOn,
    status: values.status
  };
}

export async function questions(tx: Tx, scope: ReadScope): Promise<NeedsQuestion[]> {
  const rows = await tx
    .selectFrom('needsQuestion')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('dueOn')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    gap: row.gap,
    question: row.question,
    method: row.method,
    resource: row.resource,
    ownerRole: row.ownerRole,
    dueOn: row.dueOn,
    factor: row.factor,
    dataSourceId: row.dataSourceId,
    finding: row.finding,
    foundOn: row.foundOn,
    status: row.status,
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
    .insertInto('needsQuestion')
    .values({ partnershipId: scope.partnershipId, id, ...questionColumns(values) })
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
    'needsQuestion',
    { id, expected: version },
    questionColumns(values)
  );
}

function itemColumns(values: Values<DataItem>) {
  return {
    title: values.title,
    heldWhere: values.heldWhere,
    subject: values.subject,
    specialCategory: values.specialCategory,
    lawfulBasis: values.lawfulBasis,
    specialCondition: values.specialCondition,
    shared: values.shared,
    sharedWith: values.sharedWith,
    agreementReference: values.agreementReference,
    agreementOn: values.agreementOn,
    assessment: values.assessment,
    assessedOn: values.assessedOn,
    retention: values.retention,
    ownerRole: values.ownerRole,
    reviewOn: values.reviewOn,
    ...whyColumns(values)
  };
}

export async function items(tx: Tx, scope: ReadScope): Promise<DataItem[]> {
  const rows = await tx
    .selectFrom('dataItem')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('reviewOn')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    heldWhere: row.heldWhere,
    subject: row.subject,
    specialCategory: row.specialCategory,
    lawfulBasis: row.lawfulBasis,
    specialCondition: row.specialCondition,
    shared: row.shared,
    sharedWith: row.sharedWith,
    agreementReference: row.agreementReference,
    agreementOn: row.agreementOn,
    assessment: row.assessment,
    assessedOn: row.assessedOn,
    retention: row.retention,
    ownerRole: row.ownerRole,
    reviewOn: row.reviewOn,
    why: row.why,
    forWhom: row.forWhom,
    usedBy: row.usedBy,
    workCost: row.workCost,
    cameOfIt: row.cameOfIt,
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
    .insertInto('dataItem')
    .values({ partnershipId: scope.partnershipId, id, ...itemColumns(values) })
    .execute();
}

/** The new version; null when another than the expected was stored. */
export async function saveItem(
  tx: Tx,
  scope: WriteScope,
  { id, version, ...values }: DataItem
): Promise<number | null> {
  return saveVersion(tx, scope, 'dataItem', { id, expected: version }, itemColumns(values));
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
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
