import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { PartnershipId } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import { without } from '#platform/stored';
import { stretchKind, type Survey, type SurveyQuestion, type SurveyStretch } from './kinds.ts';
import { isSetAside } from './rules.ts';
import type { Response } from './types.ts';

/** All SQL about answers, and what a visitor by link may read and write. */

export const stretchRecords = records(stretchKind);

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
> & { readonly partnershipId: PartnershipId };

/**
 * The survey of the link that this transaction came by, for anybody. It takes no scope on purpose: row-level security shows a
 * transaction without a partnership that survey and nothing else.
 */
export async function findByLink(tx: Tx, token: string): Promise<LinkedSurvey | null> {
  const row = await tx
    .selectFrom('survey')
    .select([
      'partnershipId',
      'id',
      'title',
      'askedBy',
      'why',
      'whatNext',
      'forWhom',
      'contact',
      'closesOn',
      'keepUntil',
      'status',
      'consentNumber',
      'answersRemovedOn',
      'madeUp'
    ])
    .where('token', '=', token)
    .executeTakeFirst();
  return row ?? null;
}

/** The questions of the survey behind a link, and the wording to agree to. */
export async function formByLink(
  tx: Tx,
  survey: LinkedSurvey
): Promise<{ questions: SurveyQuestion[]; consent: string }> {
  const questions = await tx
    .selectFrom('surveyQuestion')
    .selectAll()
    .where('partnershipId', '=', survey.partnershipId)
    .where('surveyId', '=', survey.id)
    .orderBy('position')
    .execute();
  const consent = await tx
    .selectFrom('surveyConsent')
    .select('words')
    .where('partnershipId', '=', survey.partnershipId)
    .where('surveyId', '=', survey.id)
    .where('number', '=', survey.consentNumber)
    .executeTakeFirst();
  return { questions: questions.map(without('partnershipId')), consent: consent?.words ?? '' };
}

/** Counts one more answer taken by link; answers how many there were in all, this one included. */
export async function countByLink(tx: Tx, survey: LinkedSurvey): Promise<number> {
  const row = await tx
    .insertInto('surveyByLink')
    .values({ partnershipId: survey.partnershipId, surveyId: survey.id, inAll: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['partnershipId', 'surveyId'])
        .doUpdateSet({ inAll: sql`survey_by_link.in_all + 1` })
    )
    .returning('inAll')
    .executeTakeFirstOrThrow();
  return row.inAll;
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
    .insertInto('surveyResponse')
    .values({ partnershipId, ...response, answers: JSON.stringify(response.answers) })
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
    .selectFrom('surveyResponse')
    .select('id')
    .where('partnershipId', '=', scope.partnershipId)
    .where('surveyId', '=', surveyId)
    .where('formKey', '=', formKey)
    .executeTakeFirst();
  return row !== undefined;
}

/** Answers of a survey. Their order tells nothing: they are sorted by what nobody chose. */
export type GivenAnswers = {
  readonly counted: readonly Response[];
  readonly setAside: readonly Response[];
  readonly stretches: readonly SurveyStretch[];
};

