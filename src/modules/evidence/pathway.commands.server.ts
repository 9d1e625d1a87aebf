import { err, ok } from '#core/result';
import type { PathwayEnd, Spine } from '#modules/vocabulary';
import { command, type ChangedMeanwhile } from '#platform/command';
import { holdKind } from '#platform/saving';
import { aheadProblem, isAhead } from './ahead.ts';
import { getEvidence } from './evidence.server.ts';
import { factorNode, linksOf, nodeOf, nodeTitle, wayBetween } from './pathway-routes.ts';
import * as store from './pathways.store.server.ts';
import { changedLinkInput, newLinkInput, removedLinkInput } from './schema.ts';
import type { OwnPathwayLink } from './types.ts';

const nothing = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const exampleWords = {
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
export const addPathwayLink = command({
  name: 'evidence.add-pathway-link',
  needs: 'evidence:edit',
  input: newLinkInput,
  example: { from: 'parent-stress', to: 'factor/breastfeeding', ...exampleWords },
  async run({ scope, input, tx, now, newId }) {
    // Two links that are each sound alone may close a loop together.
    await holdKind(tx, scope, 'pathway links');
    const { spine, pack } = await getEvidence(tx, scope);
    const from = spine.factors.find((each) => each.id === input.from)?.id;
    const to = readEnd(input.to, spine);
    if (from === undefined || to === null) return err(notFound);
    const wrong = wrongWith(input, now);
    if (wrong !== null) return err(wrong);

    const [start, end] = [factorNode(from), nodeOf(to)];
    if (start === end) return err({ kind: 'same-ends' } as const);
    const links = linksOf(pack?.pathways ?? null, await store.ownLinks(tx, scope));
    if (links.some((link) => link.from === start && link.to === end)) {
      return err({ kind: 'already-linked' } as const);
    }
    const back = wayBetween(links, end, start);
    if (back !== null) {
      return err({ kind: 'closes-loop', way: back.map((node) => nodeTitle(node, spine)) } as const);
    }
    const id = newId();
    const isNew = await store.addLink(tx, scope, id, { ...input, from, to }, now);
    return isNew ? ok({ id }) : err({ kind: 'already-linked' } as const);
  }
});

/** Changes what is said of a link. Its ends stay: another link is another claim. */
export const changePathwayLink = command({
  name: 'evidence.change-pathway-link',
  needs: 'evidence:edit',
  input: changedLinkInput,
  example: { id: nothing, version: 1, ...exampleWords },
  async run({ scope, input, tx, now }) {
    const stored = await store.findLink(tx, scope, input.id);
    if (stored === null) return err(notFound);
    const wrong = wrongWith(input, now);
    if (wrong !== null) return err(wrong);
    const isSaved = await store.saveLink(tx, scope, stored.id, input.version, input, now);
    return isSaved ? ok() : err(conflictWith(stored));
  }
});

/** Removes a link of the partnership's own. It stays in the history. */
export const removePathwayLink = command({
  name: 'evidence.remove-pathway-link',
  needs: 'evidence:edit',
  input: removedLinkInput,
  example: { id: nothing, version: 1 },
  async run({ scope, input, tx }) {
    const stored = await store.findLink(tx, scope, input.id);
    if (stored === null) return err(notFound);
    const isRemoved = await store.removeLink(tx, scope, stored.id, input.version);
    return isRemoved ? ok() : err(conflictWith(stored));
  }
});

/** `factor/breastfeeding`, `outcome/physical-health` or `every-primary-outcome`; null for what the spine does not name. */
function readEnd(text: string, spine: Spine): PathwayEnd | null {
  if (text === 'every-primary-outcome') return { kind: text };
  const factor = spine.factors.find((each) => `factor/${each.id}` === text);
  if (factor !== undefined) return { kind: 'factor', id: factor.id };
  const outcome = spine.outcomes.find((each) => `outcome/${each.id}` === text);
  return outcome === undefined ? null : { kind: 'outcome', id: outcome.id };
}

function wrongWith({ datedOn }: Pick<OwnPathwayLink, 'datedOn'>, now: Date) {
  return isAhead(datedOn, now) ? aheadProblem('datedOn') : null;
}

function conflictWith(stored: OwnPathwayLink): ChangedMeanwhile {
  const { effect, confidence, reason, source, datedOn } = stored;
  return {
    kind: 'changed-meanwhile',
    theirs: { effect, confidence, reason, source, datedOn },
    version: stored.version,
    changedBy: stored.updatedBy,
    changedAt: stored.updatedAt
  };
}
