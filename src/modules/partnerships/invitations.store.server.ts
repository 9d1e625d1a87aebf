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
      partnershipId: scope.partnershipId,
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      organisation: invitation.organisation,
      jobRole: invitation.jobRole,
      tokenHash: invitation.tokenHash,
      invitedBy: scope.personId,
      createdAt: invitation.now,
      expiresAt: invitation.expiresAt
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
    .select(['id', 'email', 'role', 'expiresAt'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role,
    expiresAt: row.expiresAt
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
    .select(['id', 'partnershipId', 'email', 'role', 'organisation', 'jobRole'])
    .where('tokenHash', '=', tokenHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    partnershipId: row.partnershipId,
    email: row.email,
    role: row.role,
    organisation: row.organisation,
    jobRole: row.jobRole
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
    .set({ usedAt: now })
    .where('partnershipId', '=', invitation.partnershipId)
    .where('id', '=', invitation.id)
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}
