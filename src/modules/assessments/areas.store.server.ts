import type { Tx } from '#platform/database';
import type { PartnershipId } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import { keptInstrument, type Instrument } from './instrument.ts';

/** A collaborative in which the place may look: one that it is a member of, or itself. */
export type Collaborative = {
  readonly id: PartnershipId;
  readonly name: string;
  readonly isSelf: boolean;
};

/** The collaboratives of the place, by name; a collaborative is one of its own. */
export async function collaborativesOf(tx: Tx, scope: ReadScope): Promise<Collaborative[]> {
  const rows = await tx
    .selectFrom('partnership')
    .select(['id', 'name'])
    .where((is) =>
      is.or([
        is.and([is('id', '=', scope.partnershipId), is('kind', '=', 'collaborative')]),
        is.exists(
          is
            .selectFrom('collaborativeMember')
            .select('memberId')
            .whereRef('collaborativeMember.partnershipId', '=', 'partnership.id')
            .where('collaborativeMember.memberId', '=', scope.partnershipId)
        )
      ])
    )
    .orderBy(sql`name collate "und-x-icu"`)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, isSelf: row.id === scope.partnershipId }));
}

/** One level that an area shows in a collaborative. */
export type Share = {
  readonly areaId: PartnershipId;
  readonly area: string;
  readonly isMadeUp: boolean;
  readonly collaborativeId: string;
  readonly roundId: string;
  readonly instrumentId: string;
  readonly pack: string;
  readonly element: string;
  readonly level: string;
  readonly agreedOn: string;
  readonly mayBeVisited: boolean;
};

const shareColumns = [
  'partnershipId as areaId',
  'area',
  'madeUp as isMadeUp',
  'collaborativeId',
  'roundId',
  'instrumentId',
  'pack',
  'element',
  'level',
  'agreedOn',
  'mayBeVisited'
] as const;

/** What is shown in these collaboratives by whichever area; row-level security knows of whom the place may see it. */
export async function sharesIn(
  tx: Tx,
  scope: ReadScope,
  collaboratives: readonly Pick<Collaborative, 'id'>[]
): Promise<Share[]> {
  if (collaboratives.length === 0) return [];
  return tx
    .selectFrom('assessmentShare')
    .select(shareColumns)
    .where((is) =>
      is.or([
        is('partnershipId', '=', scope.partnershipId),
        is(
          'collaborativeId',
          'in',
          collaboratives.map(({ id }) => id)
        )
      ])
    )
    .orderBy('area')
    .orderBy('partnershipId')
    .execute();
}

/** The instruments of those shares as each area kept its own, by area and identifier. */
export async function instrumentsOfShares(
  tx: Tx,
  shares: readonly Pick<Share, 'areaId' | 'instrumentId'>[]
): Promise<ReadonlyMap<string, Instrument>> {
  const ids = [...new Set(shares.map(({ instrumentId }) => instrumentId))];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('assessmentInstrument')
    .select(['partnershipId', 'id', 'body'])
    .where(
      'partnershipId',
      'in',
      shares.map(({ areaId }) => areaId)
    )
    .where('id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ partnershipId, id, body }) => [`${partnershipId}/${id}`, keptInstrument(body)])
  );
}

/** What the place itself shows, to whichever collaborative. */
export async function ownShares(tx: Tx, scope: ReadScope): Promise<(Share & { id: string })[]> {
  return tx
    .selectFrom('assessmentShare')
    .select([...shareColumns, 'id'])
    .where('partnershipId', '=', scope.partnershipId)
    .execute();
}

export async function addShares(
  tx: Tx,
  scope: WriteScope,
  shares: readonly (Omit<Share, 'areaId' | 'area' | 'isMadeUp' | 'collaborativeId'> & {
    readonly id: string;
    readonly collaborativeId: PartnershipId;
  })[]
): Promise<void> {
  if (shares.length === 0) return;
  const { partnershipId } = scope;
  await tx
    .insertInto('assessmentShare')
    .values(shares.map((share) => ({ ...share, partnershipId })))
    .execute();
}

/** Takes shares of the place back; whoever asks from now on is told nothing of them. */
export async function removeShares(
  tx: Tx,
  scope: WriteScope,
  ids: readonly string[]
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('assessmentShare')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', 'in', ids)
    .execute();
}
