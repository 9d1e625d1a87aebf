import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { sql } from 'kysely';
import type { ProjectId, Test, TestId, TestStatus, WasImprovement } from './types.ts';

/** All SQL about the tests of all projects: what waits, and how they came out. */

/** How the tests done after one day and up to another came out; without an end when `until` is null. */
export async function outcomesBetween(
  tx: Tx,
  scope: ReadScope,
  after: string,
  until: string | null
): Promise<{ wasImprovement: WasImprovement | null }[]> {
  let select = tx
    .selectFrom('test_of_change')
    .select('was_improvement')
    .where('partnership_id', '=', scope.partnershipId)
    .where('done_on', '>', after);
  if (until !== null) select = select.where('done_on', '<=', until);
  const rows = await select.execute();
  return rows.map((row) => ({
    wasImprovement: row.was_improvement as WasImprovement | null // held by a check constraint
  }));
}

/** How the tests of each project came out, the last day one was done, and the next day one is planned for. */
export async function testFiguresByProject(
  tx: Tx,
  scope: ReadScope
): Promise<
  Map<
    ProjectId,
    {
      helped: number;
      didNotHelp: number;
      cannotTell: number;
      underWay: number;
      all: number;
      lastTestOn: string | null;
      nextPlannedFor: string | null;
      nextId: TestId | null;
    }
  >
> {
  const rows = await tx
    .selectFrom('test_of_change')
    .select([
      'project_id',
      sql<number>`count(*) filter (where was_improvement = 'yes')`.as('helped'),
      sql<number>`count(*) filter (where was_improvement = 'no')`.as('did_not_help'),
      sql<number>`count(*) filter (where was_improvement = 'cannot-tell')`.as('cannot_tell'),
      sql<number>`count(*) filter (where was_improvement is null)`.as('under_way'),
      sql<number>`count(*)`.as('all'),
      sql<string | null>`max(done_on)`.as('last_test_on'),
      sql<string | null>`min(planned_for) filter (where status = 'planned')`.as('next_planned_for'),
      sql<
        string | null
      >`(array_agg(id order by planned_for, number) filter (where status = 'planned'))[1]`.as(
        'next_id'
      )
    ])
    .where('partnership_id', '=', scope.partnershipId)
    .groupBy('project_id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.project_id as ProjectId, // the column holds nothing else
      {
        helped: row.helped,
        didNotHelp: row.did_not_help,
        cannotTell: row.cannot_tell,
        underWay: row.under_way,
        all: row.all,
        lastTestOn: row.last_test_on,
        nextPlannedFor: row.next_planned_for,
        nextId: row.next_id as TestId | null // likewise
      }
    ])
  );
}

/** A test that waits for somebody, with the title of its project and who planned it. */
export type WaitingTest = Pick<
  Test,
  'id' | 'projectId' | 'number' | 'changeTried' | 'plannedFor' | 'status' | 'who'
> & { readonly projectTitle: string; readonly createdBy: string | null };

/** Tests that are not complete, the one planned longest ago first. */
export async function waitingTests(tx: Tx, scope: ReadScope, most: number): Promise<WaitingTest[]> {
  const rows = await tx
    .selectFrom('test_of_change')
    .innerJoin('improvement_project', (join) =>
      join
        .onRef('improvement_project.partnership_id', '=', 'test_of_change.partnership_id')
        .onRef('improvement_project.id', '=', 'test_of_change.project_id')
    )
    .select([
      'test_of_change.id',
      'test_of_change.project_id',
      'test_of_change.number',
      'test_of_change.change_tried',
      'test_of_change.planned_for',
      'test_of_change.status',
      'test_of_change.who',
      'test_of_change.created_by',
      'improvement_project.title'
    ])
    .where('test_of_change.partnership_id', '=', scope.partnershipId)
    .where('test_of_change.status', '<>', 'acted')
    .where('improvement_project.status', 'not in', ['finished', 'paused'])
    .orderBy('test_of_change.planned_for')
    .orderBy('test_of_change.number')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id as TestId, // the column holds nothing else
    projectId: row.project_id as ProjectId, // likewise
    number: row.number,
    changeTried: row.change_tried,
    plannedFor: row.planned_for,
    status: row.status as TestStatus, // held by a check constraint
    who: row.who,
    createdBy: row.created_by,
    projectTitle: row.title
  }));
}

/** The project in which this person last planned a test, or null. */
export async function latestProjectOf(tx: Tx, scope: ReadScope): Promise<ProjectId | null> {
  const row = await tx
    .selectFrom('test_of_change')
    .select('project_id')
    .where('partnership_id', '=', scope.partnershipId)
    .where('created_by', '=', scope.personId)
    .orderBy('created_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.project_id as ProjectId | undefined) ?? null; // the column holds nothing else
}
