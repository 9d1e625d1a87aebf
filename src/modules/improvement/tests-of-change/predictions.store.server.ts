import type { Tx } from '#platform/database';
import { sought } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { Prediction, TestId } from '../types.ts';

/** All SQL about predictions and their results. */

/** The predictions of each test, in their order. */
export async function predictionsOf(
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
      'testId',
      'position',
      'question',
      'prediction',
      'firstPrediction',
      'writtenAt',
      'result'
    ])
    .where('partnershipId', '=', scope.partnershipId)
    .where('testId', 'in', testIds.map(sought<TestId>))
    .orderBy('position')
    .execute();
  for (const row of rows) {
    const list = byTest.get(row.testId) ?? [];
    list.push({
      id: row.id,
      position: row.position,
      question: row.question,
      prediction: row.prediction,
      firstPrediction: row.firstPrediction,
      writtenAt: row.writtenAt,
      result: row.result
    });
    byTest.set(row.testId, list);
  }
  return byTest;
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
    .where('partnershipId', '=', scope.partnershipId)
    .where('testId', '=', testId)
    .execute();
  if (predictions.length === 0) return;
  await tx
    .insertInto('prediction')
    .values(
      predictions.map((one, index) => ({
        partnershipId: scope.partnershipId,
        id: one.id,
        testId,
        position: index + 1,
        question: one.question,
        prediction: one.prediction,
        writtenAt: one.writtenAt
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
      firstPrediction: prediction.firstPrediction ?? prediction.prediction
    })
    .where('partnershipId', '=', scope.partnershipId)
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
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', predictionId)
    .execute();
}
