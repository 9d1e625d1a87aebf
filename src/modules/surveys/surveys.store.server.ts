import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import { surveyKind, surveyQuestionKind, type Survey } from './kinds.ts';

/** All SQL about surveys, their questions and the consent they ask for. Answers are in responses.store.server.ts. */

export const surveyRecords = records(surveyKind);
export const questionRecords = records(surveyQuestionKind);

const toSurvey = without('partnershipId', 'keptTallies');

function selectSurveys(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('survey')
    .innerJoin('surveyConsent as consent', (join) =>
      join
        .onRef('consent.partnershipId', '=', 'survey.partnershipId')
        .onRef('consent.surveyId', '=', 'survey.id')
        .onRef('consent.number', '=', 'survey.consentNumber')
    )
    .selectAll('survey')
    .select('consent.words as consent')
    .where('survey.partnershipId', '=', scope.partnershipId);
}

/** All surveys, those that were not opened yet first, then the newest. */
export async function surveys(tx: Tx, scope: ReadScope): Promise<Survey[]> {
  const rows = await selectSurveys(tx, scope)
    .orderBy('survey.openedOn', (order) => order.desc().nullsFirst())
    .orderBy('survey.title', (order) => order.collate('und-x-icu').asc())
    .execute();
  return rows.map(toSurvey);
}

export async function findSurvey(tx: Tx, scope: ReadScope, id: string): Promise<Survey | null> {
  const row = await selectSurveys(tx, scope).where('survey.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toSurvey(row);
}

export async function addConsent(
  tx: Tx,
  scope: WriteScope,
  consent: {
    readonly id: string;
    readonly surveyId: string;
    readonly number: number;
    readonly words: string;
    readonly since: string;
  }
): Promise<void> {
  await tx
    .insertInto('surveyConsent')
    .values({ partnershipId: scope.partnershipId, ...consent })
    .execute();
}

/** Every wording that people were asked to agree to, the first first. */
export async function consentsOf(
  tx: Tx,
  scope: ReadScope,
  surveyId: string
): Promise<{ number: number; words: string; since: string }[]> {
  return tx
    .selectFrom('surveyConsent')
    .select(['number', 'words', 'since'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('surveyId', '=', surveyId)
    .orderBy('number')
    .execute();
}

/** Puts the questions into this order. Those that stay where they are are not written. */
export async function orderQuestions(
  tx: Tx,
  scope: WriteScope,
  ids: readonly string[]
): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await tx
      .updateTable('surveyQuestion')
      .set({ position })
      .where('partnershipId', '=', scope.partnershipId)
      .where('id', '=', id)
      .where('position', '<>', position)
      .execute();
  }
}
