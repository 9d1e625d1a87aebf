import type { PathwayEnd } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import { sought } from '#platform/ids';
import { saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { OwnPathwayLink, PathwayLinkId } from './types.ts';

/** All SQL about a partnership's own links in the net of pathways. */

function linksHere(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('pathwayLink')
    .leftJoin('person', 'person.id', 'pathwayLink.updatedBy')
    .selectAll('pathwayLink')
    .select('person.name as by')
    .where('pathwayLink.partnershipId', '=', scope.partnershipId);
}

type Row = Awaited<ReturnType<ReturnType<typeof linksHere>['executeTakeFirstOrThrow']>>;

// Every cast below is of a column that a check constraint or the command that wrote it holds to the type.
function toLink(row: Row): OwnPathwayLink {
  const { toKind: kind, toId: id } = row;
  return {
    id: row.id,
    from: row.fromFactor,
    to: (kind === 'every-primary-outcome' ? { kind } : { kind, id }) as PathwayEnd,
    effect: row.effect,
    confidence: row.confidence,
    reason: row.reason,
    source: row.source,
    datedOn: row.datedOn,
    version: row.version,
    updatedAt: row.updatedAt,
    updatedBy: row.by ?? 'Somebody'
  };
}

/** The partnership's own links, oldest first. */
export async function ownLinks(tx: Tx, scope: ReadScope): Promise<OwnPathwayLink[]> {
  const rows = await linksHere(tx, scope).orderBy('pathwayLink.createdAt').execute();
  return rows.map(toLink);
}

export async function findLink(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<OwnPathwayLink | null> {
  const row = await linksHere(tx, scope)
    .where('pathwayLink.id', '=', sought<PathwayLinkId>(id))
    .executeTakeFirst();
  return row === undefined ? null : toLink(row);
}

type Words = Pick<OwnPathwayLink, 'effect' | 'confidence' | 'reason' | 'source' | 'datedOn'>;

function columnsOf({ effect, confidence, reason, source, datedOn }: Words) {
  return { effect, confidence, reason, source, datedOn };
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
    .insertInto('pathwayLink')
    .values({
      partnershipId: scope.partnershipId,
      id,
      fromFactor: link.from,
      toKind: link.to.kind,
      toId: link.to.kind === 'every-primary-outcome' ? null : link.to.id,
      ...columnsOf(link),
      createdAt: now,
      createdBy: scope.personId,
      updatedAt: now,
      updatedBy: scope.personId
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
  const columns = { ...columnsOf(words), updatedAt: now, updatedBy: scope.personId };
  return (await saveVersion(tx, scope, 'pathwayLink', { id, expected }, columns)) !== null;
}

/** Removes the version that was read; false when somebody else saved first. */
export async function removeLink(
  tx: Tx,
  scope: WriteScope,
  id: PathwayLinkId,
  expected: number
): Promise<boolean> {
  const row = await tx
    .deleteFrom('pathwayLink')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', sought<PathwayLinkId>(id))
    .where('version', '=', expected)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
