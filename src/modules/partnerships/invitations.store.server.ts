import type { Tx } from '#platform/database';
import type { PartnershipId } from '#platform/ids';
import type { Role } from '#platform/permissions';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { OpenInvitation, PendingInvitation } from './types.ts';

/** All SQL about invitations. */

export async function addInvitation(
  tx: Tx,
  scope: WriteScope,
  invitation: {
    id: string;
    email: string;
    role: Role;
    organisation: string;
    jobRole: string;
    tokenHash: Buffer;
    now: Date;
    expiresAt: Date;
  }
): Promise<void> {
  await tx
    .insertInto('invitation')
    .values({
      partnership_id: scope.partnershipId,
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      organisation: invitation.organisation,
      job_role: invitation.jobRole,
      token_hash: invitation.tokenHash,
      invited_by: scope.personId,
      created_at: invitation.now,
      expires_at: invitation.expiresAt
    })
    .execute();
}

export async function pendingInvitations(
  tx: Tx,
  scope: ReadScope,
  now: Date
): Promise<PendingInvitation[]> {
  const rows = await tx
    .selectFrom('invitation')
    .select(['id', 'email', 'role', 'expires_at'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role as Role, // written only through the schema of roles
    expiresAt: row.expires_at
  }));
}

export type StoredInvitation = Omit<OpenInvitation, 'partnershipName' | 'hasAccount'> & {
  readonly id: string;
  readonly partnershipId: PartnershipId;
  readonly organisation: string;
  readonly jobRole: string;
};

/** The unused invitation that a link opens. The transaction must carry the hash of the link's secret. */
export async function findInvitation(
  tx: Tx,
  tokenHash: Buffer,
  now: Date
): Promise<StoredInvitation | null> {
  const row = await tx
    .selectFrom('invitation')
    .select(['id', 'partnership_id', 'email', 'role', 'organisation', 'job_role'])
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    partnershipId: row.partnership_id as PartnershipId, // the column holds nothing else
    email: row.email,
    role: row.role as Role, // written only through the schema of roles
    organisation: row.organisation,
    jobRole: row.job_role
  };
}

/** Uses the invitation up. False when somebody used it a moment before. */
export async function useInvitation(
  tx: Tx,
  invitation: StoredInvitation,
  now: Date
): Promise<boolean> {
  const answer = await tx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('partnership_id', '=', invitation.partnershipId)
    .where('id', '=', invitation.id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}
