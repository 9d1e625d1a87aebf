import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { FrozenActorMap } from './types.ts';

type Version = {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly keptAt: Date;
};

/** The kept maps without what is in them, the newest first. */
export function versions(tx: Tx, scope: ReadScope): Promise<Version[]> {
  return tx
    .selectFrom('actorMapVersion')
    .select(['id', 'title', 'note', 'keptAt'])
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('keptAt', 'desc')
    .orderBy('id')
    .execute();
}

/** One of them, whole. */
export async function findVersion(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<(Version & { readonly content: FrozenActorMap }) | null> {
  const found = await tx
    .selectFrom('actorMapVersion')
    .select(['id', 'title', 'note', 'keptAt', 'content'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found ?? null;
}

export async function addVersion(
  tx: Tx,
  scope: WriteScope,
  { content, ...version }: Version & { readonly content: FrozenActorMap }
): Promise<void> {
  await tx
    .insertInto('actorMapVersion')
    .values({ ...version, partnershipId: scope.partnershipId, content: JSON.stringify(content) })
    .execute();
}
