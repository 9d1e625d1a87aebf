import type { SettingId } from '#modules/settings';
import type { Tx } from '#platform/database';
import { sought, type PersonId } from '#platform/ids';
import { removeRow, saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import { sql } from 'kysely';
import type {
  Report,
  ReportDetails,
  ReportId,
  RollOut,
  RollOutDetails,
  RollOutId
} from './types.ts';

/** All SQL about roll-outs and what was said of settings. */

const rollOutOf = without('partnershipId');

/** Every roll-out, those that ended last. */
export async function rollOuts(tx: Tx, scope: ReadScope): Promise<RollOut[]> {
  const rows = await tx
    .selectFrom('rollOut')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy(sql`ended_on is not null`)
    .orderBy(sql`title collate "und-x-icu"`)
    .execute();
  return rows.map(rollOutOf);
}

export async function findRollOut(tx: Tx, scope: ReadScope, id: string): Promise<RollOut | null> {
  const row = await tx
    .selectFrom('rollOut')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', sought<RollOutId>(id))
    .executeTakeFirst();
  return row === undefined ? null : rollOutOf(row);
}

function columns(details: RollOutDetails) {
  return {
    title: details.title,
    change: details.change,
    projectId: details.projectId,
    changeIdeaId: details.changeIdeaId,
    factorIds: details.factorIds,
    startedOn: details.startedOn,
    endedOn: details.endedOn,
    goalSettings: details.goalSettings,
    goalBy: details.goalBy,
    eligibleBy: details.eligibleBy,
    eligibleKinds: details.eligibleKinds,
    eligibleAreas: details.eligibleAreas,
    picked: details.picked,
    scale: details.scale,
    parts: details.parts
  };
}

export async function addRollOut(
  tx: Tx,
  scope: WriteScope,
  id: RollOutId,
  details: RollOutDetails
): Promise<void> {
  const row = { partnershipId: scope.partnershipId, id, ...columns(details) };
  await tx.insertInto('rollOut').values(row).execute();
}

/** Answers the new version; null when somebody else saved first. */
export async function saveRollOut(
  tx: Tx,
  scope: WriteScope,
  record: { readonly id: RollOutId; readonly expected: number },
  details: RollOutDetails
): Promise<number | null> {
  return saveVersion(tx, scope, 'rollOut', record, columns(details));
}

const reportOf = without('partnershipId', 'reportedBy');

/** What was said, newest day first: of everything, of one roll-out, or of one setting. */
export async function reports(
  tx: Tx,
  scope: ReadScope,
  of: { readonly rollOutId?: RollOutId; readonly settingId?: SettingId } = {}
): Promise<Report[]> {
  const { rollOutId, settingId } = of;
  const rows = await tx
    .selectFrom('rollOutReport')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .$if(rollOutId !== undefined, (all) =>
      all.where('rollOutId', '=', sought<RollOutId>(rollOutId ?? ''))
    )
    .$if(settingId !== undefined, (all) =>
      all.where('settingId', '=', sought<SettingId>(settingId ?? ''))
    )
    .orderBy('since', 'desc')
    .orderBy('reportedAt', 'desc')
    .execute();
  return rows.map(reportOf);
}

export async function findReport(tx: Tx, scope: ReadScope, id: string): Promise<Report | null> {
  const row = await tx
    .selectFrom('rollOutReport')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', sought<ReportId>(id))
    .executeTakeFirst();
  return row === undefined ? null : reportOf(row);
}

function reportColumns(details: ReportDetails) {
  return {
    standing: details.standing,
    since: details.since,
    level: details.level,
    parts: details.parts,
    reason: details.reason,
    note: details.note,
    saidBy: details.saidBy
  };
}

export async function addReport(
  tx: Tx,
  scope: WriteScope,
  report: ReportDetails & Pick<Report, 'id' | 'rollOutId' | 'settingId'>,
  by: { readonly personId: PersonId; readonly now: Date }
): Promise<void> {
  await tx
    .insertInto('rollOutReport')
    .values({
      partnershipId: scope.partnershipId,
      id: report.id,
      rollOutId: report.rollOutId,
      settingId: report.settingId,
      ...reportColumns(report),
      reportedBy: by.personId,
      reportedAt: by.now
    })
    .execute();
}

/** Answers the new version; null when somebody else saved first. */
export async function saveReport(
  tx: Tx,
  scope: WriteScope,
  record: { readonly id: ReportId; readonly expected: number },
  details: ReportDetails
): Promise<number | null> {
  return saveVersion(tx, scope, 'rollOutReport', record, reportColumns(details));
}

/** False when it was not there. */
export async function removeReport(tx: Tx, scope: WriteScope, id: ReportId): Promise<boolean> {
  return removeRow(tx, scope, 'rollOutReport', id);
}
