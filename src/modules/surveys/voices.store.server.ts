import type { Tx } from '#platform/database';
import type { DB } from '#platform/schema';
import { saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { Selectable } from 'kysely';
import type { Passage, Voice } from './types.ts';

/** All SQL about what was said, and which sentences speak of which theme. */

function toVoice(row: Selectable<DB['voice']>): Voice {
  return {
    id: row.id,
    title: row.title,
    method: row.method as Voice['method'], // held by a check constraint
    heardOn: row.heard_on,
    settingKind: row.setting_kind as Voice['settingKind'], // checked against the list when it was saved
    saidBy: row.said_by as Voice['saidBy'], // held by a check constraint
    peopleCount: row.people_count,
    words: row.words,
    consent: row.consent as Voice['consent'], // held by a check constraint
    mayQuote: row.may_quote,
    keepUntil: row.keep_until,
    needsQuestionId: row.needs_question_id,
    surveyId: row.survey_id,
    codingDone: row.coding_done,
    withdrawnOn: row.withdrawn_on,
    erasedOn: row.erased_on,
    version: row.version
  };
}

/** All voices, the latest first. */
export async function voices(tx: Tx, scope: ReadScope): Promise<Voice[]> {
  const rows = await tx
    .selectFrom('voice')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy('heard_on', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toVoice);
}

/** What counts of a voice, without what was said. */
export type VoiceStanding = Pick<
  Voice,
  'id' | 'saidBy' | 'surveyId' | 'codingDone' | 'erasedOn' | 'keepUntil'
>;

/** How every voice stands, for whoever counts them: the words stay where they are. */
export async function voiceStandings(tx: Tx, scope: ReadScope): Promise<VoiceStanding[]> {
  const rows = await tx
    .selectFrom('voice')
    .select(['id', 'said_by', 'survey_id', 'coding_done', 'erased_on', 'keep_until'])
    .where('partnership_id', '=', scope.partnershipId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    saidBy: row.said_by as Voice['saidBy'], // held by a check constraint
    surveyId: row.survey_id,
    codingDone: row.coding_done,
    erasedOn: row.erased_on,
    keepUntil: row.keep_until
  }));
}

export async function findVoice(tx: Tx, scope: ReadScope, id: string): Promise<Voice | null> {
  const row = await tx
    .selectFrom('voice')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toVoice(row);
}

export type NewVoice = Pick<
  Voice,
  | 'title'
  | 'method'
  | 'heardOn'
  | 'settingKind'
  | 'saidBy'
  | 'peopleCount'
  | 'words'
  | 'consent'
  | 'mayQuote'
  | 'keepUntil'
  | 'needsQuestionId'
>;

function voiceColumns(values: NewVoice) {
  return {
    title: values.title,
    method: values.method,
    heard_on: values.heardOn,
    setting_kind: values.settingKind,
    said_by: values.saidBy,
    people_count: values.peopleCount,
    words: values.words,
    consent: values.consent,
    may_quote: values.mayQuote,
    keep_until: values.keepUntil,
    needs_question_id: values.needsQuestionId
  };
}

/** The answer to a survey that a voice is a copy of. */
export type Origin = {
  readonly surveyId: string;
  readonly responseId: string;
  readonly questionId: string;
};

export async function addVoice(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: NewVoice,
  origin: Origin | null = null
): Promise<void> {
  await tx
    .insertInto('voice')
    .values({
      partnership_id: scope.partnershipId,
      id,
      ...voiceColumns(values),
      survey_id: origin?.surveyId ?? null,
      response_id: origin?.responseId ?? null,
      survey_question_id: origin?.questionId ?? null
    })
    .execute();
}

/** The new version; null when another than the expected was stored. */
export async function saveVoice(
  tx: Tx,
  scope: WriteScope,
  { id, version, ...values }: NewVoice & Pick<Voice, 'id' | 'version'>
): Promise<number | null> {
  return saveVersion(tx, scope, 'voice', { id, expected: version }, voiceColumns(values));
}

