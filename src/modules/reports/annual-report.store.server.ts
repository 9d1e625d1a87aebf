import type { WrittenDocument } from '#core/written-document';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';

/** All SQL about the reports of a year. */

export type StoredAnnualReport = {
  readonly id: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly content: WrittenDocument;
  readonly frozenAt: Date;
};

/** Every report of a year, the latest first. */
export async function annualReports(tx: Tx, scope: ReadScope): Promise<StoredAnnualReport[]> {
  return tx
    .selectFrom('annualReport')
    .select(['id', 'fromOn', 'untilOn', 'content', 'frozenAt'])
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('untilOn', 'desc')
    .orderBy('frozenAt', 'desc')
    .execute();
}

/** When the next report of a year is due; null where nobody has said. */
export async function annualReportDue(tx: Tx, scope: ReadScope): Promise<string | null> {
  const row = await tx
    .selectFrom('annualReportDue')
    .select('dueOn')
    .where('partnershipId', '=', scope.partnershipId)
    .executeTakeFirst();
  return row?.dueOn ?? null;
}

export async function setAnnualReportDue(
  tx: Tx,
  scope: WriteScope,
  dueOn: string | null
): Promise<void> {
  await tx
    .insertInto('annualReportDue')
    .values({ partnershipId: scope.partnershipId, dueOn })
    .onConflict((conflict) => conflict.columns(['partnershipId', 'id']).doUpdateSet({ dueOn }))
    .execute();
}

export async function addAnnualReport(
  tx: Tx,
  scope: WriteScope,
  { content, ...report }: StoredAnnualReport
): Promise<void> {
  await tx
    .insertInto('annualReport')
    .values({ ...report, content: JSON.stringify(content), partnershipId: scope.partnershipId })
    .execute();
}
