import { err, ok } from '#core/result';
import { oneInput } from '#modules/records';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import { lastChangeOf } from '#platform/last-change';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { none, notFound } from './commands.server.ts';
import type { Actor } from './kinds.ts';
import { readingOrder } from './rules.ts';
import * as store from './store.server.ts';

/** The map as it stands: its focus, its sectors, who is on it in the order of the list, and the links between them. */
export async function mapHere(tx: Tx, scope: ReadScope) {
  const [map = null] = await store.maps.list(tx, scope);
  const sectors = await store.sectors.list(tx, scope);
  const all = await store.actors.list(tx, scope);
  const actors = readingOrder(
    all.filter(({ takenOffOn }) => takenOffOn === null),
    sectors
  );
  const here = new Set(actors.map(({ id }) => id));
  const links = (await store.links.list(tx, scope)).filter(
    ({ fromId, toId }) => here.has(fromId) && here.has(toId)
  );
  const takenOff = all.filter(({ takenOffOn }) => takenOffOn !== null);
  return { map, sectors, actors, links, takenOff };
}

/** For the services beside it: who is on the map, in the order of its list. */
export async function actorsOnTheMap(tx: Tx, scope: ReadScope): Promise<readonly Actor[]> {
  return (await mapHere(tx, scope)).actors;
}

/** The map of actors, and who was taken off it. */
export const viewActors = query({
  name: 'actors.view-actors',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return ok(await mapHere(tx, scope));
  }
});

/** One actor with its links, whether it is on the map or was taken off, and what is part of it. */
export const viewActor = query({
  name: 'actors.view-actor',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const actor = await store.actors.find(tx, scope, input.id);
    if (actor === null) return err(notFound);
    const all = await store.actors.list(tx, scope);
    const names = new Map(all.map(({ id, name }) => [id, name]));
    const sectors = await store.sectors.list(tx, scope);
    const ofIt = (await store.links.list(tx, scope)).filter(
      ({ fromId, toId }) => fromId === actor.id || toId === actor.id
    );
    return ok({
      actor,
      sectors,
      sector: sectors.find(({ id }) => id === actor.sectorId)?.name ?? null,
      partOf: all.find(({ id }) => id === actor.partOfId) ?? null,
      parts: all.filter(({ partOfId }) => partOfId === actor.id),
      links: ofIt.map((link) => ({
        ...link,
        from: names.get(link.fromId) ?? '',
        to: names.get(link.toId) ?? ''
      })),
      lastChange: await lastChangeOf(tx, scope, 'actor', actor.id)
    });
  }
});
