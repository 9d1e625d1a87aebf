import { testPlace, testWorld } from '../../../tests/support/world.ts';
import { good } from '../../../tests/support/good.ts';
import { addService, endService, tieService } from '#modules/maps/server';
import { inTransaction } from '#platform/database';
import { describe, expect, test } from 'vitest';
import {
  changeServicesFeed,
  findPublishedServices,
  publishServicesFeed,
  viewServicesFeed,
  withdrawServicesFeed
} from './index.server.ts';

const world = await testWorld();

async function begun() {
  const place = await testPlace(world);
  const { lead, contributor } = place.people;
  const add = (name: string) =>
    good(
      addService.run(
        contributor,
        place.id,
        { name, address: `${name} Hall`, longitude: 1, latitude: 52 },
        world
      )
    );
  const [rhymes, refuge, walks] = [await add('Rhymes'), await add('Refuge'), await add('Walks')];
  const tie = { serviceId: rhymes.id, factor: 'nutrition', reason: 'Between us' };
  await good(tieService.run(contributor, place.id, tie, world));
  const choices = { services: [rhymes.id, walks.id], withoutPlace: [walks.id] };
  await good(changeServicesFeed.run(lead, place.id, choices, world));
  return { place, lead, contributor, rhymes, refuge, walks };
}

describe('the feed of services', () => {
  test('holds what was chosen and nothing else, once it is published', async () => {
    const { place, lead } = await begun();
    expect(await findPublishedServices(world, place.slug)).toBeNull();
    await good(publishServicesFeed.run(lead, place.id, {}, world));
    const found = await findPublishedServices(world, place.slug);
    expect(found?.feed.services.map(({ name, address }) => ({ name, address }))).toEqual([
      { name: 'Rhymes', address: 'Rhymes Hall' },
      { name: 'Walks', address: '' }
    ]);
    expect(JSON.stringify(found)).not.toContain('Between us');
  });

  test('stays as it was published, says what a new one would change, and goes at once', async () => {
    const { place, lead, contributor, rhymes, refuge } = await begun();
    await good(publishServicesFeed.run(lead, place.id, {}, world));
    await good(endService.run(contributor, place.id, { id: rhymes.id }, world));
    const { choices } = await good(viewServicesFeed.run(contributor, place.id, {}, world));
    const next = { services: [...choices.services, refuge.id], version: choices.version };
    await good(changeServicesFeed.run(lead, place.id, next, world));
    const view = await good(viewServicesFeed.run(contributor, place.id, {}, world));
    // Walks shows its place now: nothing was said of it this time.
    expect(view.changes).toEqual({ added: ['Refuge'], changed: ['Walks'], removed: ['Rhymes'] });
    expect((await findPublishedServices(world, place.slug))?.feed.services).toHaveLength(2);
    await good(withdrawServicesFeed.run(lead, place.id, {}, world));
    expect(await findPublishedServices(world, place.slug)).toBeNull();
    const again = await withdrawServicesFeed.run(lead, place.id, {}, world);
    expect(again).toMatchObject({ ok: false, error: { kind: 'not-published' } });
  });

  test('is not published while nothing is chosen', async () => {
    const place = await testPlace(world);
    const { lead } = place.people;
    const answer = await publishServicesFeed.run(lead, place.id, {}, world);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'no-service-chosen' } });
  });

  test('is chosen by one at a time', async () => {
    const { place, lead } = await begun();
    const answer = await changeServicesFeed.run(lead, place.id, { services: [] }, world);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'changed-meanwhile', version: 1 } });
  });

  test('is read by the application without a partnership, and what was chosen is not', async () => {
    const { place, lead } = await begun();
    await good(publishServicesFeed.run(lead, place.id, {}, world));
    const nobody = { partnershipId: null, personId: null, now: world.clock() };
    const seen = await inTransaction(world, nobody, 'read', (tx) =>
      tx.selectFrom('servicesFeedChoice').selectAll().execute()
    );
    expect(seen).toEqual([]);
  });
});
