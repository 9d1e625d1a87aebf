import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type {
  CarriedOut,
  ChangeIdeaId,
  Decision,
  Prediction,
  ProjectId,
  RampStep,
  Test,
  TestId,
  TestStatus,
  WasImprovement
} from './types.ts';

/** All SQL about tests of change and their predictions. */

const columns = [
  'test_of_change.id',
  'test_of_change.project_id',
  'test_of_change.change_idea_id',
  'test_of_change.number',
  'test_of_change.follows_id',
  'test_of_change.status',
  'test_of_change.ramp_step',
  'test_of_change.size_words',
  'test_of_change.objective',
  'test_of_change.change_tried',
  'test_of_change.who',
  'test_of_change.place',
  'test_of_change.planned_for',
  'test_of_change.tasks',
  'test_of_change.data_plan',
  'test_of_change.conditions',
  'test_of_change.carried_out',
  'test_of_change.observations',
  'test_of_change.problems',
  'test_of_change.done_on',
  'test_of_change.was_improvement',
  'test_of_change.surprises',
  'test_of_change.learnt',
  'test_of_change.studied_on',
  'test_of_change.decision',
  'test_of_change.next_step',
  'test_of_change.degree_of_belief',
  'test_of_change.decided_on',
  'test_of_change.version'
] as const;

