import { err, ok } from '#core/result';
import { saying } from '#modules/records/server';
import { command } from '#platform/command';
import { id } from '#platform/fields';
import type { PartnershipId } from '#platform/ids';
import * as v from 'valibot';
import * as shown from './areas.store.server.ts';
import { notShowable } from './rules.ts';
import { explainOwn } from './sentences.ts';
import { none, notFound, refuse } from './steering.server.ts';
import * as store from './store.server.ts';

/** An area consents that its collaborative sees what it agreed, element by element, and takes the consent back. */

const elements = v.pipe(
  v.nullish(v.union([v.string(), v.array(v.string())]), []),
  v.transform((given) => [...new Set([given].flat().filter((one) => one !== ''))]),
  v.maxLength(200)
);

/**
 * Shows a collaborative what was agreed in a round on the elements that are named, and nothing else of the round; those that were shown and
 * are not named are taken back. A later round's level takes the place of an earlier one's. Refuses a collaborative that the place is no member
 * of, a round about a group or a setting, one that is not agreed or not of levels, and an element on which nothing was agreed.
 */
export const shareLevels = saying(
  command({
    name: 'assessments.share-levels',
    needs: 'partnership:manage',
    input: v.object({ id: id(), collaborativeId: id<PartnershipId>(), elements, visits: elements }),
    example: { id: none, collaborativeId: none, elements: ['strategy'], visits: [] },
    async run({ scope, input, tx, newId }) {
      const status = await store.holdRound(tx, scope, input.id);
      const round = status === null ? null : await store.rounds.find(tx, scope, input.id);
      if (round === null) return err(notFound);
      const { collaborativeId } = input;
      const theirs = (await shown.collaborativesOf(tx, scope)).filter(({ isSelf }) => !isSelf);
      if (!theirs.some((one) => one.id === collaborativeId)) {
        return refuse({ kind: 'no-collaborative' });
      }
      const agreements = await store.agreements.list(tx, scope, { roundId: round.id });
      const kept = (await store.instruments(tx, scope)).find(
        (one) => one.id === round.instrumentId
      );
      if (kept === undefined) throw new Error('A round has lost its instrument.');
      const hindrance = notShowable(round, kept.body);
      // Taking back is never refused.
      if (hindrance !== null && input.elements.length > 0) return refuse(hindrance);
      if (input.visits.some((element) => !input.elements.includes(element))) {
        return refuse({ kind: 'visit-without-level' });
      }
      const wanted = input.elements.map((element) => ({
        element,
        agreement: agreements.find((one) => one.element === element),
        mayBeVisited: input.visits.includes(element)
      }));
      const before = (await shown.ownShares(tx, scope)).filter(
        (share) => share.collaborativeId === collaborativeId && share.pack === kept.pack
      );
      const stays = new Set<string>();
      const added: Parameters<typeof shown.addShares>[2][number][] = [];
      for (const { element, agreement, mayBeVisited } of wanted) {
        if (agreement === undefined) return refuse({ kind: 'nothing-agreed' });
        const same = before.find(
          (share) =>
            share.element === element &&
            share.roundId === round.id &&
            share.mayBeVisited === mayBeVisited
        );
        if (same !== undefined) {
          stays.add(same.id);
          continue;
        }
        const { level, agreedOn } = agreement;
        const { id: instrumentId, pack } = kept;
        const of = { id: newId(), collaborativeId, roundId: round.id, instrumentId, pack };
        added.push({ ...of, element, level, agreedOn, mayBeVisited });
      }
      const gone = before.filter(
        (share) =>
          !stays.has(share.id) &&
          (share.roundId === round.id || input.elements.includes(share.element))
      );
      await shown.removeShares(
        tx,
        scope,
        gone.map((share) => share.id)
      );
      await shown.addShares(tx, scope, added);
      return ok({ shown: input.elements.length });
    }
  }),
  { done: 'Your collaborative sees what you ticked, and nothing else.', explain: explainOwn }
);

/** Takes back everything that the place shows to a collaborative, at once. */
export const withdrawShares = saying(
  command({
    name: 'assessments.withdraw-shares',
    needs: 'partnership:manage',
    input: v.object({ collaborativeId: id<PartnershipId>() }),
    example: { collaborativeId: none },
    async run({ scope, input, tx }) {
      const theirs = (await shown.ownShares(tx, scope)).filter(
        (share) => share.collaborativeId === input.collaborativeId
      );
      if (theirs.length === 0) return err(notFound);
      await shown.removeShares(
        tx,
        scope,
        theirs.map((share) => share.id)
      );
      return ok({ withdrawn: theirs.length });
    }
  }),
  { done: 'Nothing of yours is shown any more.', explain: explainOwn }
);
