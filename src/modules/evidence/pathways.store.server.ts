import type { FactorId, PathwayEnd } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import { saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { OwnConfidence, OwnPathwayLink, PathwayLinkId } from './types.ts';

/** All SQL about a partnership's own links in the net of pathways. */

function linksHere(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('pathway_link')
    .leftJoin('person', 'person.id', 'pathway_link.updated_by')
    .selectAll('pathway_link')
    .select('person.name as by')
    .where('pathway_link.partnership_id', '=', scope.partnershipId);
}

type Row = Awaited<ReturnType<ReturnType<typeof linksHere>['executeTakeFirstOrThrow']>>;

// Every cast below is of a column that a check constraint or the command that wrote it holds to the type.
function toLink(row: Row): OwnPathwayLink {
  const { to_kind: kind, to_id: id } = row;
  return {
    id: row.id as PathwayLinkId,
    from: row.from_factor as FactorId,
    to: (kind === 'every-primary-outcome' ? { kind } : { kind, id }) as PathwayEnd,
    effect: row.effect as OwnPathwayLink['effect'],
    confidence: row.confidence as OwnConfidence,
    reason: row.reason,
    source: row.source,
    datedOn: row.dated_on,
    version: row.version,
    updatedAt: row.updated_at,
    updatedBy: row.by ?? 'Somebody'
  };
}

/** The partnership's own links, oldest first. */
export async function ownLinks(tx: Tx, scope: ReadScope): Promise<OwnPathwayLink[]> {
  const rows = await linksHere(tx, scope).orderBy('pathway_link.created_at').execute();
  return rows.map(toLink);
}

export async function findLink(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<OwnPathwayLink | null> {
  const row = await linksHere(tx, scope).where('pathway_link.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toLink(row);
}

type Words = Pick<OwnPathwayLink, 'effect' | 'confidence' | 'reason' | 'source' | 'datedOn'>;

function columnsOf({ effect, confidence, reason, source, datedOn }: Words) {
  return { effect, confidence, reason, source, dated_on: datedOn };
}

/** Adds a link; false when the same two ends were linked meanwhile. */
export async function addLink(
  tx: Tx,
  scope: WriteScope,
  id: string,
  link: Words & Pick<OwnPathwayLink, 'from' | 'to'>,
  now: Date
): Promise<boolean> {
  const row = await tx
    .insertInto('pathway_link')
    .values({
      partnership_id: scope.partnershipId,
      id,
      from_factor: link.from,
      to_kind: link.to.kind,
      to_id: link.to.kind === 'every-primary-outcome' ? null : link.to.id,
      ...columnsOf(link),
      created_at: now,
      created_by: scope.personId,
      updated_at: now,
      updated_by: scope.personId
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Saves over the version that was read; false when somebody else saved first. */
export async function saveLink(
  tx: Tx,
  scope: WriteScope,
  id: PathwayLinkId,
  expected: number,
  words: Words,
  now: Date
): Promise<boolean> {
  const columns = { ...columnsOf(words), updated_at: now, updated_by: scope.personId };
  return (await saveVersion(tx, scope, 'pathway_link', { id, expected }, columns)) !== null;
}

/** Removes the version that was read; false when somebody else saved first. */
export async function removeLink(
  tx: Tx,
  scope: WriteScope,
  id: PathwayLinkId,
  expected: number
): Promise<boolean> {
  const row = await tx
    .deleteFrom('pathway_link')
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
