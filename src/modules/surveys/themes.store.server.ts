import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import { quoteKind, themeKind } from './kinds.ts';
import type { Quote } from './types.ts';
import { isOfAnswerSetAside } from './voices.store.server.ts';

/** All SQL about themes and quotes. */

export const themeRecords = records(themeKind);
export const quoteRecords = records(quoteKind);

function selectQuotes(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('quote')
    .innerJoin('voice', (join) =>
      join
        .onRef('voice.partnershipId', '=', 'quote.partnershipId')
        .onRef('voice.id', '=', 'quote.voiceId')
    )
    .innerJoin('person as maker', 'maker.id', 'quote.madeBy')
    .leftJoin('person as checker', 'checker.id', 'quote.checkedBy')
    .select(['quote.id', 'quote.voiceId', 'quote.themeId', 'quote.words', 'voice.saidBy'])
    .select(['quote.madeBy as madeById', 'maker.name as madeBy', 'quote.madeOn'])
    .select(['checker.name as checkedBy', 'quote.checkedOn', 'quote.version'])
    .where('quote.partnershipId', '=', scope.partnershipId)
    .orderBy('quote.madeOn', 'desc')
    .orderBy('quote.id');
}

/** Quotes, the latest first: all of them, or those of a voice or a theme. Copies of answers that are set aside show nothing. */
export function quotes(
  tx: Tx,
  scope: ReadScope,
  of: { readonly voiceId?: string; readonly themeId?: string } = {}
): Promise<Quote[]> {
  let rows = selectQuotes(tx, scope);
  rows =
    of.voiceId === undefined
      ? rows.where(sql<boolean>`not ${isOfAnswerSetAside('quote')}`)
      : rows.where('quote.voiceId', '=', of.voiceId);
  if (of.themeId !== undefined) rows = rows.where('quote.themeId', '=', of.themeId);
  return rows.execute();
}

export async function findQuote(tx: Tx, scope: ReadScope, id: string): Promise<Quote | null> {
  return (await selectQuotes(tx, scope).where('quote.id', '=', id).executeTakeFirst()) ?? null;
}

/** Removes every quote of a voice; answers how many there were. */
export async function removeQuotesOf(tx: Tx, scope: WriteScope, voiceId: string): Promise<number> {
  const answer = await tx
    .deleteFrom('quote')
    .where('partnershipId', '=', scope.partnershipId)
    .where('voiceId', '=', voiceId)
    .executeTakeFirst();
  return Number(answer.numDeletedRows);
}

/** Removes the quotes of these voices that nobody has checked: without their source, nobody could. */
export async function removeUncheckedQuotesOf(
  tx: Tx,
  scope: WriteScope,
  voiceIds: readonly string[]
): Promise<void> {
  if (voiceIds.length === 0) return;
  await tx
    .deleteFrom('quote')
    .where('partnershipId', '=', scope.partnershipId)
    .where('voiceId', 'in', voiceIds)
    .where('checkedBy', 'is', null)
    .execute();
}