/** All answers of a survey: those that count, and those that are set aside. */
export async function answersOf(tx: Tx, scope: ReadScope, surveyId: string): Promise<GivenAnswers> {
  const all = await tx
    .selectFrom('surveyResponse')
    .select(['id', 'answeredOn', 'way', 'consentNumber', 'mayQuote', 'answers'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('surveyId', '=', surveyId)
    .orderBy('id')
    .execute();
  const stretches = await stretchRecords.list(tx, scope, { surveyId });
  return {
    counted: all.filter((one) => !isSetAside(one, stretches)),
    setAside: all.filter((one) => isSetAside(one, stretches)),
    stretches
  };
}

/** Whether an answer is set aside, in SQL: as `isSetAside`. */
const setAside = sql<boolean>`exists (
  select from survey_stretch stretch
  where stretch.partnership_id = response.partnership_id and stretch.survey_id = response.survey_id
    and response.way = 'link' and response.answered_on between stretch.from_on and stretch.to_on)`;

export type ResponseCount = { readonly count: number; readonly lastOn: string | null };

/** How many answers of each survey count, and the day of the last one. Surveys without any are not in the map. */
export async function responseCounts(
  tx: Tx,
  scope: ReadScope
): Promise<Map<string, ResponseCount>> {
  const rows = await tx
    .selectFrom('surveyResponse as response')
    .select((select) => [
      'surveyId',
      select.fn.countAll<number>().as('count'),
      select.fn.max('answeredOn').as('lastOn')
    ])
    .where('partnershipId', '=', scope.partnershipId)
    .where(sql<boolean>`not ${setAside}`)
    .groupBy('surveyId')
    .execute();
  return new Map(
    rows.map((row) => [row.surveyId, { count: Number(row.count), lastOn: row.lastOn }])
  );
}

/** Whether anybody has answered, set aside or not. */
export async function hasAnswers(tx: Tx, scope: ReadScope, surveyId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('surveyResponse')
    .select('id')
    .where('partnershipId', '=', scope.partnershipId)
    .where('surveyId', '=', surveyId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many answers came on each day, by each way, the latest day first. */
export async function answersByDay(
  tx: Tx,
  scope: ReadScope,
  surveyId: string
): Promise<{ on: string; byLink: number; onPaper: number }[]> {
  const rows = await tx
    .selectFrom('surveyResponse')
    .select(({ fn }) => [
      'answeredOn as on',
      fn.countAll<number>().filterWhere('way', '=', 'link').as('byLink'),
      fn.countAll<number>().filterWhere('way', '=', 'paper').as('onPaper')
    ])
    .where('partnershipId', '=', scope.partnershipId)
    .where('surveyId', '=', surveyId)
    .groupBy('answeredOn')
    .orderBy('answeredOn', 'desc')
    .execute();
  return rows.map(({ on, byLink, onPaper }) => ({
    on,
    byLink: Number(byLink),
    onPaper: Number(onPaper)
  }));
}

/** What only this installation can say of a showing of a form. */
export async function formSignature(tx: Tx, form: string): Promise<string> {
  const { rows } = await sql<{ signature: string | null }>`
    select survey_form_signature(${form}) as signature`.execute(tx);
  const signature = rows[0]?.signature ?? null;
  if (signature === null) throw new Error('This installation has nothing to sign forms with.');
  return signature;
}

/** Removes every answer of a survey; answers how many there were. */
export async function removeResponses(
  tx: Tx,
  scope: WriteScope,
  surveyId: string
): Promise<number> {
  const answer = await tx
    .deleteFrom('surveyResponse')
    .where('partnershipId', '=', scope.partnershipId)
    .where('surveyId', '=', surveyId)
    .executeTakeFirst();
  return Number(answer.numDeletedRows);
}

/** Takes one question's answer out of one response; nothing where a voice is a copy of none. */
export async function removeAnswer(
  tx: Tx,
  scope: WriteScope,
  responseId: string | null,
  questionId: string | null
): Promise<void> {
  if (responseId === null || questionId === null) return;
  await tx
    .updateTable('surveyResponse')
    .set({ answers: sql`answers - ${questionId}::text` })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', responseId)
    .execute();
}

/** The surveys that hold answers in people's own words which were not brought to the voices. */
export async function surveysWithWordsWaiting(tx: Tx, scope: ReadScope): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('surveyResponse as response')
    .innerJoin('surveyQuestion as question', (join) =>
      join
        .onRef('question.partnershipId', '=', 'response.partnershipId')
        .onRef('question.surveyId', '=', 'response.surveyId')
    )
    .leftJoin('voice', (join) =>
      join
        .onRef('voice.partnershipId', '=', 'response.partnershipId')
        .onRef('voice.responseId', '=', 'response.id')
        .onRef('voice.surveyQuestionId', '=', 'question.id')
    )
    .select('response.surveyId')
    .distinct()
    .where('response.partnershipId', '=', scope.partnershipId)
    .where('question.kind', 'in', ['short', 'long'])
    .where('voice.id', 'is', null)
    .where(sql<boolean>`jsonb_exists(response.answers, question.id::text)`)
    .where(sql<boolean>`not ${setAside}`)
    .execute();
  return new Set(rows.map((row) => row.surveyId));
}
