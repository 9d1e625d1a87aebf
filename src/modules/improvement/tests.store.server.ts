import type { Tx } from '#platform/database';
import { isUuid } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';
import { saveVersion } from '#platform/saving';
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
import { predictionsOf } from './predictions.store.server.ts';

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
  'test_of_change.stays_same',
  'test_of_change.changes_now',
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
    staysSame: row.stays_same,
    changesNow: row.changes_now,
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

/** The tests with these identifiers, in the order asked for; those that are not there are left out. */
export async function testsWithIds(
  tx: Tx,
  scope: ReadScope,
  ids: readonly string[]
): Promise<Test[]> {
  const wanted = ids.filter(isUuid);
  if (wanted.length === 0) return [];
  const rows = await selectTests(tx, scope).where('test_of_change.id', 'in', wanted).execute();
  const found = await withPredictions(tx, scope, rows);
  return wanted.flatMap((id) => found.find((test) => test.id === id) ?? []);
}

export async function findTest(tx: Tx, scope: ReadScope, id: string): Promise<Test | null> {
  const row = await selectTests(tx, scope).where('test_of_change.id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const [test] = await withPredictions(tx, scope, [row]);
  return test ?? null;
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
  | 'staysSame'
  | 'changesNow'
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
    conditions: parts.conditions,
    stays_same: parts.staysSame,
    changes_now: parts.changesNow
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
  return saveVersion(tx, scope, 'test_of_change', { id, expected }, values);
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
