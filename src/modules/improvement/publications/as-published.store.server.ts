import type { Tx } from '#platform/database';
import { sought } from '#platform/ids';
import { saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import type {
  PublishedAccount,
  PublishedMeasure,
  PublishedMeasureParts,
  PublishedTest,
  PublishedTestParts
} from './as-published.ts';
import type { ProjectId } from '../types.ts';

/** All SQL about accounts taken from publications. */

function selectMeasures(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('publishedMeasure')
    .select(['id', 'title', 'baseline', 'result', 'note', 'source', 'version'])
    .where('partnershipId', '=', scope.partnershipId);
}

function selectTests(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('publishedTest')
    .select(['id', 'number', 'tried', 'predicted', 'result', 'note', 'source', 'version'])
    .where('partnershipId', '=', scope.partnershipId);
}

/** What publications say of one project; empty where nothing was taken from any. */
export async function accountOf(
  tx: Tx,
  scope: ReadScope,
  projectId: string
): Promise<PublishedAccount> {
  const measures = await selectMeasures(tx, scope)
    .where('projectId', '=', sought<ProjectId>(projectId))
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const tests = await selectTests(tx, scope)
    .where('projectId', '=', sought<ProjectId>(projectId))
    .orderBy('number')
    .execute();
  return { measures, tests };
}

export async function findMeasure(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<PublishedMeasure | null> {
  const row = await selectMeasures(tx, scope).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function findTest(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<(PublishedTest & { readonly projectId: ProjectId }) | null> {
  const row = await selectTests(tx, scope)
    .select('projectId')
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

const measureColumns = (parts: PublishedMeasureParts) => ({
  title: parts.title,
  baseline: parts.baseline,
  result: parts.result,
  note: parts.note,
  source: parts.source
});

const testColumns = (parts: PublishedTestParts) => ({
  number: parts.number,
  tried: parts.tried,
  predicted: parts.predicted,
  result: parts.result,
  note: parts.note,
  source: parts.source
});

type OfProject = { readonly projectId: ProjectId };

export async function addMeasure(
  tx: Tx,
  scope: WriteScope,
  id: string,
  measure: PublishedMeasureParts & OfProject
): Promise<void> {
  const { projectId } = measure;
  await tx
    .insertInto('publishedMeasure')
    .values({
      partnershipId: scope.partnershipId,
      id,
      projectId,
      ...measureColumns(measure)
    })
    .execute();
}

/** Answers the new version; null when somebody else saved first. */
export async function saveMeasure(
  tx: Tx,
  scope: WriteScope,
  id: string,
  measure: PublishedMeasureParts,
  expected: number
): Promise<number | null> {
  return saveVersion(tx, scope, 'publishedMeasure', { id, expected }, measureColumns(measure));
}

/** False when the project has a published test of this number. */
export async function addTest(
  tx: Tx,
  scope: WriteScope,
  id: string,
  test: PublishedTestParts & OfProject
): Promise<boolean> {
  const answer = await tx
    .insertInto('publishedTest')
    .values({
      partnershipId: scope.partnershipId,
      id,
      projectId: test.projectId,
      ...testColumns(test)
    })
    .onConflict((conflict) =>
      conflict.columns(['partnershipId', 'projectId', 'number']).doNothing()
    )
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Answers the new version; null when somebody else saved first. Assumes: no other test of the project has its number. */
export async function saveTest(
  tx: Tx,
  scope: WriteScope,
  id: string,
  test: PublishedTestParts,
  expected: number
): Promise<number | null> {
  return saveVersion(tx, scope, 'publishedTest', { id, expected }, testColumns(test));
}

/** Whether a test of the project other than this one has this number. */
export async function hasNumber(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId,
  number: number,
  otherThan: string
): Promise<boolean> {
  const row = await selectTests(tx, scope)
    .where('projectId', '=', projectId)
    .where('number', '=', number)
    .where('id', '!=', otherThan)
    .executeTakeFirst();
  return row !== undefined;
}
