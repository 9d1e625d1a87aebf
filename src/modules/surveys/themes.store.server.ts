import type { Tx } from '#platform/database';
import { saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import type { Quote, Theme } from './types.ts';

/** All SQL about themes and quotes. */

/** All themes by name. */
export async function themes(tx: Tx, scope: ReadScope): Promise<Theme[]> {
  const rows = await tx
    .selectFrom('theme')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('name', (order) => order.collate('und-x-icu').asc())
    .execute();
  return rows.map(without('partnershipId'));
}

export async function findTheme(tx: Tx, scope: ReadScope, id: string): Promise<Theme | null> {
  return (await themes(tx, scope)).find((one) => one.id === id) ?? null;
}

export async function addTheme(
  tx: Tx,
  scope: WriteScope,
  theme: Omit<Theme, 'version'>
): Promise<void> {
  await tx
    .insertInto('theme')
    .values({
      partnershipId: scope.partnershipId,
      id: theme.id,
      name: theme.name,
      definition: theme.definition,
      factors: theme.factors
    })
    .execute();
}

/** The new version; null when another than the expected was stored. */
export async function saveTheme(tx: Tx, scope: WriteScope, theme: Theme): Promise<number | null> {
  const { name, definition, factors } = theme;
  const columns = { name, definition, factors };
  return saveVersion(tx, scope, 'theme', { id: theme.id, expected: theme.version }, columns);
}

/** All quotes, the latest first. */
export async function quotes(tx: Tx, scope: ReadScope): Promise<Quote[]> {
  const rows = await tx
    .selectFrom('quote')
    .innerJoin('voice', (join) =>
      join
        .onRef('voice.partnershipId', '=', 'quote.partnershipId')
        .onRef('voice.id', '=', 'quote.voiceId')
    )
    .innerJoin('person as maker', 'maker.id', 'quote.madeBy')
    .leftJoin('person as checker', 'checker.id', 'quote.checkedBy')
    .selectAll('quote')
    .select(['voice.saidBy', 'maker.name as makerName', 'checker.name as checkerName'])
    .where('quote.partnershipId', '=', scope.partnershipId)
    .orderBy('quote.madeOn', 'desc')
    .orderBy('quote.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    voiceId: row.voiceId,
    themeId: row.themeId,
    words: row.words,
    saidBy: row.saidBy,
    madeBy: row.makerName,
    madeById: row.madeBy,
    madeOn: row.madeOn,
    checkedBy: row.checkerName,
    checkedOn: row.checkedOn,
    version: row.version
  }));
}

export async function findQuote(tx: Tx, scope: ReadScope, id: string): Promise<Quote | null> {
  return (await quotes(tx, scope)).find((one) => one.id === id) ?? null;
}

export async function addQuote(
  tx: Tx,
  scope: WriteScope,
  quote: Pick<Quote, 'id' | 'voiceId' | 'themeId' | 'words' | 'madeOn'>
): Promise<void> {
  await tx
    .insertInto('quote')
    .values({
      partnershipId: scope.partnershipId,
      id: quote.id,
      voiceId: quote.voiceId,
      themeId: quote.themeId,
      words: quote.words,
      madeBy: scope.personId,
      madeOn: quote.madeOn
    })
    .execute();
}

/** Saves other words, which nobody but their maker has looked at yet. The new version; null when another was stored. */
export async function saveQuoteWords(
  tx: Tx,
  scope: WriteScope,
  quote: Pick<Quote, 'id' | 'version' | 'words'> & { readonly on: string }
): Promise<number | null> {
  return saveVersion(
    tx,
    scope,
    'quote',
    { id: quote.id, expected: quote.version },
    {
      words: quote.words,
      madeBy: scope.personId,
      madeOn: quote.on,
      checkedBy: null,
      checkedOn: null
    }
  );
}

/** Notes that somebody has looked. The new version; null when another was stored: they must look at the words as they are now. */
export async function markChecked(
  tx: Tx,
  scope: WriteScope,
  quote: Pick<Quote, 'id' | 'version'>,
  on: string
): Promise<number | null> {
  return saveVersion(
    tx,
    scope,
    'quote',
    { id: quote.id, expected: quote.version },
    {
      checkedBy: scope.personId,
      checkedOn: on
    }
  );
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
