import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import { toQuestion } from './surveys.store.server.ts';
import type { Answers, Response, Survey, SurveyQuestion } from './types.ts';

/** All SQL about answers, and what a visitor by link may read and write. */

/** What a visitor by link is shown of a survey. */
export type LinkedSurvey = Pick<
  Survey,
  | 'id'
  | 'title'
  | 'askedBy'
  | 'why'
  | 'whatNext'
  | 'forWhom'
  | 'contact'
  | 'closesOn'
  | 'keepUntil'
  | 'status'
  | 'consentNumber'
  | 'answersRemovedOn'
  | 'madeUp'
> & { readonly partnershipId: string };

/**
 * The survey of the link that this transaction came by, for anybody. It takes no scope on purpose: row-level security shows a
 * transaction without a partnership that survey and nothing else.
 */
export async function findByLink(tx: Tx, token: string): Promise<LinkedSurvey | null> {
  const row = await tx
    .selectFrom('survey')
    .select([
      'partnership_id',
      'id',
      'title',
      'asked_by',
      'why',
      'what_next',
      'for_whom',
      'contact',
      'closes_on',
      'keep_until',
      'status',
      'consent_number',
      'answers_removed_on',
      'made_up'
    ])
    .where('token', '=', token)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    partnershipId: row.partnership_id,
    id: row.id,
    title: row.title,
    askedBy: row.asked_by,
    why: row.why,
    whatNext: row.what_next,
    forWhom: row.for_whom,
    contact: row.contact,
    closesOn: row.closes_on,
    keepUntil: row.keep_until,
    status: row.status as Survey['status'], // held by a check constraint
    consentNumber: row.consent_number,
    answersRemovedOn: row.answers_removed_on,
    madeUp: row.made_up
  };
}

/** Its questions and the wording to agree to, likewise. */
export async function formByLink(
  tx: Tx,
  survey: LinkedSurvey
): Promise<{ questions: SurveyQuestion[]; consent: string }> {
  const questions = await tx
    .selectFrom('survey_question')
    .selectAll()
    .where('survey_id', '=', survey.id)
    .orderBy('position')
    .execute();
  const consent = await tx
    .selectFrom('survey_consent')
    .select('words')
    .where('survey_id', '=', survey.id)
    .where('number', '=', survey.consentNumber)
    .executeTakeFirst();
  return { questions: questions.map(toQuestion), consent: consent?.words ?? '' };
}

/** Counts one more answer taken by link; answers how many there were in all, this one included. */
export async function countByLink(tx: Tx, survey: LinkedSurvey): Promise<number> {
  const row = await tx
    .insertInto('survey_by_link')
    .values({ partnership_id: survey.partnershipId, survey_id: survey.id, in_all: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'survey_id'])
        .doUpdateSet({ in_all: sql`survey_by_link.in_all + 1` })
    )
    .returning('in_all')
    .executeTakeFirstOrThrow();
  return row.in_all;
}

export type NewResponse = Response & {
  readonly surveyId: string;
  readonly formKey: string;
};

/** Adds an answer. It reads nothing back: a visitor by link may not. */
export async function addResponse(
  tx: Tx,
  partnershipId: string,
  response: NewResponse
): Promise<void> {
  await tx
    .insertInto('survey_response')
    .values({
      partnership_id: partnershipId,
      id: response.id,
      survey_id: response.surveyId,
      answered_on: response.answeredOn,
      way: response.way,
      consent_number: response.consentNumber,
      may_quote: response.mayQuote,
      form_key: response.formKey,
      answers: sql<string>`${JSON.stringify(response.answers)}::jsonb`
    })
    .execute();
}

/** Whether PostgreSQL refused an answer because its form was sent before. */
export function isSentTwice(fault: unknown): boolean {
  const uniqueViolation = '23505';
  const problem = fault as { code?: string; constraint?: string };
  return problem.code === uniqueViolation && problem.constraint === 'survey_response_form';
}

/** Whether this showing of the form was saved already. */
export async function hasFormKey(
  tx: Tx,
  scope: WriteScope,
  surveyId: string,
  formKey: string
): Promise<boolean> {
  const row = await tx
    .selectFrom('survey_response')
    .select('id')
    .where('partnership_id', '=', scope.partnershipId)
    .where('survey_id', '=', surveyId)
    .where('form_key', '=', formKey)
    .executeTakeFirst();
  return row !== undefined;
}

/** All answers of a survey. Their order tells nothing: they are sorted by what nobody chose. */
export async function responsesOf(tx: Tx, scope: ReadScope, surveyId: string): Promise<Response[]> {
  const rows = await tx
    .selectFrom('survey_response')
    .select(['id', 'answered_on', 'way', 'consent_number', 'may_quote', 'answers'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('survey_id', '=', surveyId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    answeredOn: row.answered_on,
    way: row.way as Response['way'], // held by a check constraint
    consentNumber: row.consent_number,
    mayQuote: row.may_quote,
    answers: row.answers as Answers // written by addResponse() alone
  }));
}

export type ResponseCount = { readonly count: number; readonly lastOn: string | null };

/** How many answers each survey has, and the day of the last one. Surveys without answers are not in the map. */
export async function responseCounts(
  tx: Tx,
  scope: ReadScope
): Promise<Map<string, ResponseCount>> {
  const rows = await tx
    .selectFrom('survey_response')
    .select((select) => [
      'survey_id',
      select.fn.countAll<number>().as('count'),
      select.fn.max('answered_on').as('last_on')
    ])
    .where('partnership_id', '=', scope.partnershipId)
    .groupBy('survey_id')
    .execute();
  return new Map(
    rows.map((row) => [row.survey_id, { count: Number(row.count), lastOn: row.last_on }])
  );
}

/** Removes every answer of a survey; answers how many there were. */
export async function removeResponses(
  tx: Tx,
  scope: WriteScope,
  surveyId: string
): Promise<number> {
  const answer = await tx
    .deleteFrom('survey_response')
    .where('partnership_id', '=', scope.partnershipId)
    .where('survey_id', '=', surveyId)
    .executeTakeFirst();
  return Number(answer.numDeletedRows);
}

/** Takes one question's answer out of one response. */
export async function removeAnswer(
  tx: Tx,
  scope: WriteScope,
  responseId: string,
  questionId: string
): Promise<void> {
  await tx
    .updateTable('survey_response')
    .set({ answers: sql`answers - ${questionId}::text` })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', responseId)
    .execute();
}

/** The surveys that hold answers in people's own words which were not brought to the voices. */
export async function surveysWithWordsWaiting(tx: Tx, scope: ReadScope): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('survey_response as response')
    .innerJoin('survey_question as question', (join) =>
      join
        .onRef('question.partnership_id', '=', 'response.partnership_id')
        .onRef('question.survey_id', '=', 'response.survey_id')
    )
    .leftJoin('voice', (join) =>
      join
        .onRef('voice.partnership_id', '=', 'response.partnership_id')
        .onRef('voice.response_id', '=', 'response.id')
        .onRef('voice.survey_question_id', '=', 'question.id')
    )
    .select('response.survey_id')
    .distinct()
    .where('response.partnership_id', '=', scope.partnershipId)
    .where('question.kind', 'in', ['short', 'long'])
    .where('voice.id', 'is', null)
    .where(sql<boolean>`jsonb_exists(response.answers, question.id::text)`)
    .execute();
  return new Set(rows.map((row) => row.survey_id));
}
