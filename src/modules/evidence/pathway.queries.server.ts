import { err, ok } from '#core/result';
import { oneInput } from '#modules/records';
import { query } from '#platform/command';
import { getEvidence } from './evidence.server.ts';
import { linksOf, routesFrom, routesTo } from './pathway-routes.ts';
import * as store from './pathways.store.server.ts';
import { pathwaysInput } from './schema.ts';

const notFound = { kind: 'not-found' } as const;

/**
 * The routes that lead from a factor outwards, or to an outcome backwards; none where neither was asked for. A factor is looked at
 * first where both are asked for. Refuses: a factor or outcome that the spine does not name (`not-found`).
 */
export const viewPathways = query({
  name: 'evidence.view-pathways',
  needs: 'records:read',
  input: pathwaysInput,
  example: { from: 'overcrowded-accommodation' },
  async run({ scope, input, tx }) {
    const { spine, pack } = await getEvidence(tx, scope);
    const own = await store.ownLinks(tx, scope);
    const from = spine.factors.find((each) => each.id === input.from);
    const to = spine.outcomes.find((each) => each.id === input.to);
    if ((input.from !== '' && !from) || (input.to !== '' && !to)) return err(notFound);
    const links = linksOf(pack?.pathways ?? null, own);
    const found = from ? routesFrom(links, from.id) : to ? routesTo(links, spine, to.id) : null;
    return ok({
      spine,
      from: from ?? null,
      to: from ? null : (to ?? null),
      found,
      own,
      published:
        pack === null
          ? null
          : {
              source: pack.source,
              banner: pack.pathways.banner,
              signNote: pack.pathways.signNote
            }
    });
  }
});

/** One link of the partnership's own. */
export const viewPathwayLink = query({
  name: 'evidence.view-pathway-link',
  needs: 'records:read',
  input: oneInput,
  example: { id: '00000000-0000-4000-8000-000000000000' },
  async run({ scope, input, tx }) {
    const { spine } = await getEvidence(tx, scope);
    const [link] = await store.ownLinks(tx, scope, input.id);
    return link === undefined ? err(notFound) : ok({ spine, link });
  }
});
