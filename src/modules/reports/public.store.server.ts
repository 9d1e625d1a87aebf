import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type {
  FeedChoices,
  PublicChoices,
  PublicPage,
  PublicServices,
  PublicStrategy,
  PublicationKind
} from './public-types.ts';

/** All SQL about what is published, and what was chosen for the public page. */

type ContentOf = { page: PublicPage; strategy: PublicStrategy; services: PublicServices };

export type CurrentPublication<Kind extends PublicationKind> = {
  readonly content: ContentOf[Kind];
  readonly publishedAt: Date;
};

/**
 * What stands published at an address, for anybody. It takes no scope on purpose: row-level security shows a transaction without
 * a partnership the current publications and nothing else.
 */
export async function findCurrent<Kind extends PublicationKind>(
  tx: Tx,
  slug: string,
  kind: Kind
): Promise<CurrentPublication<Kind> | null> {
  const row = await tx
    .selectFrom('publication')
    .select(['content', 'publishedAt'])
    .where('slug', '=', slug)
    .where('kind', '=', kind)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const content = row.content as ContentOf[Kind]; // written by replace() alone, by kind
  return { content, publishedAt: row.publishedAt };
}

/** What this partnership has published, and who did. */
export async function ownCurrent<Kind extends PublicationKind>(
  tx: Tx,
  scope: ReadScope,
  kind: Kind
): Promise<(CurrentPublication<Kind> & { readonly publishedBy: string }) | null> {
  const row = await tx
    .selectFrom('publication')
    .innerJoin('person', 'person.id', 'publication.publishedBy')
    .select(['publication.content', 'publication.publishedAt', 'person.name'])
    .where('publication.partnershipId', '=', scope.partnershipId)
    .where('publication.kind', '=', kind)
    .where('publication.withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const content = row.content as ContentOf[Kind]; // as above
  return { content, publishedAt: row.publishedAt, publishedBy: row.name };
}

/** The public page as it was published last, whether or not it still stands. */
export async function lastPage(tx: Tx, scope: ReadScope): Promise<ContentOf['page'] | null> {
  const row = await tx
    .selectFrom('publication')
    .select('content')
    .where('partnershipId', '=', scope.partnershipId)
    .where('kind', '=', 'page')
    .orderBy('publishedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : (row.content as ContentOf['page']); // written by replace() alone, by kind
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
      partnershipId: scope.partnershipId,
      id: publication.id,
      slug: publication.slug,
      kind: publication.kind,
      content: sql<string>`${JSON.stringify(publication.content)}::jsonb`,
      publishedAt: publication.now,
      publishedBy: scope.personId
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
    .set({ withdrawnAt: now })
    .where('partnershipId', '=', scope.partnershipId)
    .where('kind', '=', kind)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** What is chosen when nobody has chosen yet: the hope and the priorities, and nothing that was written for colleagues. */
const firstChoices: PublicChoices = {
  introduction: '',
  showHope: true,
  aims: [],
  indicators: [],
  decisions: [],
  version: 0
};

export async function choices(
  tx: Tx,
  scope: ReadScope
): Promise<PublicChoices & { readonly changedBy: string; readonly changedAt: Date }> {
  const row = await tx
    .selectFrom('publicPageChoice')
    .innerJoin('person', 'person.id', 'publicPageChoice.updatedBy')
    .select([
      'publicPageChoice.introduction',
      'publicPageChoice.showHope',
      'publicPageChoice.aims',
      'publicPageChoice.indicators',
      'publicPageChoice.decisions',
      'publicPageChoice.version',
      'publicPageChoice.updatedAt',
      'person.name'
    ])
    .where('publicPageChoice.partnershipId', '=', scope.partnershipId)
    .executeTakeFirst();
  if (row === undefined) return { ...firstChoices, changedBy: 'Somebody', changedAt: new Date(0) };
  return {
    introduction: row.introduction,
    showHope: row.showHope,
    aims: row.aims,
    indicators: row.indicators,
    decisions: row.decisions,
    version: row.version,
    changedBy: row.name,
    changedAt: row.updatedAt
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
    showHope: given.showHope,
    aims: given.aims,
    indicators: given.indicators,
    decisions: given.decisions,
    updatedAt: now,
    updatedBy: scope.personId
  };
  if (given.version === 0) {
    const row = await tx
      .insertInto('publicPageChoice')
      .values({ partnershipId: scope.partnershipId, ...values })
      .onConflict((conflict) => conflict.columns(['partnershipId', 'id']).doNothing())
      .returning('version')
      .executeTakeFirst();
    return row?.version ?? null;
  }
  const row = await tx
    .updateTable('publicPageChoice')
    .set({ ...values, version: given.version + 1 })
    .where('partnershipId', '=', scope.partnershipId)
    .where('version', '=', given.version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

/** What was chosen for the feed of services: nothing, where nobody has chosen yet. */
export async function feedChoices(
  tx: Tx,
  scope: ReadScope
): Promise<FeedChoices & { readonly changedBy: string; readonly changedAt: Date }> {
  const row = await tx
    .selectFrom('servicesFeedChoice')
    .innerJoin('person', 'person.id', 'servicesFeedChoice.updatedBy')
    .select([
      'servicesFeedChoice.services',
      'servicesFeedChoice.withoutPlace',
      'servicesFeedChoice.version',
      'servicesFeedChoice.updatedAt',
      'person.name'
    ])
    .where('servicesFeedChoice.partnershipId', '=', scope.partnershipId)
    .executeTakeFirst();
  if (row === undefined) {
    return { services: [], withoutPlace: [], version: 0, changedBy: 'Somebody', changedAt: new Date(0) }; // prettier-ignore
  }
  const { services, withoutPlace, version } = row;
  return { services, withoutPlace, version, changedBy: row.name, changedAt: row.updatedAt };
}

/** Saves the choices over the version that was read; null when somebody else saved first. */
export async function saveFeedChoices(
  tx: Tx,
  scope: WriteScope,
  given: FeedChoices,
  now: Date
): Promise<number | null> {
  const values = {
    services: given.services,
    withoutPlace: given.withoutPlace,
    updatedAt: now,
    updatedBy: scope.personId
  };
  if (given.version === 0) {
    const row = await tx
      .insertInto('servicesFeedChoice')
      .values({ partnershipId: scope.partnershipId, ...values })
      .onConflict((conflict) => conflict.columns(['partnershipId', 'id']).doNothing())
      .returning('version')
      .executeTakeFirst();
    return row?.version ?? null;
  }
  const row = await tx
    .updateTable('servicesFeedChoice')
    .set({ ...values, version: given.version + 1 })
    .where('partnershipId', '=', scope.partnershipId)
    .where('version', '=', given.version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}
