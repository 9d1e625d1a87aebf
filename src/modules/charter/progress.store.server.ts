import type { ProjectId } from '#modules/improvement';
import type { Tx } from '#platform/database';
import { removeRow, saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type { Milestone, MilestoneId, ProgressScore } from './types.ts';

/** All SQL about timetables and scores of progress. */

function selectMilestones(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('project_milestone')
    .select(['id', 'project_id', 'title', 'due_on', 'done_on', 'version'])
    .where('partnership_id', '=', scope.partnershipId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMilestones>['executeTakeFirstOrThrow']>>;

function toMilestone(row: Row): Milestone {
  return {
    id: row.id as MilestoneId, // the column holds nothing else
    title: row.title,
    dueOn: row.due_on,
    doneOn: row.done_on,
    version: row.version
  };
}

/** The timetable of a project, the earliest first. */
export async function milestones(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId
): Promise<Milestone[]> {
  const rows = await selectMilestones(tx, scope)
    .where('project_id', '=', projectId)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map(toMilestone);
}

/** Lines of every timetable that nobody has said are done, the earliest first. */
export async function openMilestones(
  tx: Tx,
  scope: ReadScope
): Promise<(Milestone & { readonly projectId: string })[]> {
  const rows = await selectMilestones(tx, scope)
    .where('done_on', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...toMilestone(row), projectId: row.project_id }));
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
  due_on: dueOn,
  done_on: doneOn
});

export async function addMilestone(
  tx: Tx,
  scope: WriteScope,
  projectId: ProjectId,
  milestone: MilestoneFields & { readonly id: MilestoneId }
): Promise<void> {
  await tx
    .insertInto('project_milestone')
    .values({
      partnership_id: scope.partnershipId,
      id: milestone.id,
      project_id: projectId,
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
  return saveVersion(tx, scope, 'project_milestone', { id, expected }, columnsOf(milestone));
}

export async function removeMilestone(
  tx: Tx,
  scope: WriteScope,
  id: MilestoneId
): Promise<boolean> {
  return removeRow(tx, scope, 'project_milestone', id);
}

/** The scores of a project, or of all, in the order in which they were given. */
export async function scores(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId
): Promise<ProgressScore[]> {
  const rows = await tx
    .selectFrom('progress_score as given')
    .leftJoin('person', 'person.id', 'given.scored_by')
    .select([
      'given.id',
      'given.number',
      'given.scored_on',
      'given.score',
      'given.reason',
      'given.suggested',
      'given.scored_at',
      'person.name as scored_by'
    ])
    .where('given.partnership_id', '=', scope.partnershipId)
    .where('given.project_id', '=', projectId)
    .orderBy('given.number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    scoredOn: row.scored_on,
    score: Number(row.score),
    reason: row.reason,
    suggested: row.suggested === null ? null : Number(row.suggested),
    scoredBy: row.scored_by,
    scoredAt: row.scored_at
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
    .insertInto('progress_score')
    .values({
      partnership_id: scope.partnershipId,
      id: given.id,
      project_id: projectId,
      number: given.number,
      scored_on: given.scoredOn,
      score: given.score,
      reason: given.reason,
      suggested: given.suggested,
      scored_by: scope.personId,
      scored_at: now
    })
    .execute();
}
