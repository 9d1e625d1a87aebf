import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { lookedThrough } from '#modules/disclosure';
import { editing, saying } from '#modules/records/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import { choice, id, neededText } from '#platform/fields';
import { holdKind, holdRow } from '#platform/saving';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { actorKind, linkKind, mapKind, sectorKind, type Actor } from './kinds.ts';
import { circleThrough, movedTo } from './rules.ts';
import { explainOwn, fieldSentences as say, type OwnProblem } from './sentences.ts';
import * as store from './store.server.ts';
import { moves, mostActors, mostLinks, mostSectors } from './types.ts';

export const none = '00000000-0000-4000-8000-000000000000';
export const notFound = { kind: 'not-found' } as const;
export const refuse = (problem: OwnProblem) => err(problem);

/** What the map of a place is about. A place has one: a second is refused as the first stands. */
export const {
  add: addMap,
  change: changeMap,
  blank: blankMap,
  form: formOfMap
} = editing(mapKind, {
  example: { focus: 'Better early learning for children in poverty' },
  async check({ tx, scope, values, stored }) {
    if (stored !== null) return ok(values);
    await holdKind(tx, scope, 'map of actors');
    const isThere = (await store.maps.list(tx, scope)).length > 0;
    return isThere ? refuse({ kind: 'map-there' }) : ok(values);
  },
  explain: explainOwn
});

/** Sectors, in the order in which they were added; six at most. */
export const {
  add: addSector,
  change: changeSector,
  remove: removeSector,
  blank: blankSector,
  form: formOfSector
} = editing(sectorKind, {
  example: { name: 'Health' },
  async check({ tx, scope, values, stored }) {
    if (stored !== null) return ok(values);
    await holdKind(tx, scope, 'sectors of actors');
    const all = await store.sectors.list(tx, scope);
    if (all.length >= mostSectors) return refuse({ kind: 'too-many-sectors' });
    if (values.position !== undefined) return ok(values);
    return ok({ ...values, position: 1 + Math.max(-1, ...all.map(({ position }) => position)) });
  },
  explain: explainOwn
});

async function circleOf(
  tx: Tx,
  scope: ReadScope,
  actorId: string,
  partOfId: string | null
): Promise<OwnProblem | null> {
  if (partOfId === null) return null;
  const all = await store.actors.list(tx, scope);
  const way = circleThrough(actorId, partOfId, new Map(all.map((one) => [one.id, one.partOfId])));
  if (way === null) return null;
  const names = new Map(all.map(({ id: one, name }) => [one, name]));
  return { kind: 'circle', names: way.map((one) => names.get(one) ?? '') };
}

/** Actors. One that is thought of and of little relevance is taken off, with a reason, and not removed. */
export const {
  add: addActor,
  change: changeActor,
  remove: removeActor,
  blank: blankActor,
  form: formOfActor
} = editing(actorKind, {
  example: { name: 'Health visitors', kind: 'secondary', ring: '2' },
  async check({ tx, scope, values, stored }) {
    await holdKind(tx, scope, 'actors');
    if (stored === null) {
      const all = await store.actors.choose(tx, scope);
      return all.length >= mostActors ? refuse({ kind: 'too-many-actors' }) : ok(values);
    }
    const circle = await circleOf(tx, scope, stored.id, values.partOfId);
    return circle === null ? ok(values) : refuse(circle);
  },
  explain: explainOwn
});

/** Links between two actors. */
export const {
  add: addLink,
  change: changeLink,
  remove: removeLink,
  blank: blankLink,
  form: formOfLink
} = editing(linkKind, {
  example: { fromId: none, toId: none, strength: 'strong', type: 'referral', direction: 'one-way' },
  async check({ tx, scope, values, stored }) {
    if (values.fromId === values.toId) return refuse({ kind: 'link-to-itself' });
    await holdKind(tx, scope, 'links of actors');
    const all = await store.links.list(tx, scope);
    if (stored === null && all.length >= mostLinks) return refuse({ kind: 'too-many-links' });
    const isThere = all.some(
      (one) =>
        one.id !== stored?.id &&
        one.type === values.type &&
        one.fromId === values.fromId &&
        one.toId === values.toId
    );
    return isThere ? refuse({ kind: 'link-there' }) : ok(values);
  },
  explain: explainOwn
});

/** Moves an actor one step: nearer, further, into the next sector. Refuses a step over the edge. */
export const moveActor = saying(
  command({
    name: 'actors.move-actor',
    needs: 'actors:edit',
    input: v.object({ id: id(), move: choice(moves, say.move) }),
    example: { id: none, move: 'nearer' },
    async run({ scope, input, tx }) {
      await holdRow(tx, scope, 'actor', input.id);
      const actor = await store.actors.find(tx, scope, input.id);
      if (actor === null || actor.takenOffOn !== null) return err(notFound);
      const sectors = await store.sectors.list(tx, scope);
      const to = movedTo(actor, input.move, sectors);
      if (!to.ok) return to;
      await store.actors.save(tx, scope, { id: actor.id, expected: actor.version }, to.value);
      const sector = sectors.find(({ id: one }) => one === to.value.sectorId)?.name ?? null;
      return ok({ name: actor.name, ring: to.value.ring, sector, move: input.move });
    }
  }),
  { done: 'It is moved.', explain: explainOwn }
);

async function held(tx: Tx, scope: Parameters<typeof holdRow>[1], actorId: string) {
  await holdRow(tx, scope, 'actor', actorId);
  const actor = await store.actors.find(tx, scope, actorId);
  return actor === null ? err(notFound) : ok<Actor>(actor);
}

/** Takes an actor off the map, with the reason; its links are drawn no more and stay with it. */
export const takeOffActor = saying(
  command({
    name: 'actors.take-off-actor',
    needs: 'actors:edit',
    input: lookedThrough(
      { id: id(), reason: neededText(say.reason, 1000) },
      { names: { reason: 'Why' } }
    ),
    example: { id: none, reason: 'It has little to do with the matter' },
    async run({ scope, input, tx, now }) {
      const found = await held(tx, scope, input.id);
      if (!found.ok) return found;
      if (found.value.takenOffOn !== null) return refuse({ kind: 'taken-off-already' });
      const { id: actorId, version: expected } = found.value;
      const off = { takenOffOn: dateOf(now), takenOffReason: input.reason };
      await store.actors.save(tx, scope, { id: actorId, expected }, off);
      return ok();
    }
  }),
  { done: 'It is taken off the map. The reason stays with it.', explain: explainOwn }
);

/** Puts an actor back that was taken off, where it stood. */
export const putBackActor = saying(
  command({
    name: 'actors.put-back-actor',
    needs: 'actors:edit',
    input: v.object({ id: id() }),
    example: { id: none },
    async run({ scope, input, tx }) {
      const found = await held(tx, scope, input.id);
      if (!found.ok) return found;
      if (found.value.takenOffOn === null) return refuse({ kind: 'on-the-map' });
      const { id: actorId, version: expected } = found.value;
      const on = { takenOffOn: null, takenOffReason: '' };
      await store.actors.save(tx, scope, { id: actorId, expected }, on);
      return ok();
    }
  }),
  { done: 'It is on the map again, where it stood.', explain: explainOwn }
);
