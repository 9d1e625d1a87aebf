import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import { saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { Quote, Theme } from './types.ts';

/** All SQL about themes and quotes. */

/** All themes by name. */
export async function themes(tx: Tx, scope: ReadScope): Promise<Theme[]> {
  const rows = await tx
    .selectFrom('theme')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy('name', (order) => order.collate('und-x-icu').asc())
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    definition: row.definition,
    factors: row.factors as FactorId[], // checked against the spine when it was saved
    version: row.version
  }));
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
      partnership_id: scope.partnershipId,
      id: theme.id,
      name: theme.name,
      definition: theme.definition,
      factors: [...theme.factors]
    })
    .execute();
}

/** The new version; null when another than the expected was stored. */
export async function saveTheme(tx: Tx, scope: WriteScope, theme: Theme): Promise<number | null> {
  const { name, definition, factors } = theme;
  const columns = { name, definition, factors: [...factors] };
  return saveVersion(tx, scope, 'theme', { id: theme.id, expected: theme.version }, columns);
}

/** All quotes, the latest first. */
export async function quotes(tx: Tx, scope: ReadScope): Promise<Quote[]> {
  const rows = await tx
    .selectFrom('quote')
    .innerJoin('voice', (join) =>
      join
        .onRef('voice.partnership_id', '=', 'quote.partnership_id')
        .onRef('voice.id', '=', 'quote.voice_id')
    )
    .innerJoin('person as maker', 'maker.id', 'quote.made_by')
    .leftJoin('person as checker', 'checker.id', 'quote.checked_by')
    .selectAll('quote')
    .select(['voice.said_by', 'maker.name as maker_name', 'checker.name as checker_name'])
    .where('quote.partnership_id', '=', scope.partnershipId)
    .orderBy('quote.made_on', 'desc')
    .orderBy('quote.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    voiceId: row.voice_id,
    themeId: row.theme_id,
    words: row.words,
    saidBy: row.said_by as Quote['saidBy'], // held by a check constraint
    madeBy: row.maker_name,
    madeById: row.made_by,
    madeOn: row.made_on,
    checkedBy: row.checker_name,
    checkedOn: row.checked_on,
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
      partnership_id: scope.partnershipId,
      id: quote.id,
      voice_id: quote.voiceId,
      theme_id: quote.themeId,
      words: quote.words,
      made_by: scope.personId,
      made_on: quote.madeOn
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
      made_by: scope.personId,
      made_on: quote.on,
      checked_by: null,
      checked_on: null
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
      checked_by: scope.personId,
      checked_on: on
    }
  );
}

/** Removes every quote of a voice; answers how many there were. */
export async function removeQuotesOf(tx: Tx, scope: WriteScope, voiceId: string): Promise<number> {
  const answer = await tx
    .deleteFrom('quote')
    .where('partnership_id', '=', scope.partnershipId)
    .where('voice_id', '=', voiceId)
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
    .where('partnership_id', '=', scope.partnershipId)
    .where('voice_id', 'in', voiceIds)
    .where('checked_by', 'is', null)
    .execute();
}
