import type { PlanOutline } from '#modules/delivery';
import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import { memberUptakeKind } from './member-kinds.ts';
import type { ShownUptake } from './member-uptake.ts';
import { approvalKind, bodyKind, elementKind, uptakeKind } from './kinds.ts';
import type { ApprovalLine } from './rules.ts';
import type { VersionHead, VersionReason } from './types.ts';

export const bodies = records(bodyKind);
export const approvals = records(approvalKind);
export const uptakes = records(uptakeKind);
export const elements = records(elementKind);
export const memberUptakes = records(memberUptakeKind);

/** An aim of a collaborative, as its members see it. */
export type RegionalAim = {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly number: number | null;
  readonly dueOn: string | null;
  readonly dueAsWritten: string;
  readonly priority: string;
  readonly collaborative: string;
};

/** The aims of the collaboratives that this partnership is a member of, in the order of their plans; those entered twice once. */
export async function regionalAims(tx: Tx, scope: ReadScope): Promise<RegionalAim[]> {
  return tx
    .selectFrom('collaborativeMember')
    .innerJoin('partnership', 'partnership.id', 'collaborativeMember.partnershipId')
    .innerJoin('aim', 'aim.partnershipId', 'collaborativeMember.partnershipId')
    .innerJoin('planPriority', (join) =>
      join
        .onRef('planPriority.partnershipId', '=', 'aim.partnershipId')
        .onRef('planPriority.id', '=', 'aim.planPriorityId')
    )
    .select([
      'aim.id',
      'aim.title',
      'aim.detail',
      'aim.number',
      'aim.dueOn',
      'aim.dueAsWritten',
      'planPriority.title as priority',
      'partnership.name as collaborative'
    ])
    .where('collaborativeMember.memberId', '=', scope.partnershipId)
    .where('aim.partnershipId', '!=', scope.partnershipId)
    .where('aim.sameAs', 'is', null)
    .orderBy('partnership.name')
    .orderBy('planPriority.number')
    .orderBy('aim.position')
    .orderBy('aim.number')
    .execute();
}

/** What a collaborative that this partnership is a member of wants to be the same everywhere of one of its aims. */
export async function regionalElements(
  tx: Tx,
  scope: ReadScope,
  aimId: string
): Promise<{ id: string; title: string; sameBy: string | null; note: string }[]> {
  return tx
    .selectFrom('commonElement')
    .innerJoin(
      'collaborativeMember',
      'collaborativeMember.partnershipId',
      'commonElement.partnershipId'
    )
    .select([
      'commonElement.id',
      'commonElement.title',
      'commonElement.sameBy',
      'commonElement.note'
    ])
    .where('collaborativeMember.memberId', '=', scope.partnershipId)
    .where('commonElement.partnershipId', '!=', scope.partnershipId)
    .where('commonElement.aimId', '=', aimId)
    .orderBy('commonElement.position')
    .orderBy('commonElement.title')
    .execute();
}

/** What members show of how they take up aims of this collaborative, by the name of the member. */
export async function shownUptakes(tx: Tx, scope: ReadScope): Promise<ShownUptake[]> {
  return tx
    .selectFrom('memberUptake')
    .innerJoin('partnership', 'partnership.id', 'memberUptake.partnershipId')
    .innerJoin('collaborativeMember', 'collaborativeMember.memberId', 'memberUptake.partnershipId')
    .innerJoin('aim', 'aim.id', 'memberUptake.aimId')
    .select([
      'memberUptake.id',
      'memberUptake.aimId',
      'memberUptake.uptake',
      'memberUptake.reason',
      'memberUptake.localTitle',
      'memberUptake.differs',
      'memberUptake.localLead',
      'memberUptake.accountableTo',
      'memberUptake.dueOn',
      'memberUptake.progress',
      'memberUptake.sameElements',
      'memberUptake.differentElements',
      'memberUptake.isGoodPractice',
      'memberUptake.goodPractice',
      'memberUptake.decidedOn',
      'memberUptake.decidedBy',
      'memberUptake.partnershipId as memberId',
      'partnership.name as memberName'
    ])
    .where('collaborativeMember.partnershipId', '=', scope.partnershipId)
    .where('aim.partnershipId', '=', scope.partnershipId)
    .where('memberUptake.isShared', '=', true)
    .orderBy('partnership.name')
    .execute();
}

/** The members of this collaborative. */
export async function members(tx: Tx, scope: ReadScope): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('collaborativeMember')
    .innerJoin('partnership', 'partnership.id', 'collaborativeMember.memberId')
    .select(['partnership.id', 'partnership.name'])
    .where('collaborativeMember.partnershipId', '=', scope.partnershipId)
    .orderBy('partnership.name')
    .execute();
}

const headColumns = [
  'planVersion.id',
  'planVersion.number',
  'planVersion.title',
  'planVersion.period',
  'planVersion.reasons',
  'planVersion.note',
  'planVersion.madeOn',
  'planVersion.source',
  'person.name as madeBy'
] as const;

function versionsHere(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('planVersion')
    .innerJoin('person', 'person.id', 'planVersion.madeBy')
    .where('planVersion.partnershipId', '=', scope.partnershipId);
}

/** What every body said of each version, in the order of the bodies. */
async function linesByVersion(tx: Tx, scope: ReadScope): Promise<Map<string, ApprovalLine[]>> {
  const all = await bodies.list(tx, scope);
  const said = await approvals.list(tx, scope);
  const lines = new Map<string, ApprovalLine[]>();
  for (const body of all) {
    for (const one of said.filter(({ bodyId }) => bodyId === body.id)) {
      const line = { ...one, body: body.name, kind: body.kind };
      lines.set(one.versionId, [...(lines.get(one.versionId) ?? []), line]);
    }
  }
  return lines;
}

/** The versions, the newest first, each with what every body said of it, without what they hold. */
export async function versions(tx: Tx, scope: ReadScope): Promise<VersionHead[]> {
  const lines = await linesByVersion(tx, scope);
  const rows = await versionsHere(tx, scope)
    .select(headColumns)
    .orderBy('planVersion.number', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, approvals: lines.get(row.id) ?? [] }));
}

/** A version with what it holds. */
export async function findVersion(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<(VersionHead & { readonly content: PlanOutline }) | null> {
  const row = await versionsHere(tx, scope)
    .select([...headColumns, 'planVersion.content'])
    .where('planVersion.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...row, approvals: (await linesByVersion(tx, scope)).get(row.id) ?? [] };
}

/** Keeps a version under the next number, which it answers. Two made at once wait for each other. */
export async function addVersion(
  tx: Tx,
  scope: WriteScope,
  version: {
    readonly id: string;
    readonly title: string;
    readonly period: string;
    readonly reasons: readonly VersionReason[];
    readonly note: string;
    readonly source: string;
    readonly content: PlanOutline;
    readonly madeOn: string;
    readonly madeAt: Date;
  }
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plan ${scope.partnershipId}`}, 0))`.execute(
    tx
  );
  const last = await tx
    .selectFrom('planVersion')
    .select((select) => select.fn.max('number').as('number'))
    .where('partnershipId', '=', scope.partnershipId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto('planVersion')
    .values({
      ...version,
      partnershipId: scope.partnershipId,
      number,
      reasons: [...version.reasons],
      content: sql<string>`${JSON.stringify(version.content)}::jsonb`,
      madeBy: scope.personId
    })
    .execute();
  return number;
}
