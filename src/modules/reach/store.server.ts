import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import { removeRow, saveVersion } from '#platform/saving';
import type { DB } from '#platform/schema';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql, type Selectable } from 'kysely';
import type {
  Cycle,
  CycleDetails,
  CycleId,
  MaybeCount,
  Programme,
  ProgrammeDetails,
  ProgrammeId,
  Rhythm
} from './types.ts';

/** All SQL about programmes and their cycles. */

function programmeOf(row: Selectable<DB['programme']>): Programme {
  return {
    id: row.id as ProgrammeId, // the column holds nothing else
    title: row.title,
    about: row.about,
    serviceId: row.service_id,
    projectId: row.project_id,
    factorIds: row.factor_ids as FactorId[], // checked against the spine when saved
    who: row.who,
    rhythm: row.rhythm as Rhythm, // held by a check constraint
    stages: row.stages,
    servedStage: row.served_stage,
    retentionSessions: row.retention_sessions,
    bands: row.bands,
    engagementScale: row.engagement_scale,
    groups: row.groups,
    outcome: row.outcome,
    createdAt: row.created_at,
    version: row.version
  };
}

export async function programmes(tx: Tx, scope: ReadScope): Promise<Programme[]> {
  const rows = await tx
    .selectFrom('programme')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy(sql`title collate "und-x-icu"`)
    .execute();
  return rows.map(programmeOf);
}

export async function findProgramme(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<Programme | null> {
  const row = await tx
    .selectFrom('programme')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : programmeOf(row);
}

function columns(details: ProgrammeDetails) {
  return {
    title: details.title,
    about: details.about,
    service_id: details.serviceId,
    project_id: details.projectId,
    factor_ids: [...details.factorIds],
    who: details.who,
    rhythm: details.rhythm,
    stages: [...details.stages],
    served_stage: details.servedStage,
    retention_sessions: details.retentionSessions,
    bands: [...details.bands],
    engagement_scale: [...details.engagementScale],
    groups: [...details.groups],
    outcome: details.outcome
  };
}

export async function addProgramme(
  tx: Tx,
  scope: WriteScope,
  id: ProgrammeId,
  details: ProgrammeDetails
): Promise<void> {
  const row = { partnership_id: scope.partnershipId, id, ...columns(details) };
  await tx.insertInto('programme').values(row).execute();
}

/** Answers the new version; null when somebody else saved first. */
export async function saveProgramme(
  tx: Tx,
  scope: WriteScope,
  record: { readonly id: ProgrammeId; readonly expected: number },
  details: ProgrammeDetails
): Promise<number | null> {
  return saveVersion(tx, scope, 'programme', record, columns(details));
}

type Lists = 'counts' | 'bands' | 'engagement' | 'groupEligible' | 'groupServed';

function cycleOf(row: Selectable<DB['reach_cycle']>): Cycle {
  const lists = row.lists as unknown as Record<Lists, MaybeCount[]>; // written by the functions below alone
  return {
    id: row.id as CycleId, // the column holds nothing else
    programmeId: row.programme_id as ProgrammeId, // likewise
    startsOn: row.starts_on,
    counts: lists.counts,
    sessionsOffered: row.sessions_offered,
    sessionsAttended: row.sessions_attended,
    bands: lists.bands,
    engagement: lists.engagement,
    retained: row.retained,
    groupEligible: lists.groupEligible,
    groupServed: lists.groupServed,
    beforeYes: row.before_yes,
    beforeAsked: row.before_asked,
    afterYes: row.after_yes,
    afterAsked: row.after_asked,
    note: row.note,
    recordedAt: row.recorded_at,
    version: row.version
  };
}

/** The cycles of one programme or of all, oldest first. */
export async function cycles(
  tx: Tx,
  scope: ReadScope,
  programmeId?: ProgrammeId
): Promise<Cycle[]> {
  const rows = await tx
    .selectFrom('reach_cycle')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .$if(programmeId !== undefined, (all) => all.where('programme_id', '=', programmeId ?? ''))
    .orderBy('starts_on')
    .execute();
  return rows.map(cycleOf);
}

export async function findCycle(tx: Tx, scope: ReadScope, id: string): Promise<Cycle | null> {
  const row = await tx
    .selectFrom('reach_cycle')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : cycleOf(row);
}

function cycleColumns(details: CycleDetails) {
  const { counts, bands, engagement, groupEligible, groupServed } = details;
  return {
    starts_on: details.startsOn,
    lists: JSON.stringify({
      counts,
      bands,
      engagement,
      groupEligible,
      groupServed
    } satisfies Record<Lists, readonly MaybeCount[]>),
    sessions_offered: details.sessionsOffered,
    sessions_attended: details.sessionsAttended,
    retained: details.retained,
    before_yes: details.beforeYes,
    before_asked: details.beforeAsked,
    after_yes: details.afterYes,
    after_asked: details.afterAsked,
    note: details.note
  };
}

export async function addCycles(
  tx: Tx,
  scope: WriteScope,
  programmeId: ProgrammeId,
  given: readonly (CycleDetails & { readonly id: CycleId })[]
): Promise<void> {
  if (given.length === 0) return;
  await tx
    .insertInto('reach_cycle')
    .values(
      given.map((one) => ({
        partnership_id: scope.partnershipId,
        id: one.id,
        programme_id: programmeId,
        ...cycleColumns(one)
      }))
    )
    .execute();
}

/** Answers the new version; null when somebody else saved first. */
export async function saveCycle(
  tx: Tx,
  scope: WriteScope,
  record: { readonly id: CycleId; readonly expected: number },
  details: CycleDetails,
  now: Date
): Promise<number | null> {
  return saveVersion(tx, scope, 'reach_cycle', record, {
    ...cycleColumns(details),
    recorded_at: now
  });
}

/** False when it was not there. */
export async function removeCycle(tx: Tx, scope: WriteScope, id: CycleId): Promise<boolean> {
  return removeRow(tx, scope, 'reach_cycle', id);
}
