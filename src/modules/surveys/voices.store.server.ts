import type { Tx } from '#platform/database';
import type { DB } from '#platform/schema';
import { saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import type { Selectable } from 'kysely';
import type { Passage, Voice } from './types.ts';

/** All SQL about what was said, and which sentences speak of which theme. */

const toVoice = without('partnershipId', 'responseId', 'surveyQuestionId');

/** All voices, the latest first. */
export async function voices(tx: Tx, scope: ReadScope): Promise<Voice[]> {
  const rows = await tx
    .selectFrom('voice')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('heardOn', 'desc')
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
export function voiceStandings(tx: Tx, scope: ReadScope): Promise<VoiceStanding[]> {
  return tx
    .selectFrom('voice')
    .select(['id', 'saidBy', 'surveyId', 'codingDone', 'erasedOn', 'keepUntil'])
    .where('partnershipId', '=', scope.partnershipId)
    .execute();
}

export async function findVoice(tx: Tx, scope: ReadScope, id: string): Promise<Voice | null> {
  const row = await tx
    .selectFrom('voice')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
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
    heardOn: values.heardOn,
    settingKind: values.settingKind,
    saidBy: values.saidBy,
    peopleCount: values.peopleCount,
    words: values.words,
    consent: values.consent,
    mayQuote: values.mayQuote,
    keepUntil: values.keepUntil,
    needsQuestionId: values.needsQuestionId
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
      partnershipId: scope.partnershipId,
      id,
      ...voiceColumns(values),
      surveyId: origin?.surveyId ?? null,
      responseId: origin?.responseId ?? null,
      surveyQuestionId: origin?.questionId ?? null
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
    .select(['responseId', 'surveyQuestionId'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('surveyId', '=', surveyId)
    .execute();
  return new Set(rows.map((row) => `${row.responseId} ${row.surveyQuestionId}`));
}

/** From which answer a voice comes; null where it comes from none. */
export async function originOf(tx: Tx, scope: ReadScope, id: string): Promise<Origin | null> {
  const row = await tx
    .selectFrom('voice')
    .select(['surveyId', 'responseId', 'surveyQuestionId'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.surveyId === null || row.responseId === null || row.surveyQuestionId === null) {
    return null;
  }
  return {
    surveyId: row.surveyId,
    responseId: row.responseId,
    questionId: row.surveyQuestionId
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
      codingDone: isDone
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
  const erased = { words: '', title: erasedTitle, erasedOn: withdrawn.on };
  await saveVersion(
    tx,
    scope,
    'voice',
    { id: voice.id, expected: voice.version },
    {
      mayQuote: false,
      withdrawnOn: withdrawn.on,
      ...(withdrawn.everything ? erased : {})
    }
  );
  if (!withdrawn.everything) return;
  await tx
    .deleteFrom('passage')
    .where('partnershipId', '=', scope.partnershipId)
    .where('voiceId', '=', voice.id)
    .execute();
}

/** Erases the words of voices whose day is over before `today`; answers how many. Their passages stay, as numbers. */
export async function eraseDue(tx: Tx, scope: WriteScope, today: string): Promise<string[]> {
  const rows = await tx
    .updateTable('voice')
    .set((row) => ({
      words: '',
      title: erasedTitle,
      erasedOn: today,
      version: row('version', '+', 1)
    }))
    .where('partnershipId', '=', scope.partnershipId)
    .where('erasedOn', 'is', null)
    .where('keepUntil', '<', today)
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
      erasedOn: on,
      version: row('version', '+', 1)
    }))
    .where('partnershipId', '=', scope.partnershipId)
    .where('surveyId', '=', surveyId)
    .where('erasedOn', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

function toPassage(row: Selectable<DB['passage']>): Passage {
  return {
    id: row.id,
    voiceId: row.voiceId,
    themeId: row.themeId,
    first: row.firstSentence,
    last: row.lastSentence
  };
}

/** All passages, in the order of their sentences. */
export async function passages(tx: Tx, scope: ReadScope): Promise<Passage[]> {
  const rows = await tx
    .selectFrom('passage')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('voiceId')
    .orderBy('firstSentence')
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
      partnershipId: scope.partnershipId,
      id: passage.id,
      voiceId: passage.voiceId,
      themeId: passage.themeId,
      firstSentence: passage.first,
      lastSentence: passage.last
    })
    .onConflict((conflict) =>
      conflict
        .columns(['partnershipId', 'voiceId', 'themeId', 'firstSentence', 'lastSentence'])
        .doNothing()
    )
    .execute();
}
