import type { Tx } from '#platform/database';
import { isUuid, sought } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import { saveVersion } from '#platform/saving';
import type { ProjectId, Test, TestId } from '../types.ts';
import { predictionsOf } from './predictions.store.server.ts';

/** All SQL about tests of change and their predictions. */

function selectTests(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('testOfChange')
    .selectAll()
    .where('testOfChange.partnershipId', '=', scope.partnershipId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectTests>['executeTakeFirstOrThrow']>>;

const toTest = without('partnershipId', 'createdAt', 'createdBy');

async function withPredictions(tx: Tx, scope: ReadScope, rows: readonly Row[]): Promise<Test[]> {
  const predictions = await predictionsOf(
    tx,
    scope,
    rows.map((row) => row.id)
  );
  return rows.map((row) => ({ ...toTest(row), predictions: predictions.get(row.id) ?? [] }));
}

/** The tests of one project, oldest first. */
export async function testsOf(tx: Tx, scope: ReadScope, projectId: ProjectId): Promise<Test[]> {
  const rows = await selectTests(tx, scope)
    .where('projectId', '=', projectId)
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
  const rows = await selectTests(tx, scope)
    .where('testOfChange.id', 'in', wanted.map(sought<TestId>))
    .execute();
  const found = await withPredictions(tx, scope, rows);
  return wanted.flatMap((id) => found.find((test) => test.id === id) ?? []);
}

export async function findTest(tx: Tx, scope: ReadScope, id: string): Promise<Test | null> {
  const row = await selectTests(tx, scope)
    .where('testOfChange.id', '=', sought<TestId>(id))
    .executeTakeFirst();
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
    rampStep: parts.rampStep,
    sizeWords: parts.sizeWords,
    objective: parts.objective,
    changeTried: parts.changeTried,
    who: parts.who,
    place: parts.place,
    plannedFor: parts.plannedFor,
    tasks: parts.tasks,
    dataPlan: parts.dataPlan,
    conditions: parts.conditions,
    staysSame: parts.staysSame,
    changesNow: parts.changesNow
  };
}

/** Adds a planned test; its number follows the last of the project, whose row is held meanwhile so that none comes twice. */
export async function addTest(
  tx: Tx,
  scope: WriteScope,
  test: PlanParts & Pick<Test, 'id' | 'projectId' | 'changeIdeaId' | 'followsId'>
): Promise<number> {
  await tx
    .selectFrom('improvementProject')
    .select('id')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', test.projectId)
    .forUpdate()
    .execute();
  const last = await tx
    .selectFrom('testOfChange')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('partnershipId', '=', scope.partnershipId)
    .where('projectId', '=', test.projectId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto('testOfChange')
    .values({
      partnershipId: scope.partnershipId,
      id: test.id,
      projectId: test.projectId,
      changeIdeaId: test.changeIdeaId,
      followsId: test.followsId,
      number,
      createdBy: scope.personId,
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
  return saveVersion(tx, scope, 'testOfChange', { id, expected }, values);
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
    carriedOut: parts.carriedOut,
    observations: parts.observations,
    problems: parts.problems,
    doneOn: parts.doneOn,
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
    wasImprovement: parts.wasImprovement,
    surprises: parts.surprises,
    learnt: parts.learnt,
    studiedOn: parts.studiedOn,
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
    nextStep: parts.nextStep,
    degreeOfBelief: parts.degreeOfBelief,
    decidedOn: parts.decidedOn,
    status: 'acted'
  } as const;
  return saveColumns(tx, scope, id, values, expected);
}
