import type { Tx } from '#platform/database';
import type { PartnershipId, PersonId } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { ApiToken, ApiTokenId } from './api-tokens.ts';

/** All SQL about tokens for other programs. */

/** The tokens of a partnership, the latest made first. */
export async function tokens(tx: Tx, scope: ReadScope): Promise<ApiToken[]> {
  const rows = await tx
    .selectFrom('api_token')
    .innerJoin('person', 'person.id', 'api_token.person_id')
    .leftJoin('api_token_use', (join) =>
      join
        .onRef('api_token_use.partnership_id', '=', 'api_token.partnership_id')
        .onRef('api_token_use.token_id', '=', 'api_token.id')
    )
    .select([
      'api_token.id',
      'api_token.name',
      'api_token.purpose',
      'api_token.may_record',
      'api_token.shows_counts',
      'api_token.created_at',
      'api_token.expires_at',
      'api_token.revoked_at',
      'api_token.version',
      'api_token_use.last_used_at',
      'person.name as made_by'
    ])
    .where('api_token.partnership_id', '=', scope.partnershipId)
    .orderBy('api_token.created_at', 'desc')
    .orderBy('api_token.id')
    .execute();
  return rows.map((row) => ({
    id: row.id as ApiTokenId, // the column holds nothing else
    name: row.name,
    purpose: row.purpose,
    mayRecord: row.may_record,
    showsCounts: row.shows_counts,
    madeBy: row.made_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
    version: row.version
  }));
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
    .insertInto('api_token')
    .values({
      partnership_id: scope.partnershipId,
      id: token.id,
      name: token.name,
      purpose: token.purpose,
      may_record: token.mayRecord,
      shows_counts: token.showsCounts,
      token_hash: token.hash,
      person_id: scope.personId,
      created_at: token.now,
      expires_at: token.expiresAt
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
    .updateTable('api_token')
    .set(({ eb }) => ({ revoked_at: now, version: eb('version', '+', 1) }))
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
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
    .selectFrom('api_token')
    .select(['id', 'partnership_id', 'person_id', 'may_record', 'shows_counts'])
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id as ApiTokenId, // the column holds nothing else
    partnershipId: row.partnership_id as PartnershipId, // likewise
    personId: row.person_id as PersonId, // likewise
    mayRecord: row.may_record,
    showsCounts: row.shows_counts
  };
}

/** Notes one use. */
export async function noteUse(tx: Tx, token: FoundToken, now: Date): Promise<void> {
  await tx
    .insertInto('api_token_use')
    .values({ partnership_id: token.partnershipId, token_id: token.id, last_used_at: now })
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'token_id']).doUpdateSet({ last_used_at: now })
    )
    .execute();
}