function selectTests(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('test_of_change')
    .select(columns)
    .where('test_of_change.partnership_id', '=', scope.partnershipId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectTests>['executeTakeFirstOrThrow']>>;

function toTest(row: Row, predictions: readonly Prediction[]): Test {
  return {
    id: row.id as TestId, // the column holds nothing else
    projectId: row.project_id as ProjectId, // likewise
    changeIdeaId: row.change_idea_id as ChangeIdeaId, // likewise
    number: row.number,
    followsId: row.follows_id as TestId | null, // likewise
    status: row.status as TestStatus, // this and the other choices are held by check constraints
    rampStep: row.ramp_step as RampStep,
    sizeWords: row.size_words,
    objective: row.objective,
    changeTried: row.change_tried,
    who: row.who,
    place: row.place,
    plannedFor: row.planned_for,
    tasks: row.tasks,
    dataPlan: row.data_plan,
    conditions: row.conditions,
    predictions,
    carriedOut: row.carried_out as CarriedOut | null,
    observations: row.observations,
    problems: row.problems,
    doneOn: row.done_on,
    wasImprovement: row.was_improvement as WasImprovement | null,
    surprises: row.surprises,
    learnt: row.learnt,
    studiedOn: row.studied_on,
    decision: row.decision as Decision | null,
    nextStep: row.next_step,
    degreeOfBelief: row.degree_of_belief,
    decidedOn: row.decided_on,
    version: row.version
  };
}

async function predictionsOf(
  tx: Tx,
  scope: ReadScope,
  testIds: readonly string[]
): Promise<Map<string, Prediction[]>> {
  const byTest = new Map<string, Prediction[]>();
  if (testIds.length === 0) return byTest;
  const rows = await tx
    .selectFrom('prediction')
    .select([
      'id',
      'test_id',
      'position',
      'question',
      'prediction',
      'first_prediction',
      'written_at',
      'result'
    ])
    .where('partnership_id', '=', scope.partnershipId)
    .where('test_id', 'in', testIds)
    .orderBy('position')
    .execute();
  for (const row of rows) {
    const list = byTest.get(row.test_id) ?? [];
    list.push({
      id: row.id,
      position: row.position,
      question: row.question,
      prediction: row.prediction,
      firstPrediction: row.first_prediction,
      writtenAt: row.written_at,
      result: row.result
    });
    byTest.set(row.test_id, list);
  }
  return byTest;
}

async function withPredictions(tx: Tx, scope: ReadScope, rows: readonly Row[]): Promise<Test[]> {
  const predictions = await predictionsOf(
    tx,
    scope,
    rows.map((row) => row.id)
  );
  return rows.map((row) => toTest(row, predictions.get(row.id) ?? []));
}

/** The tests of one project, oldest first. */
export async function testsOf(tx: Tx, scope: ReadScope, projectId: ProjectId): Promise<Test[]> {
  const rows = await selectTests(tx, scope)
    .where('project_id', '=', projectId)
    .orderBy('number')
    .execute();
  return withPredictions(tx, scope, rows);
}

export async function findTest(tx: Tx, scope: ReadScope, id: string): Promise<Test | null> {
  const row = await selectTests(tx, scope).where('test_of_change.id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const [test] = await withPredictions(tx, scope, [row]);
  return test ?? null;
}

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
  const rows = await filtered(tx, scope, filter)
    .select([
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
    ])
    .orderBy(sql`coalesce(test_of_change.done_on, test_of_change.planned_for) desc`)
    .orderBy('test_of_change.number', 'desc')
    .orderBy('test_of_change.id')
    .offset(page.from)
    .limit(page.most)
    .execute();
  return rows.map((row) => ({
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

export type PlanParts = Pick<
  Test,
  | 'rampStep'
  | 'sizeWords'
  | 'objective'
  | 'changeTried'
  | 'who'
  | 'place'
  | 'plannedFor'
  | 'tasks'
  | 'dataPlan'
  | 'conditions'
>;

function planColumns(parts: PlanParts) {
  return {
    ramp_step: parts.rampStep,
    size_words: parts.sizeWords,
    objective: parts.objective,
    change_tried: parts.changeTried,
    who: parts.who,
    place: parts.place,
    planned_for: parts.plannedFor,
    tasks: parts.tasks,
    data_plan: parts.dataPlan,
    conditions: parts.conditions
  };
}

/** Adds a planned test; its number follows the last of the project, whose row is held meanwhile so that none comes twice. */
export async function addTest(
  tx: Tx,
  scope: WriteScope,
  test: PlanParts & Pick<Test, 'id' | 'projectId' | 'changeIdeaId' | 'followsId'>
): Promise<number> {
  await tx
    .selectFrom('improvement_project')
    .select('id')
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', test.projectId)
    .forUpdate()
    .execute();
  const last = await tx
    .selectFrom('test_of_change')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('partnership_id', '=', scope.partnershipId)
    .where('project_id', '=', test.projectId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto('test_of_change')
    .values({
      partnership_id: scope.partnershipId,
      id: test.id,
      project_id: test.projectId,
      change_idea_id: test.changeIdeaId,
      follows_id: test.followsId,
      number,
      created_by: scope.personId,
      ...planColumns(test)
    })
    .execute();
  return number;
}

async function saveColumns(
  tx: Tx,
  scope: WriteScope,
  id: TestId,
  values: Partial<{ [name in keyof Omit<Row, 'id' | 'version'>]: Row[name] }>,
  expected: number
): Promise<number | null> {
  const row = await tx
    .updateTable('test_of_change')
    .set({ ...values, version: expected + 1 })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

/** Each of these saves over version `expected`; answers the new version, or null when somebody else saved first. */
export function savePlan(
  tx: Tx,
  scope: WriteScope,
  id: TestId,
  parts: PlanParts,
  expected: number
): Promise<number | null> {
  return saveColumns(tx, scope, id, planColumns(parts), expected);
}

export type DoingParts = Pick<
  Test,
  'carriedOut' | 'observations' | 'problems' | 'doneOn' | 'status'
>;

export function saveDoing(
  tx: Tx,
  scope: WriteScope,
  id: TestId,
  parts: DoingParts,
  expected: number
): Promise<number | null> {
  const values = {
    carried_out: parts.carriedOut,
    observations: parts.observations,
    problems: parts.problems,
    done_on: parts.doneOn,
    status: parts.status
  };
  return saveColumns(tx, scope, id, values, expected);
}

export type StudyParts = Pick<
  Test,
  'wasImprovement' | 'surprises' | 'learnt' | 'studiedOn' | 'status'
>;

export function saveStudy(
  tx: Tx,
  scope: WriteScope,
  id: TestId,
  parts: StudyParts,
  expected: number
): Promise<number | null> {
  const values = {
    was_improvement: parts.wasImprovement,
    surprises: parts.surprises,
    learnt: parts.learnt,
    studied_on: parts.studiedOn,
    status: parts.status
  };
  return saveColumns(tx, scope, id, values, expected);
}

export type DecisionParts = Pick<Test, 'decision' | 'nextStep' | 'degreeOfBelief' | 'decidedOn'>;

export function saveDecision(
  tx: Tx,
  scope: WriteScope,
  id: TestId,
  parts: DecisionParts,
  expected: number
): Promise<number | null> {
  const values = {
    decision: parts.decision,
    next_step: parts.nextStep,
    degree_of_belief: parts.degreeOfBelief,
    decided_on: parts.decidedOn,
    status: 'acted'
  };
  return saveColumns(tx, scope, id, values, expected);
}

/** Writes predictions where none has a result yet: those that were there are replaced, and kept in the history. */
export async function writePredictions(
  tx: Tx,
  scope: WriteScope,
  testId: TestId,
  predictions: readonly Pick<Prediction, 'id' | 'question' | 'prediction' | 'writtenAt'>[]
): Promise<void> {
  await tx
    .deleteFrom('prediction')
    .where('partnership_id', '=', scope.partnershipId)
    .where('test_id', '=', testId)
    .execute();
  if (predictions.length === 0) return;
  await tx
    .insertInto('prediction')
    .values(
      predictions.map((one, index) => ({
        partnership_id: scope.partnershipId,
        id: one.id,
        test_id: testId,
        position: index + 1,
        question: one.question,
        prediction: one.prediction,
        written_at: one.writtenAt
      }))
    )
    .execute();
}

/** Rewords a prediction whose result is known; what it said first stays beside it. */
export async function rewordPrediction(
  tx: Tx,
  scope: WriteScope,
  prediction: Prediction,
  words: Pick<Prediction, 'question' | 'prediction'>
): Promise<void> {
  await tx
    .updateTable('prediction')
    .set({
      question: words.question,
      prediction: words.prediction,
      first_prediction: prediction.firstPrediction ?? prediction.prediction
    })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', prediction.id)
    .execute();
}

export async function writeResult(
  tx: Tx,
  scope: WriteScope,
  predictionId: string,
  result: string
): Promise<void> {
  await tx
    .updateTable('prediction')
    .set({ result })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', predictionId)
    .execute();
}
