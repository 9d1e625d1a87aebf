import { describe, expect, test } from 'vitest';
import { good } from '../../../tests/support/good.ts';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addActor,
  addLink,
  addMap,
  addSector,
  changeActor,
  importMapFile,
  moveActor,
  previewMapFile,
  putBackActor,
  takeOffActor,
  viewActor,
  viewActors
} from './index.server.ts';

const world = await testWorld();

async function aMap() {
  const place = await testPlace(world);
  const { contributor, reader, coordinator } = place.people;
  const add = (name: string, more: object = {}) =>
    good(addActor.run(contributor, place.id, { name, ring: '2', ...more }, world));
  const link = (input: object) =>
    addLink.run(
      contributor,
      place.id,
      { strength: 'strong', direction: 'one-way', type: 'referral', ...input },
      world
    );
  const view = () => good(viewActors.run(reader, place.id, {}, world));
  return { place, contributor, reader, coordinator, add, link, view };
}

test('an actor is moved step by step, and not over the edge', async () => {
  const { place, contributor, add, view } = await aMap();
  const { id } = await add('Health visitors');
  const sector = await good(addSector.run(contributor, place.id, { name: 'Health' }, world));
  const move = (to: string) => moveActor.run(contributor, place.id, { id, move: to }, world);
  await good(move('nearer'));
  expect(await move('nearer')).toEqual({
    ok: false,
    error: { kind: 'at-the-edge', move: 'nearer' }
  });
  await good(move('next-sector'));
  expect(await move('next-sector')).toMatchObject({ error: { kind: 'no-sector-to-move-to' } });
  expect((await view()).actors).toMatchObject([{ ring: 1, sectorId: sector.id, version: 3 }]);
});

describe('what is no map is refused', () => {
  test('a link to nothing, to itself, and the same link twice', async () => {
    const { add, link } = await aMap();
    const [one, other] = [await add('One'), await add('Other')];
    const nothing = crypto.randomUUID();
    expect(await link({ fromId: one.id, toId: nothing })).toMatchObject({
      error: { kind: 'unknown-link', field: 'toId' }
    });
    expect(await link({ fromId: one.id, toId: one.id })).toMatchObject({
      error: { kind: 'link-to-itself' }
    });
    const both = { fromId: one.id, toId: other.id };
    await good(link(both));
    expect(await link(both)).toMatchObject({ error: { kind: 'link-there' } });
    await good(link({ ...both, type: 'funding' }));
  });

  test('a circle of parts, a second map and a seventh sector', async () => {
    const { place, contributor, add } = await aMap();
    const whole = await add('Council');
    const part = await add('Schools', { partOfId: whole.id });
    const change = { id: whole.id, name: 'Council', ring: '2', version: 1 };
    expect(
      await changeActor.run(contributor, place.id, { ...change, partOfId: part.id }, world)
    ).toEqual({
      ok: false,
      error: { kind: 'circle', names: ['Council', 'Schools', 'Council'] }
    });
    const map = { focus: 'Children in poverty' };
    await good(addMap.run(contributor, place.id, map, world));
    expect(await addMap.run(contributor, place.id, map, world)).toMatchObject({
      error: { kind: 'map-there' }
    });
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) {
      await good(addSector.run(contributor, place.id, { name }, world));
    }
    expect(await addSector.run(contributor, place.id, { name: 'G' }, world)).toMatchObject({
      error: { kind: 'too-many-sectors' }
    });
  });
});

test('who is taken off leaves the map with the reason, and comes back with its links', async () => {
  const { place, contributor, reader, add, link, view } = await aMap();
  const [one, other] = [await add('One'), await add('Other')];
  await good(link({ fromId: one.id, toId: other.id }));
  const off = { id: other.id, reason: 'Little to do with it' };
  await good(takeOffActor.run(contributor, place.id, off, world));
  expect(await view()).toMatchObject({
    actors: [{ name: 'One' }],
    links: [],
    takenOff: [{ name: 'Other', takenOffReason: 'Little to do with it' }]
  });
  expect(await takeOffActor.run(contributor, place.id, off, world)).toMatchObject({
    error: { kind: 'taken-off-already' }
  });
  await good(putBackActor.run(contributor, place.id, { id: other.id }, world));
  const seen = await good(viewActor.run(reader, place.id, { id: other.id }, world));
  expect(seen).toMatchObject({
    actor: { takenOffOn: null },
    links: [{ from: 'One', to: 'Other' }]
  });
});

test('a file of Kumu is looked at, taken whole, and brings nothing the second time', async () => {
  const { place, coordinator, contributor, add, view } = await aMap();
  await add('Parents', { note: 'As we know them' });
  const text = JSON.stringify({
    elements: [
      { label: 'parents', description: 'As the file has them' },
      { label: 'Doctors', Sector: 'Health', Ring: 2 }
    ],
    connections: [{ from: 'Doctors', to: 'parents', type: 'care' }]
  });
  const file = { text };
  expect(await good(previewMapFile.run(coordinator, place.id, file, world))).toEqual({
    actors: ['Doctors'],
    known: ['Parents'],
    linkCount: 1,
    sectors: ['Health']
  });
  expect(await importMapFile.run(contributor, place.id, file, world)).toMatchObject({
    error: { kind: 'not-allowed' }
  });
  const taken = () => good(importMapFile.run(coordinator, place.id, file, world));
  expect(await taken()).toEqual({ actors: 1, links: 1, sectors: 1 });
  expect(await taken()).toEqual({ actors: 0, links: 0, sectors: 0 });
  const { actors, links } = await view();
  expect(actors).toMatchObject([
    { name: 'Doctors', ring: 2 },
    { name: 'Parents', note: 'As we know them' }
  ]);
  expect(links).toHaveLength(1);
});
