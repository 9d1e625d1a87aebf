import type { Tx } from '#platform/database';
import { removeRow, saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import { sql, type Selectable } from 'kysely';
import type { DB } from '#platform/schema';
import type { Tallies } from './tallies.ts';
import type { Survey, SurveyQuestion } from './types.ts';

/** All SQL about surveys and their questions. Answers are in responses.store.server.ts. */

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

/** All surveys, the newest first. */
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

type NewSurvey = Pick<
  Survey,
  | 'id'
  | 'title'
  | 'askedBy'
  | 'why'
  | 'whatNext'
  | 'forWhom'
  | 'contact'
  | 'saidBy'
  | 'closesOn'
  | 'keepUntil'
  | 'needsQuestionId'
>;

function wordsColumns(values: Omit<NewSurvey, 'id'>) {
  return {
    title: values.title,
    askedBy: values.askedBy,
    why: values.why,
    whatNext: values.whatNext,
    forWhom: values.forWhom,
    contact: values.contact,
    saidBy: values.saidBy,
    closesOn: values.closesOn,
    keepUntil: values.keepUntil,
    needsQuestionId: values.needsQuestionId
  };
}

export async function addSurvey(
  tx: Tx,
  scope: WriteScope,
  survey: NewSurvey & { readonly madeUp: boolean }
): Promise<void> {
  await tx
    .insertInto('survey')
    .values({
      partnershipId: scope.partnershipId,
      id: survey.id,
      ...wordsColumns(survey),
      madeUp: survey.madeUp
    })
    .execute();
}

/** The new version; null when another than the expected was stored. */
export async function saveSurvey(
  tx: Tx,
  scope: WriteScope,
  { id, version, consentNumber, ...values }: NewSurvey & Pick<Survey, 'version' | 'consentNumber'>
): Promise<number | null> {
  const columns = { ...wordsColumns(values), consentNumber };
  return saveVersion(tx, scope, 'survey', { id, expected: version }, columns);
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
    .values({
      partnershipId: scope.partnershipId,
      id: consent.id,
      surveyId: consent.surveyId,
      number: consent.number,
      words: consent.words,
      since: consent.since
    })
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

/** Holds the survey until the transaction ends, so that two people do not open, close or reorder it at once. */
export async function holdSurvey(tx: Tx, scope: WriteScope, id: string): Promise<void> {
  await tx
    .selectFrom('survey')
    .select('id')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

export async function openSurvey(
  tx: Tx,
  scope: WriteScope,
  survey: Pick<Survey, 'id' | 'version'>,
  opened: { readonly token: string; readonly on: string }
): Promise<void> {
  await saveVersion(
    tx,
    scope,
    'survey',
    { id: survey.id, expected: survey.version },
    {
      status: 'open',
      token: opened.token,
      openedOn: opened.on,
      closedOn: null
    }
  );
}

export async function closeSurvey(
  tx: Tx,
  scope: WriteScope,
  survey: Pick<Survey, 'id' | 'version'>,
  on: string
): Promise<void> {
  await saveVersion(
    tx,
    scope,
    'survey',
    { id: survey.id, expected: survey.version },
    {
      status: 'closed',
      closedOn: on
    }
  );
}

/** Removes a survey that nobody has answered, with its questions. */
export async function removeSurvey(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'survey', id);
}

/** Keeps the counts of a survey whose answers are removed. */
export async function keepTallies(
  tx: Tx,
  scope: WriteScope,
  survey: Pick<Survey, 'id' | 'version'>,
  kept: { readonly tallies: Tallies; readonly on: string }
): Promise<void> {
  await saveVersion(
    tx,
    scope,
    'survey',
    { id: survey.id, expected: survey.version },
    {
      keptTallies: sql`${JSON.stringify(kept.tallies)}::jsonb`,
      answersRemovedOn: kept.on
    }
  );
}

export async function keptTallies(
  tx: Tx,
  scope: ReadScope,
  surveyId: string
): Promise<Tallies | null> {
  const row = await tx
    .selectFrom('survey')
    .select('keptTallies')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', surveyId)
    .executeTakeFirst();
  return row?.keptTallies ?? null;
}

export function toQuestion(row: Selectable<DB['surveyQuestion']>): SurveyQuestion {
  return {
    id: row.id,
    surveyId: row.surveyId,
    kind: row.kind,
    text: row.text,
    hint: row.hint,
    options: row.options,
    required: row.required,
    version: row.version
  };
}

/** The questions of a survey in their order. */
export async function questionsOf(
  tx: Tx,
  scope: ReadScope,
  surveyId: string
): Promise<SurveyQuestion[]> {
  const rows = await tx
    .selectFrom('surveyQuestion')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .where('surveyId', '=', surveyId)
    .orderBy('position')
    .execute();
  return rows.map(toQuestion);
}

export async function findQuestion(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<SurveyQuestion | null> {
  const row = await tx
    .selectFrom('surveyQuestion')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toQuestion(row);
}

function questionColumns(question: Omit<SurveyQuestion, 'id' | 'surveyId' | 'version'>) {
  return {
    kind: question.kind,
    text: question.text,
    hint: question.hint,
    options: question.options,
    required: question.required
  };
}

export async function addQuestion(
  tx: Tx,
  scope: WriteScope,
  question: Omit<SurveyQuestion, 'version'>,
  position: number
): Promise<void> {
  await tx
    .insertInto('surveyQuestion')
    .values({
      partnershipId: scope.partnershipId,
      id: question.id,
      surveyId: question.surveyId,
      position,
      ...questionColumns(question)
    })
    .execute();
}

/** The new version; null when another than the expected was stored. */
export async function saveQuestion(
  tx: Tx,
  scope: WriteScope,
  question: Omit<SurveyQuestion, 'surveyId'>
): Promise<number | null> {
  return saveVersion(
    tx,
    scope,
    'surveyQuestion',
    { id: question.id, expected: question.version },
    questionColumns(question)
  );
}

export async function removeQuestion(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'surveyQuestion', id);
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
