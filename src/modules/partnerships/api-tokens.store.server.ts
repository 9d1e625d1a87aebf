import type { Tx } from '#platform/database';
import { sought, type PartnershipId, type PersonId } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { ApiToken, ApiTokenId } from './api-tokens.ts';

/** All SQL about tokens for other programs. */

/** The tokens of a partnership, the latest made first. */
export async function tokens(tx: Tx, scope: ReadScope): Promise<ApiToken[]> {
  return tx
    .selectFrom('apiToken')
    .innerJoin('person', 'person.id', 'apiToken.personId')
    .leftJoin('apiTokenUse', (join) =>
      join
        .onRef('apiTokenUse.partnershipId', '=', 'apiToken.partnershipId')
        .onRef('apiTokenUse.tokenId', '=', 'apiToken.id')
    )
    .select([
      'apiToken.id',
      'apiToken.name',
      'apiToken.purpose',
      'apiToken.mayRecord',
      'apiToken.showsCounts',
      'apiToken.createdAt',
      'apiToken.expiresAt',
      'apiToken.revokedAt',
      'apiToken.version',
      'apiTokenUse.lastUsedAt',
      'person.name as madeBy'
    ])
    .where('apiToken.partnershipId', '=', scope.partnershipId)
    .orderBy('apiToken.createdAt', 'desc')
    .orderBy('apiToken.id')
    .execute();
}

export async function addToken(
  tx: Tx,
  scope: WriteScope,
  token: Pick<ApiToken, 'id' | 'name' | 'purpose' | 'mayRecord' | 'showsCounts' | 'expiresAt'> & {
    readonly hash: Buffer;
    readonly now: Date;
  }
): Promise<void> {
  await tx
    .insertInto('apiToken')
    .values({
      partnershipId: scope.partnershipId,
      id: token.id,
      name: token.name,
      purpose: token.purpose,
      mayRecord: token.mayRecord,
      showsCounts: token.showsCounts,
      tokenHash: token.hash,
      personId: scope.personId,
      createdAt: token.now,
      expiresAt: token.expiresAt
    })
    .execute();
}

/** False when it is not here or was revoked before. */
export async function revokeToken(
  tx: Tx,
  scope: WriteScope,
  id: string,
  now: Date
): Promise<boolean> {
  const answer = await tx
    .updateTable('apiToken')
    .set(({ eb }) => ({ revokedAt: now, version: eb('version', '+', 1) }))
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', sought<ApiTokenId>(id))
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

export type FoundToken = Pick<ApiToken, 'id' | 'mayRecord' | 'showsCounts'> & {
  readonly partnershipId: PartnershipId;
  readonly personId: PersonId;
};

/** The token that a secret opens, neither revoked nor expired. The transaction must carry the secret's hash. */
export async function findUsableToken(tx: Tx, hash: Buffer, now: Date): Promise<FoundToken | null> {
  const row = await tx
    .selectFrom('apiToken')
    .select(['id', 'partnershipId', 'personId', 'mayRecord', 'showsCounts'])
    .where('tokenHash', '=', hash)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    partnershipId: row.partnershipId,
    personId: row.personId,
    mayRecord: row.mayRecord,
    showsCounts: row.showsCounts
  };
}

type TokenOfPlace = { readonly id: string; readonly partnershipId: PartnershipId };

/** When a use was noted last, or null. */
export async function lastUseOf(tx: Tx, token: TokenOfPlace): Promise<Date | null> {
  const row = await tx
    .selectFrom('apiTokenUse')
    .select('lastUsedAt')
    .where('partnershipId', '=', token.partnershipId)
    .where('tokenId', '=', token.id)
    .executeTakeFirst();
  return row?.lastUsedAt ?? null;
}

/** Notes one use. */
export async function noteUse(tx: Tx, token: TokenOfPlace, now: Date): Promise<void> {
  await tx
    .insertInto('apiTokenUse')
    .values({ partnershipId: token.partnershipId, tokenId: token.id, lastUsedAt: now })
    .onConflict((conflict) =>
      conflict.columns(['partnershipId', 'tokenId']).doUpdateSet({ lastUsedAt: now })
    )
    .execute();
}
