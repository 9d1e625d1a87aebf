import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { PublishedAccount, PublishedMeasure, PublishedTest } from './published.ts';
import type { ProjectId } from './types.ts';

/** All SQL about accounts taken from publications. */

/** What publications say of one project; empty where nothing was taken from any. */
export async function accountOf(
  tx: Tx,
  scope: ReadScope,
  projectId: string
): Promise<PublishedAccount> {
  const measures = await tx
    .selectFrom('published_measure')
    .select(['id', 'title', 'baseline', 'result', 'note', 'source'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('project_id', '=', projectId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const tests = await tx
    .selectFrom('published_test')
    .select(['id', 'number', 'tried', 'predicted', 'result', 'note', 'source'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('project_id', '=', projectId)
    .orderBy('number')
    .execute();
  return { measures, tests };
}

export async function addMeasure(
  tx: Tx,
  scope: WriteScope,
  id: string,
  measure: Omit<PublishedMeasure, 'id'> & { readonly projectId: ProjectId }
): Promise<void> {
  const { projectId, title, baseline, result, note, source } = measure;
  await tx
    .insertInto('published_measure')
    .values({
      partnership_id: scope.partnershipId,
      id,
      project_id: projectId,
      title,
      baseline,
      result,
      note,
      source
    })
    .execute();
}

/** False when the project has a published test of this number. */
export async function addTest(
  tx: Tx,
  scope: WriteScope,
  id: string,
  test: Omit<PublishedTest, 'id'> & { readonly projectId: ProjectId }
): Promise<boolean> {
  const { projectId, number, tried, predicted, result, note, source } = test;
  const answer = await tx
    .insertInto('published_test')
    .values({
      partnership_id: scope.partnershipId,
      id,
      project_id: projectId,
      number,
      tried,
      predicted,
      result,
      note,
      source
    })
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'project_id', 'number']).doNothing()
    )
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
