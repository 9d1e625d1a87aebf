import type { Tx } from '#platform/database';
import { removeRow, saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql, type Selectable } from 'kysely';
import type { DB } from '#platform/schema';
import type { Tallies } from './tallies.ts';
import type { Survey, SurveyQuestion } from './types.ts';

/** All SQL about surveys and their questions. Answers are in responses.store.server.ts. */

type SurveyRow = Selectable<DB['survey']>;

function toSurvey(row: Omit<SurveyRow, 'kept_tallies'>, consent: string): Survey {
  return {
    id: row.id,
    title: row.title,
    askedBy: row.asked_by,
    why: row.why,
    whatNext: row.what_next,
    forWhom: row.for_whom,
    contact: row.contact,
    saidBy: row.said_by as Survey['saidBy'], // held by a check constraint
    closesOn: row.closes_on,
    keepUntil: row.keep_until,
    consent,
    consentNumber: row.consent_number,
    needsQuestionId: row.needs_question_id,
    status: row.status as Survey['status'], // held by a check constraint
    token: row.token,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    answersRemovedOn: row.answers_removed_on,
    madeUp: row.made_up,
    version: row.version
  };
}

function selectSurveys(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('survey')
    .innerJoin('survey_consent as consent', (join) =>
      join
        .onRef('consent.partnership_id', '=', 'survey.partnership_id')
        .onRef('consent.survey_id', '=', 'survey.id')
        .onRef('consent.number', '=', 'survey.consent_number')
    )
    .selectAll('survey')
    .select('consent.words')
    .where('survey.partnership_id', '=', scope.partnershipId);
}

/** All surveys, the newest first. */
export async function surveys(tx: Tx, scope: ReadScope): Promise<Survey[]> {
  const rows = await selectSurveys(tx, scope)
    .orderBy('survey.opened_on', (order) => order.desc().nullsFirst())
    .orderBy('survey.title', (order) => order.collate('und-x-icu').asc())
    .execute();
  return rows.map(({ words, ...row }) => toSurvey(row, words));
}

export async function findSurvey(tx: Tx, scope: ReadScope, id: string): Promise<Survey | null> {
  const row = await selectSurveys(tx, scope).where('survey.id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const { words, ...survey } = row;
  return toSurvey(survey, words);
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
    asked_by: values.askedBy,
    why: values.why,
    what_next: values.whatNext,
    for_whom: values.forWhom,
    contact: values.contact,
    said_by: values.saidBy,
    closes_on: values.closesOn,
    keep_until: values.keepUntil,
    needs_question_id: values.needsQuestionId
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
      partnership_id: scope.partnershipId,
      id: survey.id,
      ...wordsColumns(survey),
      made_up: survey.madeUp
    })
    .execute();
}

/** The new version; null when another than the expected was stored. */
export async function saveSurvey(
  tx: Tx,
  scope: WriteScope,
  { id, version, consentNumber, ...values }: NewSurvey & Pick<Survey, 'version' | 'consentNumber'>
): Promise<number | null> {
  const columns = { ...wordsColumns(values), consent_number: consentNumber };
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
    .insertInto('survey_consent')
    .values({
      partnership_id: scope.partnershipId,
      id: consent.id,
      survey_id: consent.surveyId,
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
    .selectFrom('survey_consent')
    .select(['number', 'words', 'since'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('survey_id', '=', surveyId)
    .orderBy('number')
    .execute();
}

/** Holds the survey until the transaction ends, so that two people do not open, close or reorder it at once. */
export async function holdSurvey(tx: Tx, scope: WriteScope, id: string): Promise<void> {
  await tx
    .selectFrom('survey')
    .select('id')
    .where('partnership_id', '=', scope.partnershipId)
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
      opened_on: opened.on,
      closed_on: null
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
      closed_on: on
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
      kept_tallies: sql`${JSON.stringify(kept.tallies)}::jsonb`,
      answers_removed_on: kept.on
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
    .select('kept_tallies')
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', surveyId)
    .executeTakeFirst();
  return (row?.kept_tallies ?? null) as Tallies | null; // written by keepTallies() alone
}

export function toQuestion(row: Selectable<DB['survey_question']>): SurveyQuestion {
  return {
    id: row.id,
    surveyId: row.survey_id,
    kind: row.kind as SurveyQuestion['kind'], // held by a check constraint
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
    .selectFrom('survey_question')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .where('survey_id', '=', surveyId)
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
    .selectFrom('survey_question')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toQuestion(row);
}

function questionColumns(question: Omit<SurveyQuestion, 'id' | 'surveyId' | 'version'>) {
  return {
    kind: question.kind,
    text: question.text,
    hint: question.hint,
    options: [...question.options],
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
    .insertInto('survey_question')
    .values({
      partnership_id: scope.partnershipId,
      id: question.id,
      survey_id: question.surveyId,
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
    'survey_question',
    { id: question.id, expected: question.version },
    questionColumns(question)
  );
}

export async function removeQuestion(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'survey_question', id);
}

/** Puts the questions into this order. Those that stay where they are are not written. */
export async function orderQuestions(
  tx: Tx,
  scope: WriteScope,
  ids: readonly string[]
): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await tx
      .updateTable('survey_question')
      .set({ position })
      .where('partnership_id', '=', scope.partnershipId)
      .where('id', '=', id)
      .where('position', '<>', position)
      .execute();
  }
}
