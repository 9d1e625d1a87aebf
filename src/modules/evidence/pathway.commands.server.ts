import { err, ok } from '#core/result';
import { changing, records, removing, saying } from '#modules/records/server';
import type { PathwayEnd, Spine } from '#modules/vocabulary';
import { command } from '#platform/command';
import { holdKind } from '#platform/saving';
import { notAhead } from './ahead.ts';
import { getEvidence } from './evidence.server.ts';
import { pathwayLinkKind } from './kinds.ts';
import { factorNode, linksOf, nodeOf, nodeTitle, wayBetween } from './pathway-routes.ts';
import { ownLinks } from './pathways.store.server.ts';
import { newLinkInput } from './schema.ts';
import { explainEvidenceProblem as explain } from './sentences.ts';

const notFound = { kind: 'not-found' } as const;
const example = {
  effect: 'lowers',
  confidence: 'medium',
  reason: 'Parents who work nights say that they rarely read at bedtime.',
  source: 'Parents’ panel',
  datedOn: '2026-01-14'
} as const;

/**
 * Adds a link of the partnership's own to the published pathways.
 * Refuses: ends that are the same, or linked already; a link that would close a loop, with the way back.
 */
export const addPathwayLink = saying(
  command({
    name: 'evidence.add-pathway-link',
    needs: pathwayLinkKind.permission.add,
    input: newLinkInput,
    example: { from: 'parent-stress', to: 'factor/breastfeeding', ...example },
    async run({ scope, input, tx, now, newId }) {
      // Two links that are each sound alone may close a loop together.
      await holdKind(tx, scope, 'pathway links');
      const { spine, pack } = await getEvidence(tx, scope);
      const { from: named, to: text, ...given } = input;
      const from = spine.factors.find((each) => each.id === named)?.id;
      const to = readEnd(text, spine);
      if (from === undefined || to === null) return err(notFound);
      const right = notAhead(given, 'datedOn', now);
      if (!right.ok) return right;

      const [start, end] = [factorNode(from), nodeOf(to)];
      if (start === end) return err({ kind: 'same-ends' } as const);
      const links = linksOf(pack?.pathways ?? null, await ownLinks(tx, scope));
      if (links.some((link) => link.from === start && link.to === end)) {
        return err({ kind: 'already-linked' } as const);
      }
      const back = wayBetween(links, end, start);
      if (back !== null) {
        const way = back.map((node) => nodeTitle(node, spine));
        return err({ kind: 'closes-loop', way } as const);
      }
      const id = newId();
      const toId = to.kind === 'every-primary-outcome' ? null : to.id;
      const ends = { fromFactor: from, toKind: to.kind, toId };
      await records(pathwayLinkKind).add(tx, scope, id, { ...given, ...ends });
      return ok({ id });
    }
  }),
  { done: pathwayLinkKind.words.added, explain }
);

/** Changes what is said of a link. Its ends stay: another link is another claim. */
export const changePathwayLink = changing(pathwayLinkKind, {
  example,
  check: ({ values, now }) => notAhead(values, 'datedOn', now),
  explain
});

/** Removes a link of the partnership's own. It stays in the history. */
export const removePathwayLink = removing(pathwayLinkKind);

/** `factor/breastfeeding`, `outcome/physical-health` or `every-primary-outcome`; null for what the spine does not name. */
function readEnd(text: string, spine: Spine): PathwayEnd | null {
  if (text === 'every-primary-outcome') return { kind: text };
  const factor = spine.factors.find((each) => `factor/${each.id}` === text);
  if (factor !== undefined) return { kind: 'factor', id: factor.id };
  const outcome = spine.outcomes.find((each) => `outcome/${each.id}` === text);
  return outcome === undefined ? null : { kind: 'outcome', id: outcome.id };
}
