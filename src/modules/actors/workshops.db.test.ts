import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { good } from '../../../tests/support/good.ts';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  actAsGuest,
  addItem,
  beginWorkshop,
  carryOver,
  handWorkshopOver,
  joinByCode,
  joinWorkshop,
  listNote,
  mergeItem,
  moveWorkshopOn,
  placeItem,
  putDot,
  stopWorkshop,
  takeDot,
  takeOffItem,
  viewActors,
  viewAsGuest,
  viewWorkshop
} from './index.server.ts';
import type { WorkshopStep } from './types.ts';

const world = await testWorld();
const { app } = await testDatabase();

/** Asks the database itself, as the application does under these settings; nothing of it is kept. */
async function asks<Row extends pg.QueryResultRow>(
  settings: Readonly<Record<string, string>>,
  text: string,
  values: unknown[] = []
): Promise<Row[]> {
  const client = new pg.Client(app);
  await client.connect();
  try {
    await client.query('begin');
    for (const [name, value] of Object.entries(settings)) {
      await client.query('select set_config($1, $2, true)', [`cairn.${name}`, value]);
    }
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

const member = (place: string, personId: string) => ({
  partnership_id: place,
  person_id: personId
});

/** A workshop with its leader, a reader and a guest in it. */
async function aWorkshop() {
  const place = await testPlace(world);
  const { lead, reader, coordinator, contributor } = place.people;
  const given = { title: 'Spring', focus: 'Children', heldOn: '2026-03-02', dotsEach: '2' };
  const { id } = await good(beginWorkshop.run(lead, place.id, given, world));
  await good(joinWorkshop.run(reader, place.id, { id }, world));
  const view = (who = lead) => good(viewWorkshop.run(who, place.id, { id }, world));
  const { code } = (await view()).workshop;
  const joined = await joinByCode(world, {
    code: code ?? '',
    called: 'Parent',
    address: place.slug
  });
  if (!joined.ok) throw new Error(joined.error.kind);
  const { key } = joined.value;
  const on = (from: WorkshopStep, who = lead) =>
    moveWorkshopOn.run(who, place.id, { id, from }, world);
  const list = (who: typeof lead, names: string) =>
    listNote.run(who, place.id, { id, names }, world);
  const item = async (name: string) =>
    (await view()).items.find((one) => one.name === name)?.id ?? '';
  const place1 = async (name: string, ring: string) =>
    placeItem.run(lead, place.id, { id, one: await item(name), ring }, world);
  return {
    place,
    lead,
    reader,
    coordinator,
    contributor,
    id,
    code,
    key,
    view,
    on,
    list,
    item,
    place1
  };
}

test('a workshop goes its whole way: alone, shown, placed, dots alone, frozen, carried over', async () => {
  const here = await aWorkshop();
  const { place, lead, reader, contributor, id, key, view, on, list, item, place1 } = here;
  await good(on('gather'));
  await good(list(lead, 'Parents\nChildren under five'));
  await good(list(reader, 'parents.'));
  expect(await actAsGuest(world, key, 'list', { names: 'Parents' })).toMatchObject({ ok: true });
  expect((await view()).ownNotes.map(({ name }) => name)).toEqual([
    'Children under five',
    'Parents'
  ]);
  expect((await view(reader)).items).toEqual([]);
  await good(on('primary'));
  expect((await view()).items).toMatchObject([
    { name: 'Children under five', listedBy: 1 },
    { name: 'Parents', listedBy: 3 }
  ]);
  expect(await list(lead, 'Late')).toMatchObject({ error: { kind: 'not-listed-now' } });

  await good(on('primary-shown'));
  await good(list(lead, 'Health visitor team'));
  await good(list(reader, 'Health visitors'));
  await good(on('secondary'));
  const merged = {
    id,
    one: await item('Health visitor team'),
    into: await item('Health visitors')
  };
  await good(mergeItem.run(lead, place.id, merged, world));
  expect((await view()).items.find(({ name }) => name === 'Health visitors')).toMatchObject({
    listedBy: 2
  });
  await good(on('secondary-shown'));
  await good(on('key'));
  await good(addItem.run(lead, place.id, { id, kind: 'key', name: 'Local press' }, world));
  await good(on('key-shown'));
  expect(await on('place')).toMatchObject({ error: { kind: 'unplaced' } });
  await good(place1('Parents', '1'));
  await good(place1('Children under five', '1'));
  await good(place1('Health visitors', '2'));
  const press = { id, one: await item('Local press'), reason: 'Little to do with it' };
  await good(takeOffItem.run(lead, place.id, press, world));
  await good(on('place'));
  expect(await place1('Parents', '4')).toMatchObject({ error: { kind: 'sheet-stays' } });

  const dot = async (name: string) =>
    putDot.run(reader, place.id, { id, one: await item(name) }, world);
  await good(dot('Parents'));
  expect(await dot('Parents')).toMatchObject({ error: { kind: 'dot-there' } });
  await good(dot('Health visitors'));
  expect(await dot('Children under five')).toMatchObject({
    error: { kind: 'no-dots-left', dots: 2 }
  });
  expect((await view()).haveAllDotsPut).toBe(1);
  await good(takeDot.run(reader, place.id, { id, one: await item('Health visitors') }, world));
  await actAsGuest(world, key, 'dot', { one: await item('Parents') });
  expect((await view()).haveAllDotsPut).toBe(0);
  await actAsGuest(world, key, 'dot', { one: await item('Children under five') });
  expect((await view()).haveAllDotsPut).toBe(1);
  await actAsGuest(world, key, 'undot', { one: await item('Children under five') });
  // Nobody sees the dots of others, and counts are not there yet.
  expect((await view()).ownDots).toEqual([]);
  expect((await view()).items.every(({ dots }) => dots === 0)).toBe(true);

  await good(on('dots'));
  expect((await view()).items.find(({ name }) => name === 'Parents')).toMatchObject({ dots: 2 });
  expect(await dot('Parents')).toMatchObject({ error: { kind: 'no-dots-now' } });
  expect(await actAsGuest(world, key, 'dot', { one: await item('Parents') })).toEqual({
    ok: false,
    error: { kind: 'no-guest' }
  });
  expect(await on('frozen')).toMatchObject({ error: { kind: 'workshop-ended' } });

  const ticked = { id, items: [await item('Parents'), await item('Health visitors')] };
  await good(carryOver.run(contributor, place.id, ticked, world));
  const { actors } = await good(viewActors.run(reader, place.id, {}, world));
  expect(actors).toMatchObject([
    { name: 'Parents', ring: 1, dots: 2, kind: 'primary' },
    { name: 'Health visitors', ring: 2, dots: 0, kind: 'secondary' }
  ]);
});

test('when it ends, guests, lists and dots are gone from the database, and how many were there stays', async () => {
  const { place, id, key, on, list, lead, view, place1 } = await aWorkshop();
  await good(on('gather'));
  await good(list(lead, 'Parents'));
  await actAsGuest(world, key, 'list', { names: 'Grandparents' });
  const steps = [
    'primary',
    'primary-shown',
    'secondary',
    'secondary-shown',
    'key',
    'key-shown'
  ] as const;
  for (const from of steps) await good(on(from));
  for (const name of ['Parents', 'Grandparents']) await good(place1(name, '1'));
  await good(on('place'));
  await good(on('dots'));
  const as = member(place.id, lead.personId);
  expect(
    await asks(
      as,
      `select (select count(*)::int from ring_person where workshop_id = $1) as people,
              (select count(*)::int from ring_note where workshop_id = $1) as notes,
              (select count(*)::int from ring_dot where workshop_id = $1) as dots`,
      [id]
    )
  ).toEqual([{ people: 2, notes: 0, dots: 0 }]);
  const said = `select distinct table_name from change where table_name like 'ring%' order by 1`;
  expect(await asks(as, said)).toEqual([
    { table_name: 'ring_item' },
    { table_name: 'ring_workshop' }
  ]);
  expect((await view()).workshop).toMatchObject({ code: null, peopleCount: 3 });
  expect(await viewAsGuest(world, key)).toBeNull();
});

describe('alone', () => {
  test('row-level security itself hides the lists of others, and takes none for another or too late', async () => {
    const { place, id, lead, reader, on, list } = await aWorkshop();
    await good(on('gather'));
    await good(list(lead, 'Only I thought of this'));
    const as = (personId: string, text: string, values: unknown[] = []) =>
      asks(member(place.id, personId), text, values);
    const select = 'select name from ring_note where workshop_id = $1';
    expect(await as(reader.personId, select, [id])).toEqual([]);
    expect(await as(lead.personId, select, [id])).toHaveLength(1);
    const own = await as(
      lead.personId,
      'select id from ring_person where workshop_id = $1 and person_id = $2',
      [id, lead.personId]
    );
    expect(own).toHaveLength(1);
    const insert = `insert into ring_note (partnership_id, id, workshop_id, ring_person_id, kind, name)
      values ($1, gen_random_uuid(), $2, $3, $4, 'Forged')`;
    const row = (kind: string) => [place.id, id, own[0]?.['id'], kind];
    await as(lead.personId, insert, row('primary'));
    await expect(as(reader.personId, insert, row('primary'))).rejects.toThrow(/row-level security/);
    await expect(as(lead.personId, insert, row('key'))).rejects.toThrow(/row-level security/);
    await good(on('primary'));
    expect(await as(reader.personId, select, [id])).toHaveLength(1);
    await expect(as(lead.personId, insert, row('primary'))).rejects.toThrow(/row-level security/);
    const back = `update ring_workshop set step = 'primary' where id = $1`;
    await expect(as(lead.personId, back, [id])).rejects.toThrow(/one way/);
  });

  test('a guest reads their workshop and nothing else of the place', async () => {
    const { place, id, lead, key, on } = await aWorkshop();
    await good(on('gather'));
    const seen = await viewAsGuest(world, key);
    expect(seen).toMatchObject({
      workshop: { step: 'primary' },
      called: 'Parent',
      items: [],
      ownNotes: []
    });
    expect(JSON.stringify(seen)).not.toContain(place.id);
    const [known] = await asks<{ hash: string }>(
      member(place.id, lead.personId),
      `select encode(key_hash, 'hex') as hash from ring_person where workshop_id = $1 and key_hash is not null`,
      [id]
    );
    const count = async (table: string) => {
      const rows = await asks({ guest_hash: known?.hash ?? '' }, `select 1 from ${table}`);
      return { table, rows: rows.length };
    };
    expect(await count('ring_workshop')).toEqual({ table: 'ring_workshop', rows: 1 });
    expect(await count('ring_person')).toEqual({ table: 'ring_person', rows: 1 });
    for (const table of ['membership', 'actor', 'partnership', 'change', 'service']) {
      expect(await count(table)).toEqual({ table, rows: 0 });
    }
  });
});

describe('is refused', () => {
  test('a second facilitator, until a coordinator hands the workshop over', async () => {
    const { place, id, lead, coordinator, on } = await aWorkshop();
    expect(await on('gather', coordinator)).toMatchObject({ error: { kind: 'not-yours-to-lead' } });
    const over = { id, leaderId: coordinator.personId };
    await good(handWorkshopOver.run(coordinator, place.id, over, world));
    await good(on('gather', coordinator));
    expect(await on('primary', lead)).toMatchObject({ error: { kind: 'not-yours-to-lead' } });
    const reader = { id, leaderId: place.people.reader.personId };
    expect(await handWorkshopOver.run(coordinator, place.id, reader, world)).toMatchObject({
      error: { kind: 'leader-no-lead' }
    });
  });

  test('a button pressed twice, and whoever has not come in', async () => {
    const { contributor, on, list } = await aWorkshop();
    await good(on('gather'));
    expect(await on('gather')).toMatchObject({ error: { kind: 'moved-already' } });
    expect(await list(contributor, 'Parents')).toMatchObject({
      error: { kind: 'not-taking-part' }
    });
  });

  test('nobody of a room full of people behind one address who come in at one moment', async () => {
    const { place, code } = await aWorkshop();
    const joined = await Promise.all(
      Array.from({ length: 45 }, (_, at) =>
        joinByCode(world, {
          code: code ?? '',
          called: `Parent ${at}`,
          address: `hall of ${place.slug}`
        })
      )
    );
    expect(joined.map(({ ok }) => ok)).toEqual(joined.map(() => true));
  });

  test('a code that is guessed at: first as unknown, then for a while altogether', async () => {
    const { place, code, lead, id } = await aWorkshop();
    const guess = (given: string) =>
      joinByCode(world, { code: given, called: 'Parent', address: `guesser of ${place.slug}` });
    for (let tries = 0; tries < 20; tries++) {
      expect(await guess('22222222')).toMatchObject({ error: { kind: 'no-such-code' } });
    }
    expect(await guess(code ?? '')).toMatchObject({ error: { kind: 'too-many-tries' } });
    await good(stopWorkshop.run(lead, place.id, { id }, world));
    const late = { code: code ?? '', called: 'Parent', address: `late for ${place.slug}` };
    expect(await joinByCode(world, late)).toMatchObject({ error: { kind: 'no-such-code' } });
  });
});
