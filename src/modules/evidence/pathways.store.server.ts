import type { PathwayEnd } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import { sought } from '#platform/ids';
import type { ReadScope } from '#platform/scope';
import { without } from '#platform/stored';
import { unshown } from './store.server.ts';
import type { OwnPathwayLink, PathwayLinkId } from './types.ts';

/** All SQL about a partnership's own links in the net of pathways. */

/** The partnership's own links, oldest first; the one of an identifier alone where it is given. */
export async function ownLinks(tx: Tx, scope: ReadScope, id?: string): Promise<OwnPathwayLink[]> {
  let select = tx
    .selectFrom('pathwayLink')
    .leftJoin('person', 'person.id', 'pathwayLink.updatedBy')
    .selectAll('pathwayLink')
    .select((row) => row.fn.coalesce('person.name', row.val('Somebody')).as('savedBy'))
    .where('pathwayLink.partnershipId', '=', scope.partnershipId)
    .orderBy('pathwayLink.createdAt');
  if (id !== undefined) select = select.where('pathwayLink.id', '=', sought<PathwayLinkId>(id));
  return (await select.execute()).map((row) => {
    const { fromFactor, toKind: kind, toId, savedBy, ...rest } = without(...unshown)(row);
    // The command that adds a link holds its end to what the spine names.
    const to = (kind === 'every-primary-outcome' ? { kind } : { kind, id: toId }) as PathwayEnd;
    return { ...rest, from: fromFactor, to, updatedBy: savedBy };
  });
}
