import type { ProjectId } from '#modules/improvement';
import type { Tx } from '#platform/database';
import { removeRow, saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import { memberParts, type Charter, type Member, type MemberId } from './types.ts';

/** All SQL about charters and teams. */

export async function findCharter(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId
): Promise<Charter> {
  const row = await tx
    .selectFrom('projectCharter')
    .select(['why', 'scopeIn', 'scopeOut', 'limits', 'version'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', projectId)
    .executeTakeFirst();
  return row ?? { why: '', scopeIn: '', scopeOut: '', limits: '', version: 0 };
}

/** What was said of a project's progress without a score, before scores were kept in a list; empty where nothing was. */
export async function progressNote(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId
): Promise<string> {
  const row = await tx
    .selectFrom('projectCharter')
    .select('progressNote')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', projectId)
    .executeTakeFirst();
  return row?.progressNote ?? '';
}

/** Writes a charter, or saves over version `expected`; answers the new version, or null when somebody else saved first. */
export async function saveCharter(
  tx: Tx,
  scope: WriteScope,
  projectId: ProjectId,
  parts: Omit<Charter, 'version'>,
  expected: number
): Promise<number | null> {
  const columns = {
    why: parts.why,
    scopeIn: parts.scopeIn,
    scopeOut: parts.scopeOut,
    limits: parts.limits
  };
  if (expected > 0) {
    return saveVersion(tx, scope, 'projectCharter', { id: projectId, expected }, columns);
  }
  const row = await tx
    .insertInto('projectCharter')
    .values({ partnershipId: scope.partnershipId, id: projectId, ...columns })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

function selectMembers(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('projectMember')
    .select(['id', 'part', 'role', 'organisation', 'brings', 'version'])
    .where('partnershipId', '=', scope.partnershipId);
}

/** The team of a project, sponsor first, members last; within a part in the order in which they were added. */
export async function team(tx: Tx, scope: ReadScope, projectId: ProjectId): Promise<Member[]> {
  const rows = await selectMembers(tx, scope)
    .where('projectId', '=', projectId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.toSorted(
    (one, other) => memberParts.indexOf(one.part) - memberParts.indexOf(other.part)
  );
}

export async function findMember(tx: Tx, scope: ReadScope, id: MemberId): Promise<Member | null> {
  const row = await selectMembers(tx, scope).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

type MemberFields = Pick<Member, 'part' | 'role' | 'organisation' | 'brings'>;

const memberColumns = ({ part, role, organisation, brings }: MemberFields) => ({
  part,
  role,
  organisation,
  brings
});

export async function addMember(
  tx: Tx,
  scope: WriteScope,
  projectId: ProjectId,
  member: MemberFields & { readonly id: MemberId }
): Promise<void> {
  await tx
    .insertInto('projectMember')
    .values({
      partnershipId: scope.partnershipId,
      id: member.id,
      projectId,
      ...memberColumns(member)
    })
    .execute();
}

export async function saveMember(
  tx: Tx,
  scope: WriteScope,
  id: MemberId,
  member: MemberFields,
  expected: number
): Promise<number | null> {
  return saveVersion(tx, scope, 'projectMember', { id, expected }, memberColumns(member));
}

export async function removeMember(tx: Tx, scope: WriteScope, id: MemberId): Promise<boolean> {
  return removeRow(tx, scope, 'projectMember', id);
}
