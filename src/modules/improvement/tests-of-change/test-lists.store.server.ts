import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { sql } from 'kysely';
import { collationColumns, happened, hasHappened } from './happened.store.server.ts';
import type { Collation } from '../rules.ts';
import type { ProjectId, Test, TestId } from '../types.ts';

/** All SQL about the tests of all projects: what waits, and how they came out. */

/** How the tests done after one day and up to another came out; without an end when `until` is null. */
export async function outcomesBetween(
  tx: Tx,
  scope: ReadScope,
  after: string,
  until: string | null
): Promise<Pick<Test, 'status' | 'carriedOut' | 'wasImprovement'>[]> {
  let select = tx
    .selectFrom('testOfChange')
    .select(['status', 'carriedOut', 'wasImprovement'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('doneOn', '>', after);
  if (until !== null) select = select.where('doneOn', '<=', until);
  return select.execute();
}

/**
 * How the tests of each project came out that have happened: for whoever says how many were tried. Projects without any test are
 * not in it.
 */
export async function testsThatHappened(
  tx: Tx,
  scope: ReadScope
): Promise<Map<ProjectId, Collation>> {
  const tests = tx
    .selectFrom('testOfChange')
    .select(['projectId', 'wasImprovement', happened])
    .where('partnershipId', '=', scope.partnershipId);
  const rows = await tx
    .selectFrom(tests.as('counted'))
    .select(['projectId', ...collationColumns])
    .groupBy('projectId')
    .execute();
  return new Map(rows.map(({ projectId, ...counts }) => [projectId, counts]));
}

/** Of each project that has tests: the last day one happened, and the next day one is planned for. */
export async function testDaysByProject(
  tx: Tx,
  scope: ReadScope
): Promise<
  Map<
    ProjectId,
    { lastTestOn: string | null; nextPlannedFor: string | null; nextTestId: TestId | null }
  >
> {
  const rows = await tx
    .selectFrom('testOfChange')
    .select([
      'projectId',
      sql<string | null>`max(done_on) filter (where ${hasHappened})`.as('lastTestOn'),
      sql<string | null>`min(planned_for) filter (where status = 'planned')`.as('nextPlannedFor'),
      sql<TestId | null>`(array_agg(id order by planned_for, number) filter (where status = 'planned'))[1]`.as(
        'nextTestId'
      )
    ])
    .where('partnershipId', '=', scope.partnershipId)
    .groupBy('projectId')
    .execute();
  return new Map(rows.map(({ projectId, ...days }) => [projectId, days]));
}

/** A test that waits for somebody, with the title of its project and who planned it. */
export type WaitingTest = Pick<
  Test,
  'id' | 'projectId' | 'number' | 'changeTried' | 'plannedFor' | 'status' | 'who'
> & { readonly projectTitle: string; readonly createdBy: string | null };

/** Tests that are not complete, the one planned longest ago first. */
export async function waitingTests(tx: Tx, scope: ReadScope, most: number): Promise<WaitingTest[]> {
  return tx
    .selectFrom('testOfChange')
    .innerJoin('improvementProject', (join) =>
      join
        .onRef('improvementProject.partnershipId', '=', 'testOfChange.partnershipId')
        .onRef('improvementProject.id', '=', 'testOfChange.projectId')
    )
    .select([
      'testOfChange.id',
      'testOfChange.projectId',
      'testOfChange.number',
      'testOfChange.changeTried',
      'testOfChange.plannedFor',
      'testOfChange.status',
      'testOfChange.who',
      'testOfChange.createdBy',
      'improvementProject.title as projectTitle'
    ])
    .where('testOfChange.partnershipId', '=', scope.partnershipId)
    .where('testOfChange.status', '<>', 'acted')
    .where('improvementProject.status', 'not in', ['finished', 'paused'])
    .orderBy('testOfChange.plannedFor')
    .orderBy('testOfChange.number')
    .limit(most)
    .execute();
}

/** The project in which this person last planned a test, or null. */
export async function latestProjectOf(tx: Tx, scope: ReadScope): Promise<ProjectId | null> {
  const row = await tx
    .selectFrom('testOfChange')
    .select('projectId')
    .where('partnershipId', '=', scope.partnershipId)
    .where('createdBy', '=', scope.personId)
    .orderBy('createdAt', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.projectId ?? null;
}
