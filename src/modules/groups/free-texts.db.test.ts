import { expect, test } from 'vitest';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import { addGroup, changeGroup, viewGroups } from './index.server.ts';

const world = await testWorld();
const phone = 'Ring 0161 496 0000';

test('a group asks about its texts, and is kept once somebody has looked', async () => {
  const place = await testPlace(world);
  const { coordinator } = place.people;
  const group = {
    name: 'Parents’ panel',
    kind: 'oversight',
    members: `Chair\n${phone}`,
    remit: phone
  };
  const add = (input: object) => addGroup.run(coordinator, place.id, input, world);
  expect(await add(group)).toMatchObject(asksAbout('remit', 'members'));
  expect((await add({ ...group, checkedForPeople: 'yes' })).ok).toBe(true);
  const groups = await viewGroups.run(coordinator, place.id, {}, world);
  expect(groups).toMatchObject({ ok: true, value: [{ remit: phone }] });
});

test('two groups have two names, and a change keeps what its form does not ask', async () => {
  const place = await testPlace(world);
  const { coordinator } = place.people;
  const add = (input: object) => addGroup.run(coordinator, place.id, input, world);
  const board = { name: 'Board', kind: 'leadership', source: 'Page 4', position: 3 };
  const added = await add(board);
  if (!added.ok) throw new Error(added.error.kind);
  expect(await add({ ...board, position: 4 })).toMatchObject({
    error: { kind: 'taken', field: 'name' }
  });
  expect((await add({ name: 'Panel', kind: 'priority' })).ok).toBe(true);

  const { id } = added.value;
  const change = (input: object) =>
    changeGroup.run(coordinator, place.id, { id, kind: 'leadership', ...input }, world);
  expect(await change({ name: 'Panel', version: 1 })).toMatchObject({
    error: { kind: 'taken', field: 'name' }
  });
  const members = 'Chair, Fernhollow Council × 2';
  expect(await change({ name: 'Board', members, version: 1 })).toMatchObject({
    value: { version: 2 }
  });
  expect(await change({ name: 'Old board', version: 1 })).toMatchObject({
    error: { kind: 'changed-meanwhile', theirs: { name: 'Board', members } }
  });
  const groups = await viewGroups.run(coordinator, place.id, {}, world);
  expect(groups).toMatchObject({
    value: [
      { name: 'Panel' },
      {
        name: 'Board',
        source: 'Page 4',
        position: 3,
        members: [{ role: 'Chair', organisation: 'Fernhollow Council', people: 2 }]
      }
    ]
  });
});

test('a circle of reporting lines is refused beside the field', async () => {
  const place = await testPlace(world);
  const { coordinator } = place.people;
  const idOf = async (input: object): Promise<string> => {
    const added = await addGroup.run(coordinator, place.id, input, world);
    if (!added.ok) throw new Error(added.error.kind);
    return added.value.id;
  };
  const board = await idOf({ name: 'Board', kind: 'leadership' });
  const panel = await idOf({ name: 'Panel', kind: 'priority', reportsTo: [board] });
  const input = { id: board, name: 'Board', kind: 'leadership', reportsTo: [panel], version: 1 };
  const answer = await changeGroup.run(coordinator, place.id, input, world);
  expect(answer).toMatchObject({ error: { kind: 'circle', names: ['Board', 'Panel'] } });
});
