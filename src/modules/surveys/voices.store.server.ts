import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import { voiceKind, type Voice } from './kinds.ts';
import type { Passage } from './types.ts';

/** All SQL about what was said, and which sentences speak of which theme. */

export const voiceRecords = records(voiceKind);

/** What counts of a voice, without what was said. */
export type VoiceState = Pick<
  Voice,
  'id' | 'saidBy' | 'surveyId' | 'codingDone' | 'erasedOn' | 'keepUntil'
>;

/** How every voice stands, for whoever counts them: the words stay where they are. */
export function voiceStates(tx: Tx, scope: ReadScope): Promise<VoiceState[]> {
  return tx
    .selectFrom('voice')
    .select(['id', 'saidBy', 'surveyId', 'codingDone', 'erasedOn', 'keepUntil'])
    .where('partnershipId', '=', scope.partnershipId)
    .execute();
}

/** Words that are gone leave this as their title. */
const erasedTitle = 'Erased';

/** What is left of a voice once its words are erased. */
export const erased = (on: string) => ({ words: '', title: erasedTitle, erasedOn: on }) as const;

/** Erases the words of voices that are not erased yet: those whose day is over, or of a survey; answers which. */
export async function erase(
  tx: Tx,
  scope: WriteScope,
  on: string,
  of: { readonly surveyId: string } | 'past their day'
): Promise<string[]> {
  const all = tx
    .updateTable('voice')
    .set((row) => ({ ...erased(on), version: row('version', '+', 1) }))
    .where('partnershipId', '=', scope.partnershipId)
    .where('erasedOn', 'is', null);
  const those =
    of === 'past their day'
      ? all.where('keepUntil', '<', on)
      : all.where('surveyId', '=', of.surveyId);
  return (await those.returning('id').execute()).map(({ id }) => id);
}

/** Whether what rests on a voice rests on a copy of an answer that is set aside. Once answers are removed, those by link and on paper are alike. */
export const isOfAnswerSetAside = (table: 'passage' | 'quote') => sql<boolean>`exists (
  select from voice
  join survey_stretch stretch on stretch.partnership_id = voice.partnership_id and stretch.survey_id = voice.survey_id
  left join survey_response response on response.partnership_id = voice.partnership_id and response.id = voice.response_id
  where voice.partnership_id = ${sql.ref(`${table}.partnershipId`)} and voice.id = ${sql.ref(`${table}.voiceId`)}
    and voice.response_id is not null and coalesce(response.way, 'link') = 'link'
    and voice.heard_on between stretch.from_on and stretch.to_on)`;

function selectPassages(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('passage')
    .select(['id', 'voiceId', 'themeId', 'firstSentence as first', 'lastSentence as last'])
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('voiceId')
    .orderBy('firstSentence')
    .orderBy('id');
}

/** Passages in the order of their sentences: all of them, or those of a voice or a theme. Copies of answers that are set aside do not count. */
export function passages(
  tx: Tx,
  scope: ReadScope,
  of: { readonly voiceId?: string; readonly themeId?: string } = {}
): Promise<Passage[]> {
  let rows = selectPassages(tx, scope);
  if (of.themeId !== undefined) rows = rows.where('themeId', '=', of.themeId);
  rows =
    of.voiceId === undefined
      ? rows.where(sql<boolean>`not ${isOfAnswerSetAside('passage')}`)
      : rows.where('voiceId', '=', of.voiceId);
  return rows.execute();
}

export async function findPassage(tx: Tx, scope: ReadScope, id: string): Promise<Passage | null> {
  return (await selectPassages(tx, scope).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Adds a passage, unless the same sentences speak of the theme already. */
export async function addPassage(
  tx: Tx,
  scope: WriteScope,
  { first: firstSentence, last: lastSentence, ...passage }: Passage
): Promise<void> {
  await tx
    .insertInto('passage')
    .values({ partnershipId: scope.partnershipId, ...passage, firstSentence, lastSentence })
    .onConflict((conflict) =>
      conflict
        .columns(['partnershipId', 'voiceId', 'themeId', 'firstSentence', 'lastSentence'])
        .doNothing()
    )
    .execute();
}

/** Takes every sentence of a voice out of its themes. */
export async function removePassagesOf(tx: Tx, scope: WriteScope, voiceId: string): Promise<void> {
  await tx
    .deleteFrom('passage')
    .where('partnershipId', '=', scope.partnershipId)
    .where('voiceId', '=', voiceId)
    .execute();
}
