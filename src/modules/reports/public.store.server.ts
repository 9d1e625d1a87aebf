import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type { PublicChoices, PublicPage, PublicStrategy, PublicationKind } from './public-types.ts';

/** All SQL about what is published, and what was chosen for the public page. */

type ContentOf = { page: PublicPage; strategy: PublicStrategy };

export type Standing<Kind extends PublicationKind> = {
  readonly content: ContentOf[Kind];
  readonly publishedAt: Date;
};

/**
 * What stands published at an address, for anybody. It takes no scope on purpose: row-level security shows a transaction without
 * a partnership the standing publications and nothing else.
 */
export async function findStanding<Kind extends PublicationKind>(
  tx: Tx,
  slug: string,
  kind: Kind
): Promise<Standing<Kind> | null> {
  const row = await tx
    .selectFrom('publication')
    .select(['content', 'published_at'])
    .where('slug', '=', slug)
    .where('kind', '=', kind)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const content = row.content as unknown as ContentOf[Kind]; // written by replace() alone, by kind
  return { content, publishedAt: row.published_at };
}

/** What this partnership has published, and who did. */
export async function ownStanding<Kind extends PublicationKind>(
  tx: Tx,
  scope: ReadScope,
  kind: Kind
): Promise<(Standing<Kind> & { readonly publishedBy: string }) | null> {
  const row = await tx
    .selectFrom('publication')
    .innerJoin('person', 'person.id', 'publication.published_by')
    .select(['publication.content', 'publication.published_at', 'person.name'])
    .where('publication.partnership_id', '=', scope.partnershipId)
    .where('publication.kind', '=', kind)
    .where('publication.withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const content = row.content as unknown as ContentOf[Kind]; // as above
  return { content, publishedAt: row.published_at, publishedBy: row.name };
}

/** Publishes a snapshot in place of the one that stood; that one is kept, withdrawn. */
export async function replace<Kind extends PublicationKind>(
  tx: Tx,
  scope: WriteScope,
  publication: {
    readonly id: string;
    readonly slug: string;
    readonly kind: Kind;
    readonly content: ContentOf[Kind];
    readonly now: Date;
  }
): Promise<void> {
  await withdraw(tx, scope, publication.kind, publication.now);
  await tx
    .insertInto('publication')
    .values({
      partnership_id: scope.partnershipId,
      id: publication.id,
      slug: publication.slug,
      kind: publication.kind,
      content: sql<string>`${JSON.stringify(publication.content)}::jsonb`,
      published_at: publication.now,
      published_by: scope.personId
    })
    .execute();
}

/** Withdraws what stands. False when nothing did. */
export async function withdraw(
  tx: Tx,
  scope: WriteScope,
  kind: PublicationKind,
  now: Date
): Promise<boolean> {
  const answer = await tx
    .updateTable('publication')
    .set({ withdrawn_at: now })
    .where('partnership_id', '=', scope.partnershipId)
    .where('kind', '=', kind)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** What is chosen when nobody has chosen yet: the hope and the priorities, and nothing that was written for colleagues. */
const firstChoices: PublicChoices = {
  introduction: '',
  showHope: true,
  aims: [],
  indicators: [],
  version: 0
};

export async function choices(
  tx: Tx,
  scope: ReadScope
): Promise<PublicChoices & { readonly changedBy: string; readonly changedAt: Date }> {
  const row = await tx
    .selectFrom('public_page_choice')
    .innerJoin('person', 'person.id', 'public_page_choice.updated_by')
    .select([
      'public_page_choice.introduction',
      'public_page_choice.show_hope',
      'public_page_choice.aims',
      'public_page_choice.indicators',
      'public_page_choice.version',
      'public_page_choice.updated_at',
      'person.name'
    ])
    .where('public_page_choice.partnership_id', '=', scope.partnershipId)
    .executeTakeFirst();
  if (row === undefined) return { ...firstChoices, changedBy: 'Somebody', changedAt: new Date(0) };
  return {
    introduction: row.introduction,
    showHope: row.show_hope,
    aims: row.aims,
    indicators: row.indicators,
    version: row.version,
    changedBy: row.name,
    changedAt: row.updated_at
  };
}

/** Saves the choices over the version that was read; null when somebody else saved first. */
export async function saveChoices(
  tx: Tx,
  scope: WriteScope,
  given: PublicChoices,
  now: Date
): Promise<number | null> {
  const values = {
    introduction: given.introduction,
    show_hope: given.showHope,
    aims: [...given.aims],
    indicators: [...given.indicators],
    updated_at: now,
    updated_by: scope.personId
  };
  if (given.version === 0) {
    const row = await tx
      .insertInto('public_page_choice')
      .values({ partnership_id: scope.partnershipId, ...values })
      .onConflict((conflict) => conflict.columns(['partnership_id', 'id']).doNothing())
      .returning('version')
      .executeTakeFirst();
    return row?.version ?? null;
  }
  const row = await tx
    .updateTable('public_page_choice')
    .set({ ...values, version: given.version + 1 })
    .where('partnership_id', '=', scope.partnershipId)
    .where('version', '=', given.version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}
