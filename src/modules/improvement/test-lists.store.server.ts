import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { sql } from 'kysely';
import type {
  Decision,
  ProjectId,
  RampStep,
  Test,
  TestId,
  TestStatus,
  WasImprovement
} from './types.ts';

/** All SQL that lists and counts tests of change over the whole partnership. */

export type TestFilter = {
  readonly factorId?: string | undefined;
  readonly projectId?: string | undefined;
  readonly words?: string | undefined;
  /** `waiting`: planned or done and not studied yet. */
  readonly result?: WasImprovement | 'waiting' | undefined;
};

/** A line of the list of all tests. */
export type TestLine = Pick<
  Test,
  | 'id'
  | 'projectId'
  | 'number'
  | 'status'
  | 'rampStep'
  | 'changeTried'
  | 'plannedFor'
  | 'doneOn'
  | 'wasImprovement'
  | 'decision'
  | 'learnt'
> & { readonly projectTitle: string; readonly idea: string };

function filtered(tx: Tx, scope: ReadScope, filter: TestFilter) {
  let select = tx
    .selectFrom('test_of_change')
    .innerJoin('improvement_project', (join) =>
      join
        .onRef('improvement_project.partnership_id', '=', 'test_of_change.partnership_id')
        .onRef('improvement_project.id', '=', 'test_of_change.project_id')
    )
    .innerJoin('change_idea', (join) =>
      join
        .onRef('change_idea.partnership_id', '=', 'test_of_change.partnership_id')
        .onRef('change_idea.id', '=', 'test_of_change.change_idea_id')
    )
    .where('test_of_change.partnership_id', '=', scope.partnershipId);
  const { factorId, projectId, words, result } = filter;
  if (projectId !== undefined) select = select.where('test_of_change.project_id', '=', projectId);
  if (factorId !== undefined) {
    select = select.where(
      sql<boolean>`(change_idea.factor_id = ${factorId}
        or (change_idea.factor_id is null and ${factorId} = any (improvement_project.factor_ids)))`
    );
  }
  if (result === 'waiting') select = select.where('test_of_change.was_improvement', 'is', null);
  else if (result !== undefined) {
    select = select.where('test_of_change.was_improvement', '=', result);
  }
  if (words !== undefined && words !== '') {
    const pattern = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
    select = select.where((by) =>
      by.or([
        by('test_of_change.change_tried', 'ilike', pattern),
        by('test_of_change.learnt', 'ilike', pattern),
        by('test_of_change.place', 'ilike', pattern),
        by('change_idea.text', 'ilike', pattern),
        by('improvement_project.title', 'ilike', pattern)
      ])
    );
  }
  return select;
}

/** Tests that pass the filter, the latest first. */
export async function listTests(
  tx: Tx,
  scope: ReadScope,
  filter: TestFilter,
  page: { readonly from: number; readonly most: number }
): Promise<TestLine[]> {
  const rows = await linesOf(tx, scope, filter)
    .orderBy(sql`coalesce(test_of_change.done_on, test_of_change.planned_for) desc`)
    .orderBy('test_of_change.number', 'desc')
    .orderBy('test_of_change.id')
    .offset(page.from)
    .limit(page.most)
    .execute();
  return rows.map(toLine);
}

/** The tests with these identifiers that are here, oldest first. */
export async function testLines(
  tx: Tx,
  scope: ReadScope,
  ids: readonly TestId[]
): Promise<TestLine[]> {
  if (ids.length === 0) return [];
  const rows = await linesOf(tx, scope, {})
    .where('test_of_change.id', 'in', ids)
    .orderBy(sql`coalesce(test_of_change.done_on, test_of_change.planned_for)`)
    .orderBy('test_of_change.number')
    .execute();
  return rows.map(toLine);
}

/** The latest tests, for choosing one from a list. */
export function testChoices(tx: Tx, scope: ReadScope, most = 100): Promise<TestLine[]> {
  return listTests(tx, scope, {}, { from: 0, most });
}

function linesOf(tx: Tx, scope: ReadScope, filter: TestFilter) {
  return filtered(tx, scope, filter).select([
    'test_of_change.id',
    'test_of_change.project_id',
    'test_of_change.number',
    'test_of_change.status',
    'test_of_change.ramp_step',
    'test_of_change.change_tried',
    'test_of_change.planned_for',
    'test_of_change.done_on',
    'test_of_change.was_improvement',
    'test_of_change.decision',
    'test_of_change.learnt',
    'improvement_project.title as project_title',
    'change_idea.text as idea'
  ]);
}

type LineRow = Awaited<ReturnType<ReturnType<typeof linesOf>['executeTakeFirstOrThrow']>>;

function toLine(row: LineRow): TestLine {
  return {
    id: row.id as TestId, // the column holds nothing else
    projectId: row.project_id as ProjectId, // likewise
    number: row.number,
    status: row.status as TestStatus, // this and the other choices are held by check constraints
    rampStep: row.ramp_step as RampStep,
    changeTried: row.change_tried,
    plannedFor: row.planned_for,
    doneOn: row.done_on,
    wasImprovement: row.was_improvement as WasImprovement | null,
    decision: row.decision as Decision | null,
    learnt: row.learnt,
    projectTitle: row.project_title,
    idea: row.idea
  };
}

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

/** How many tests pass the filter, by how they came out; `null` for those not studied yet. */
export async function countTests(
  tx: Tx,
  scope: ReadScope,
  filter: TestFilter
): Promise<{ wasImprovement: WasImprovement | null; count: number }[]> {
  const rows = await filtered(tx, scope, filter)
    .select(({ fn }) => ['test_of_change.was_improvement', fn.countAll<number>().as('count')])
    .groupBy('test_of_change.was_improvement')
    .execute();
  return rows.map((row) => ({
    wasImprovement: row.was_improvement as WasImprovement | null, // held by a check constraint
    count: Number(row.count)
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
