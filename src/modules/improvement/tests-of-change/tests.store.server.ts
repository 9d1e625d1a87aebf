import type { Tx } from '#platform/database';
import { isUuid, sought } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import { records } from '#modules/records/server';
import type { Kind, ValuesOf } from '#modules/records';
import type { ProjectId, Test, TestId } from '../types.ts';
import { planKind } from './kinds.ts';
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

/** Adds a planned test; its number follows the last of the project, whose row is held meanwhile so that none comes twice. */
export async function addTest(
  tx: Tx,
  scope: WriteScope,
  {
    id,
    ...test
  }: ValuesOf<typeof planKind> & Pick<Test, 'id' | 'projectId' | 'changeIdeaId' | 'followsId'>
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
  await records(planKind).add(tx, scope, id, { ...test, number, createdBy: scope.personId });
  return number;
}

/** Of everything that was sent, the fields of one step. */
export function fieldsOf<Given extends Kind>(kind: Given, sent: ValuesOf<Given>): ValuesOf<Given> {
  const names = Object.keys(kind.fields) as (keyof ValuesOf<Given>)[]; // its values have the names of its fields
  return Object.fromEntries(names.map((name) => [name, sent[name]])) as ValuesOf<Given>;
}
