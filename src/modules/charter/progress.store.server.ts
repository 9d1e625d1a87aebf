import type { ProjectId } from '#modules/improvement';
import type { Tx } from '#platform/database';
import { removeRow, saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import { sql } from 'kysely';
import type { Milestone, MilestoneId, ProgressScore } from './types.ts';

/** All SQL about timetables and scores of progress. */

function selectMilestones(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('projectMilestone')
    .select(['id', 'projectId', 'title', 'dueOn', 'doneOn', 'version'])
    .where('partnershipId', '=', scope.partnershipId);
}

const toMilestone = without('projectId');

/** The timetable of a project, the earliest first. */
export async function milestones(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId
): Promise<Milestone[]> {
  const rows = await selectMilestones(tx, scope)
    .where('projectId', '=', projectId)
    .orderBy('dueOn')
    .orderBy('id')
    .execute();
  return rows.map(toMilestone);
}

/** Lines of every timetable that nobody has said are done, the earliest first. */
export async function openMilestones(
  tx: Tx,
  scope: ReadScope
): Promise<(Milestone & { readonly projectId: string })[]> {
  return selectMilestones(tx, scope)
    .where('doneOn', 'is', null)
    .orderBy('dueOn')
    .orderBy('id')
    .execute();
}

export async function findMilestone(
  tx: Tx,
  scope: ReadScope,
  id: MilestoneId
): Promise<Milestone | null> {
  const row = await selectMilestones(tx, scope).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toMilestone(row);
}

type MilestoneFields = Pick<Milestone, 'title' | 'dueOn' | 'doneOn'>;

const columnsOf = ({ title, dueOn, doneOn }: MilestoneFields) => ({
  title,
  dueOn,
  doneOn
});

export async function addMilestone(
  tx: Tx,
  scope: WriteScope,
  projectId: ProjectId,
  milestone: MilestoneFields & { readonly id: MilestoneId }
): Promise<void> {
  await tx
    .insertInto('projectMilestone')
    .values({
      partnershipId: scope.partnershipId,
      id: milestone.id,
      projectId,
      ...columnsOf(milestone)
    })
    .execute();
}

export async function saveMilestone(
  tx: Tx,
  scope: WriteScope,
  id: MilestoneId,
  milestone: MilestoneFields,
  expected: number
): Promise<number | null> {
  return saveVersion(tx, scope, 'projectMilestone', { id, expected }, columnsOf(milestone));
}

export async function removeMilestone(
  tx: Tx,
  scope: WriteScope,
  id: MilestoneId
): Promise<boolean> {
  return removeRow(tx, scope, 'projectMilestone', id);
}

/** The scores of a project, or of all, in the order in which they were given. */
export async function scores(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId
): Promise<ProgressScore[]> {
  const rows = await tx
    .selectFrom('progressScore as given')
    .leftJoin('person', 'person.id', 'given.scoredBy')
    .select([
      'given.id',
      'given.number',
      'given.scoredOn',
      'given.score',
      'given.reason',
      'given.suggested',
      'given.scoredAt',
      'person.name as scoredBy'
    ])
    .where('given.partnershipId', '=', scope.partnershipId)
    .where('given.projectId', '=', projectId)
    .orderBy('given.number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    scoredOn: row.scoredOn,
    score: Number(row.score),
    reason: row.reason,
    suggested: row.suggested === null ? null : Number(row.suggested),
    scoredBy: row.scoredBy,
    scoredAt: row.scoredAt
  }));
}

/** Makes scores of one project wait for each other until the transaction ends. */
export async function holdScores(tx: Tx, projectId: ProjectId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`progress ${projectId}`}, 0))`.execute(
    tx
  );
}

/** Keeps a score. Assumes: the project's scores are held. */
export async function addScore(
  tx: Tx,
  scope: WriteScope,
  projectId: ProjectId,
  given: Pick<ProgressScore, 'id' | 'number' | 'scoredOn' | 'score' | 'reason' | 'suggested'>,
  now: Date
): Promise<void> {
  await tx
    .insertInto('progressScore')
    .values({
      partnershipId: scope.partnershipId,
      id: given.id,
      projectId,
      number: given.number,
      scoredOn: given.scoredOn,
      score: given.score,
      reason: given.reason,
      suggested: given.suggested,
      scoredBy: scope.personId,
      scoredAt: now
    })
    .execute();
}
