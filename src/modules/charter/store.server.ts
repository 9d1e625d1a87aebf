import type { ProjectId } from '#modules/improvement';
import type { Tx } from '#platform/database';
import { removeRow, saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import { memberParts, type Charter, type Member, type MemberId, type MemberPart } from './types.ts';

/** All SQL about charters and teams. */

export async function findCharter(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId
): Promise<Charter> {
  const row = await tx
    .selectFrom('project_charter')
    .select(['why', 'scope_in', 'scope_out', 'limits', 'version'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', projectId)
    .executeTakeFirst();
  return row === undefined
    ? { why: '', scopeIn: '', scopeOut: '', limits: '', version: 0 }
    : {
        why: row.why,
        scopeIn: row.scope_in,
        scopeOut: row.scope_out,
        limits: row.limits,
        version: row.version
      };
}

/** What was said of a project's progress without a score, before scores were kept in a list; empty where nothing was. */
export async function progressNote(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId
): Promise<string> {
  const row = await tx
    .selectFrom('project_charter')
    .select('progress_note')
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', projectId)
    .executeTakeFirst();
  return row?.progress_note ?? '';
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
    scope_in: parts.scopeIn,
    scope_out: parts.scopeOut,
    limits: parts.limits
  };
  if (expected > 0) {
    return saveVersion(tx, scope, 'project_charter', { id: projectId, expected }, columns);
  }
  const row = await tx
    .insertInto('project_charter')
    .values({ partnership_id: scope.partnershipId, id: projectId, ...columns })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

function selectMembers(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('project_member')
    .select(['id', 'part', 'role', 'organisation', 'brings', 'version'])
    .where('partnership_id', '=', scope.partnershipId);
}

type MemberRow = Awaited<ReturnType<ReturnType<typeof selectMembers>['executeTakeFirstOrThrow']>>;

function toMember(row: MemberRow): Member {
  return {
    ...row,
    id: row.id as MemberId, // the column holds nothing else
    part: row.part as MemberPart // held by a check constraint
  };
}

/** The team of a project, sponsor first, members last; within a part in the order in which they were added. */
export async function team(tx: Tx, scope: ReadScope, projectId: ProjectId): Promise<Member[]> {
  const rows = await selectMembers(tx, scope)
    .where('project_id', '=', projectId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows
    .map(toMember)
    .toSorted((one, other) => memberParts.indexOf(one.part) - memberParts.indexOf(other.part));
}

export async function findMember(tx: Tx, scope: ReadScope, id: MemberId): Promise<Member | null> {
  const row = await selectMembers(tx, scope).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toMember(row);
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
    .insertInto('project_member')
    .values({
      partnership_id: scope.partnershipId,
      id: member.id,
      project_id: projectId,
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
  return saveVersion(tx, scope, 'project_member', { id, expected }, memberColumns(member));
}

export async function removeMember(tx: Tx, scope: WriteScope, id: MemberId): Promise<boolean> {
  return removeRow(tx, scope, 'project_member', id);
}
