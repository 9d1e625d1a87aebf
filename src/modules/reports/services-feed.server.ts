import { err, ok } from '#core/result';
import { publishedService, type Feed, type PublishedService } from '#modules/maps';
import { feedIds, servicesOnOffer, stagesOf } from '#modules/maps/server';
import { getPartnership } from '#modules/partnerships/server';
import { getSpine } from '#modules/vocabulary/server';
import { command, query, type ChangedMeanwhile, type World } from '#platform/command';
import { inTransaction, type Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { feedChoicesInput } from './public-schema.ts';
import * as store from './public.store.server.ts';
import type { PublicServices } from './public-types.ts';

/** The feed as it would be published now, with what was chosen for it. */
async function feedAsNow(tx: Tx, scope: ReadScope) {
  const choices = await store.feedChoices(tx, scope);
  const onOffer = await servicesOnOffer(tx, scope);
  const { ages } = await getSpine(tx);
  const words = { ages, stages: await stagesOf(tx, scope) };
  const { name, slug, madeUp, demonstration } = await getPartnership(tx, scope);
  const services = onOffer
    .filter(({ id }) => choices.services.includes(id))
    .map((one) => publishedService(one, words, { place: !choices.withoutPlace.includes(one.id) }));
  const feed: PublicServices = {
    format: 1,
    place: { name, slug, madeUp, demonstration },
    services
  };
  return { choices, onOffer, feed };
}

/** Names of services that came, changed and went between two states of the feed. */
function feedChanges(before: readonly PublishedService[], after: readonly PublishedService[]) {
  const was = new Map(before.map((one) => [one.id, one]));
  const is = new Set(after.map(({ id }) => id));
  const differs = (one: PublishedService) => {
    const other = was.get(one.id);
    return other !== undefined && JSON.stringify(other) !== JSON.stringify(one);
  };
  return {
    added: after.filter(({ id }) => !was.has(id)).map(({ name }) => name),
    changed: after.filter(differs).map(({ name }) => name),
    removed: before.filter(({ id }) => !is.has(id)).map(({ name }) => name)
  };
}

/** The services on offer with what of them everybody would read, what was chosen, and what stands published. */
export const viewServicesFeed = query({
  name: 'reports.view-services-feed',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const { choices, onOffer, feed } = await feedAsNow(tx, scope);
    const published = await store.ownCurrent(tx, scope, 'services');
    return ok({
      choices,
      services: onOffer.map(({ id, name, organisation, address, longitude }) => ({
        id,
        name,
        organisation,
        address,
        hasPlace: address !== '' || longitude !== null
      })),
      chosen: feed.services.length,
      published:
        published === null
          ? null
          : {
              services: published.content.services.length,
              publishedAt: published.publishedAt,
              publishedBy: published.publishedBy
            },
      changes: published === null ? null : feedChanges(published.content.services, feed.services)
    });
  }
});

/** Chooses which services the feed holds, and of which the address is kept back. Nothing is published by it. */
export const changeServicesFeed = command({
  name: 'reports.change-services-feed',
  needs: 'public-page:publish',
  input: feedChoicesInput,
  example: { services: [], withoutPlace: [] },
  async run({ scope, input, tx, now }) {
    const version = await store.saveFeedChoices(tx, scope, input, now);
    if (version !== null) return ok({ version });
    const stored = await store.feedChoices(tx, scope);
    const conflict: ChangedMeanwhile = {
      kind: 'changed-meanwhile',
      theirs: { services: [...stored.services], withoutPlace: [...stored.withoutPlace] },
      version: stored.version,
      changedBy: stored.changedBy,
      changedAt: stored.changedAt
    };
    return err(conflict);
  }
});

/** Publishes the feed as it would be now: a snapshot that stays as it is until the next one, or until it is withdrawn. */
export const publishServicesFeed = command({
  name: 'reports.publish-services-feed',
  needs: 'public-page:publish',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now, newId }) {
    const { feed } = await feedAsNow(tx, scope);
    if (feed.services.length === 0) return err({ kind: 'no-service-chosen' } as const);
    const { slug } = feed.place;
    await store.replace(tx, scope, { id: newId(), slug, kind: 'services', content: feed, now });
    return ok({ services: feed.services.length });
  }
});

/** Takes the feed back at once. */
export const withdrawServicesFeed = command({
  name: 'reports.withdraw-services-feed',
  needs: 'public-page:publish',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const isWithdrawn = await store.withdraw(tx, scope, 'services', now);
    return isWithdrawn ? ok() : err({ kind: 'not-published' } as const);
  }
});

/** The feed that stands published at an address, for anybody; null where none does, whether or not there is such a place. */
export async function findPublishedServices(
  world: World,
  slug: string
): Promise<{ readonly feed: Feed; readonly publishedAt: Date } | null> {
  const settings = { partnershipId: null, personId: null, now: world.clock() };
  const found = await inTransaction(world, settings, 'read', (tx) =>
    store.findCurrent(tx, slug, 'services')
  );
  if (found === null) return null;
  const { content, publishedAt } = found;
  return { feed: { services: content.services, idOf: feedIds(content.place.slug) }, publishedAt };
}
