import type { Tx } from '#platform/database';
import { sought } from '#platform/ids';
import { removeRow, saveVersion } from '#platform/saving';
import type { DB } from '#platform/schema';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import { sql, type Selectable } from 'kysely';
import type {
  Cycle,
  CycleDetails,
  CycleId,
  CycleLists,
  Programme,
  ProgrammeDetails,
  ProgrammeId
} from './types.ts';

/** All SQL about programmes and their cycles. */

const programmeOf = without('partnershipId');

export async function programmes(tx: Tx, scope: ReadScope): Promise<Programme[]> {
  const rows = await tx
    .selectFrom('programme')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
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
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', sought<ProgrammeId>(id))
    .executeTakeFirst();
  return row === undefined ? null : programmeOf(row);
}

function columns(details: ProgrammeDetails) {
  return {
    title: details.title,
    about: details.about,
    serviceId: details.serviceId,
    projectId: details.projectId,
    factorIds: details.factorIds,
    who: details.who,
    rhythm: details.rhythm,
    stages: details.stages,
    servedStage: details.servedStage,
    retentionSessions: details.retentionSessions,
    bands: details.bands,
    engagementScale: details.engagementScale,
    groups: details.groups,
    outcome: details.outcome
  };
}

export async function addProgramme(
  tx: Tx,
  scope: WriteScope,
  id: ProgrammeId,
  details: ProgrammeDetails
): Promise<void> {
  const row = { partnershipId: scope.partnershipId, id, ...columns(details) };
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

const withoutPlace = without('partnershipId');

function cycleOf(row: Selectable<DB['reachCycle']>): Cycle {
  const { lists, ...rest } = withoutPlace(row);
  return { ...rest, ...lists };
}

/** The cycles of one programme or of all, oldest first. */
export async function cycles(
  tx: Tx,
  scope: ReadScope,
  programmeId?: ProgrammeId
): Promise<Cycle[]> {
  const rows = await tx
    .selectFrom('reachCycle')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .$if(programmeId !== undefined, (all) =>
      all.where('programmeId', '=', sought<ProgrammeId>(programmeId ?? ''))
    )
    .orderBy('startsOn')
    .execute();
  return rows.map(cycleOf);
}

export async function findCycle(tx: Tx, scope: ReadScope, id: string): Promise<Cycle | null> {
  const row = await tx
    .selectFrom('reachCycle')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', sought<CycleId>(id))
    .executeTakeFirst();
  return row === undefined ? null : cycleOf(row);
}

function cycleColumns(details: CycleDetails) {
  const { counts, bands, engagement, groupEligible, groupServed } = details;
  return {
    startsOn: details.startsOn,
    lists: JSON.stringify({
      counts,
      bands,
      engagement,
      groupEligible,
      groupServed
    } satisfies CycleLists),
    sessionsOffered: details.sessionsOffered,
    sessionsAttended: details.sessionsAttended,
    retained: details.retained,
    beforeYes: details.beforeYes,
    beforeAsked: details.beforeAsked,
    afterYes: details.afterYes,
    afterAsked: details.afterAsked,
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
    .insertInto('reachCycle')
    .values(
      given.map((one) => ({
        partnershipId: scope.partnershipId,
        id: one.id,
        programmeId,
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
  return saveVersion(tx, scope, 'reachCycle', record, {
    ...cycleColumns(details),
    recordedAt: now
  });
}

/** False when it was not there. */
export async function removeCycle(tx: Tx, scope: WriteScope, id: CycleId): Promise<boolean> {
  return removeRow(tx, scope, 'reachCycle', id);
}
