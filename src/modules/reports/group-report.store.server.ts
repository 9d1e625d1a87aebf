import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { FrozenGroupReport } from './group-report.ts';

/** All SQL about the reports that groups sent. */

export type StoredGroupReport = {
  readonly id: string;
  readonly groupId: string;
  readonly toGroupId: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly content: FrozenGroupReport;
  readonly sentAt: Date;
};

/** Every report, the latest first; of one group where it is named. */
export async function groupReports(
  tx: Tx,
  scope: ReadScope,
  groupId?: string
): Promise<StoredGroupReport[]> {
  let select = tx
    .selectFrom('groupReport')
    .select(['id', 'groupId', 'toGroupId', 'fromOn', 'untilOn', 'content', 'sentAt'])
    .where('partnershipId', '=', scope.partnershipId);
  if (groupId !== undefined) select = select.where('groupId', '=', groupId);
  return select.orderBy('sentAt', 'desc').execute();
}

export async function addGroupReport(
  tx: Tx,
  scope: WriteScope,
  { content, ...report }: StoredGroupReport
): Promise<void> {
  await tx
    .insertInto('groupReport')
    .values({ ...report, content: JSON.stringify(content), partnershipId: scope.partnershipId })
    .execute();
}
