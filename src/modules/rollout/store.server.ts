import type { SettingId, SettingKind } from '#modules/settings';
import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { PersonId } from '#platform/ids';
import { removeRow, saveVersion } from '#platform/saving';
import type { DB } from '#platform/schema';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql, type Selectable } from 'kysely';
import type {
  Report,
  ReportDetails,
  ReportId,
  RollOut,
  RollOutDetails,
  RollOutId,
  Standing
} from './types.ts';

/** All SQL about roll-outs and what was said of settings. */

function rollOutOf(row: Selectable<DB['roll_out']>): RollOut {
  return {
    id: row.id as RollOutId, // the column holds nothing else
    title: row.title,
    change: row.change,
    projectId: row.project_id,
    changeIdeaId: row.change_idea_id,
    factorIds: row.factor_ids as FactorId[], // checked against the spine when saved
    startedOn: row.started_on,
    endedOn: row.ended_on,
    goalSettings: row.goal_settings,
    goalBy: row.goal_by,
    eligibleBy: row.eligible_by === 'picked' ? 'picked' : 'rule',
    eligibleKinds: row.eligible_kinds as SettingKind[], // checked when saved
    eligibleAreas: row.eligible_areas,
    picked: row.picked as SettingId[], // likewise
    scale: row.scale,
    parts: row.parts,
    version: row.version
  };
}

/** Every roll-out, those that ended last. */
export async function rollOuts(tx: Tx, scope: ReadScope): Promise<RollOut[]> {
  const rows = await tx
    .selectFrom('roll_out')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy(sql`ended_on is not null`)
    .orderBy(sql`title collate "und-x-icu"`)
    .execute();
  return rows.map(rollOutOf);
}

export async function findRollOut(tx: Tx, scope: ReadScope, id: string): Promise<RollOut | null> {
  const row = await tx
    .selectFrom('roll_out')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : rollOutOf(row);
}

function columns(details: RollOutDetails) {
  return {
    title: details.title,
    change: details.change,
    project_id: details.projectId,
    change_idea_id: details.changeIdeaId,
    factor_ids: [...details.factorIds],
    started_on: details.startedOn,
    ended_on: details.endedOn,
    goal_settings: details.goalSettings,
    goal_by: details.goalBy,
    eligible_by: details.eligibleBy,
    eligible_kinds: [...details.eligibleKinds],
    eligible_areas: [...details.eligibleAreas],
    picked: [...details.picked],
    scale: [...details.scale],
    parts: [...details.parts]
  };
}

export async function addRollOut(
  tx: Tx,
  scope: WriteScope,
  id: RollOutId,
  details: RollOutDetails
): Promise<void> {
  const row = { partnership_id: scope.partnershipId, id, ...columns(details) };
  await tx.insertInto('roll_out').values(row).execute();
}

/** Answers the new version; null when somebody else saved first. */
export async function saveRollOut(
  tx: Tx,
  scope: WriteScope,
  record: { readonly id: RollOutId; readonly expected: number },
  details: RollOutDetails
): Promise<number | null> {
  return saveVersion(tx, scope, 'roll_out', record, columns(details));
}

function reportOf(row: Selectable<DB['roll_out_report']>): Report {
  return {
    id: row.id as ReportId, // the column holds nothing else
    rollOutId: row.roll_out_id as RollOutId, // likewise
    settingId: row.setting_id as SettingId, // likewise
    standing: row.standing as Standing, // held by a check constraint
    since: row.since,
    level: row.level,
    parts: row.parts,
    reason: row.reason,
    note: row.note,
    saidBy: row.said_by,
    reportedAt: row.reported_at,
    version: row.version
  };
}

/** What was said, newest day first: of everything, of one roll-out, or of one setting. */
export async function reports(
  tx: Tx,
  scope: ReadScope,
  of: { readonly rollOutId?: RollOutId; readonly settingId?: SettingId } = {}
): Promise<Report[]> {
  const { rollOutId, settingId } = of;
  const rows = await tx
    .selectFrom('roll_out_report')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .$if(rollOutId !== undefined, (all) => all.where('roll_out_id', '=', rollOutId ?? ''))
    .$if(settingId !== undefined, (all) => all.where('setting_id', '=', settingId ?? ''))
    .orderBy('since', 'desc')
    .orderBy('reported_at', 'desc')
    .execute();
  return rows.map(reportOf);
}

export async function findReport(tx: Tx, scope: ReadScope, id: string): Promise<Report | null> {
  const row = await tx
    .selectFrom('roll_out_report')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : reportOf(row);
}

function reportColumns(details: ReportDetails) {
  return {
    standing: details.standing,
    since: details.since,
    level: details.level,
    parts: [...details.parts],
    reason: details.reason,
    note: details.note,
    said_by: details.saidBy
  };
}

export async function addReport(
  tx: Tx,
  scope: WriteScope,
  report: ReportDetails & Pick<Report, 'id' | 'rollOutId' | 'settingId'>,
  by: { readonly personId: PersonId; readonly now: Date }
): Promise<void> {
  await tx
    .insertInto('roll_out_report')
    .values({
      partnership_id: scope.partnershipId,
      id: report.id,
      roll_out_id: report.rollOutId,
      setting_id: report.settingId,
      ...reportColumns(report),
      reported_by: by.personId,
      reported_at: by.now
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
  return saveVersion(tx, scope, 'roll_out_report', record, reportColumns(details));
}

/** False when it was not there. */
export async function removeReport(tx: Tx, scope: WriteScope, id: ReportId): Promise<boolean> {
  return removeRow(tx, scope, 'roll_out_report', id);
}