/** Which answers of a survey were brought here to be coded, as `response question`. */
export async function broughtAnswers(
  tx: Tx,
  scope: ReadScope,
  surveyId: string
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('voice')
    .select(['response_id', 'survey_question_id'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('survey_id', '=', surveyId)
    .execute();
  return new Set(rows.map((row) => `${row.response_id} ${row.survey_question_id}`));
}

/** From which answer a voice comes; null where it comes from none. */
export async function originOf(tx: Tx, scope: ReadScope, id: string): Promise<Origin | null> {
  const row = await tx
    .selectFrom('voice')
    .select(['survey_id', 'response_id', 'survey_question_id'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.survey_id === null || row.response_id === null || row.survey_question_id === null) {
    return null;
  }
  return {
    surveyId: row.survey_id,
    responseId: row.response_id,
    questionId: row.survey_question_id
  };
}

export async function markCoded(
  tx: Tx,
  scope: WriteScope,
  voice: Pick<Voice, 'id' | 'version'>,
  isDone: boolean
): Promise<void> {
  await saveVersion(
    tx,
    scope,
    'voice',
    { id: voice.id, expected: voice.version },
    {
      coding_done: isDone
    }
  );
}

/** Words that are gone leave this as their title. */
export const erasedTitle = 'Erased';

/** Takes back the consent to be quoted, or all of it with the words. Quotes are another table's: see quotes.store.server.ts. */
export async function withdraw(
  tx: Tx,
  scope: WriteScope,
  voice: Pick<Voice, 'id' | 'version'>,
  withdrawn: { readonly on: string; readonly everything: boolean }
): Promise<void> {
  const erased = { words: '', title: erasedTitle, erased_on: withdrawn.on };
  await saveVersion(
    tx,
    scope,
    'voice',
    { id: voice.id, expected: voice.version },
    {
      may_quote: false,
      withdrawn_on: withdrawn.on,
      ...(withdrawn.everything ? erased : {})
    }
  );
  if (!withdrawn.everything) return;
  await tx
    .deleteFrom('passage')
    .where('partnership_id', '=', scope.partnershipId)
    .where('voice_id', '=', voice.id)
    .execute();
}

/** Erases the words of voices whose day is over before `today`; answers how many. Their passages stay, as numbers. */
export async function eraseDue(tx: Tx, scope: WriteScope, today: string): Promise<string[]> {
  const rows = await tx
    .updateTable('voice')
    .set((row) => ({
      words: '',
      title: erasedTitle,
      erased_on: today,
      version: row('version', '+', 1)
    }))
    .where('partnership_id', '=', scope.partnershipId)
    .where('erased_on', 'is', null)
    .where('keep_until', '<', today)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Erases the words that came from answers to a survey; answers how many. */
export async function eraseOfSurvey(
  tx: Tx,
  scope: WriteScope,
  surveyId: string,
  on: string
): Promise<string[]> {
  const rows = await tx
    .updateTable('voice')
    .set((row) => ({
      words: '',
      title: erasedTitle,
      erased_on: on,
      version: row('version', '+', 1)
    }))
    .where('partnership_id', '=', scope.partnershipId)
    .where('survey_id', '=', surveyId)
    .where('erased_on', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

function toPassage(row: Selectable<DB['passage']>): Passage {
  return {
    id: row.id,
    voiceId: row.voice_id,
    themeId: row.theme_id,
    first: row.first_sentence,
    last: row.last_sentence
  };
}

/** All passages, in the order of their sentences. */
export async function passages(tx: Tx, scope: ReadScope): Promise<Passage[]> {
  const rows = await tx
    .selectFrom('passage')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy('voice_id')
    .orderBy('first_sentence')
    .orderBy('id')
    .execute();
  return rows.map(toPassage);
}

export async function findPassage(tx: Tx, scope: ReadScope, id: string): Promise<Passage | null> {
  return (await passages(tx, scope)).find((one) => one.id === id) ?? null;
}

/** Adds a passage, unless the same sentences speak of the theme already. */
export async function addPassage(tx: Tx, scope: WriteScope, passage: Passage): Promise<void> {
  await tx
    .insertInto('passage')
    .values({
      partnership_id: scope.partnershipId,
      id: passage.id,
      voice_id: passage.voiceId,
      theme_id: passage.themeId,
      first_sentence: passage.first,
      last_sentence: passage.last
    })
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'voice_id', 'theme_id', 'first_sentence', 'last_sentence'])
        .doNothing()
    )
    .execute();
}
