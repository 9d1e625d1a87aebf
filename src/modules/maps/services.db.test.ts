import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ok } from '#core/result';
import { viewHistory } from '#modules/partnerships/server';
import type { FactorId } from '#modules/vocabulary';
import { query, type Command, type Query } from '#platform/command';
import { valueOf } from '../../../tests/support/good.ts';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { at, testPlace, testWorld, type TestPlace } from '../../../tests/support/world.ts';
import {
  addConnections,
  addService,
  addServices,
  changeService,
  endService,
  removeConnection,
  resumeService,
  servicesByFactor,
  servicesOf,
  tieService,
  untieService,
  viewCoverage,
  viewService,
  viewServices
} from './index.server.ts';

const world = await testWorld();

function hands(place: TestPlace) {
  const { contributor, coordinator, reader } = place.people;
  return {
    do: <Value, Problem extends { kind: string }>(
      command: Command<Value, Problem>,
      input: unknown
    ) => command.run(contributor, place.id, input, world),
    bulk: <Value, Problem extends { kind: string }>(
      command: Command<Value, Problem>,
      input: unknown
    ) => command.run(coordinator, place.id, input, world),
    see: async <Value, Problem extends { kind: string }>(
      asked: Query<Value, Problem>,
      input: unknown = {}
    ) => valueOf(await asked.run(reader, place.id, input, world))
  };
}

const play = 'play-and-verbal-exchanges' as FactorId; // in the spine that tests load
const rhyme = {
  name: 'Rhyme Time',
  organisation: 'Fernhollow Libraries',
  tags: 'Story and song\r\nDrop-in\n',
  description: 'Songs\r\nand rhymes',
  ages: ['months-0-11', 'months-8-36'],
  stage: 'universal',
  longitude: '-2.5',
  latitude: '53.25',
  factors: [{ factor: play, reason: 'Parents learn songs.' }]
};

describe('a service', () => {
  test('is kept as it was given, with its ties', async () => {
    const here = hands(await testPlace(world));
    const { id } = valueOf(await here.do(addService, rhyme));
    const { service } = await here.see(viewService, { id });
    expect(service).toMatchObject({
      name: 'Rhyme Time',
      tags: ['Story and song', 'Drop-in'],
      description: 'Songs\nand rhymes',
      ages: ['months-0-11', 'months-8-36'],
      stage: 'universal',
      longitude: -2.5,
      latitude: 53.25,
      status: 'active',
      version: 1,
      factors: [{ factor: play, reason: 'Parents learn songs.' }]
    });
  });

  test.each([
    ['name', { name: '  ' }],
    ['url', { url: 'javascript:alert(1)' }],
    ['latitude', { latitude: '' }],
    ['longitude', { longitude: '181' }],
    ['sourceDate', { sourceDate: '2026-02-30' }]
  ])('is refused for its %s', async (field, wrong) => {
    const here = hands(await testPlace(world));
    const answer = await here.do(addService, { ...rhyme, ...wrong });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    const issues = !answer.ok && answer.error.kind === 'invalid-input' ? answer.error.issues : [];
    expect(issues.map((issue) => issue.path)).toContain(field);
  });

  test('is refused for a stage that the place does not have', async () => {
    const here = hands(await testPlace(world));
    const answer = await here.do(addService, { ...rhyme, stage: 'gold' });
    expect(answer).toEqual({ ok: false, error: { kind: 'no-such-stage' } });
  });

  test('is refused for a factor or an age outside the spine', async () => {
    const here = hands(await testPlace(world));
    const wrongAge = await here.do(addService, { ...rhyme, ages: ['teenagers'] });
    expect(wrongAge).toEqual({ ok: false, error: { kind: 'not-in-spine' } });
    const wrongFactor = { ...rhyme, factors: [{ factor: 'kindness', reason: '' }] };
    expect(await here.do(addService, wrongFactor)).toEqual(wrongAge);
  });

  test('that seems to hold a personal detail is saved once somebody has looked', async () => {
    const here = hands(await testPlace(world));
    const phone = { ...rhyme, description: 'Ring 0161 496 0000' };
    expect(await here.do(addService, phone)).toMatchObject(asksAbout('description'));
    expect((await here.do(addService, { ...phone, checkedForPeople: 'yes' })).ok).toBe(true);
  });

  test('changed by two is saved by the first, and the second sees both versions', async () => {
    const place = await testPlace(world);
    const here = hands(place);
    const { id } = valueOf(await here.do(addService, rhyme));
    const { factors, ...fields } = rhyme;
    expect(factors).toHaveLength(1);
    const later = at(world, '2026-03-03T09:00:00Z');
    valueOf(
      await changeService.run(
        place.people.lead,
        place.id,
        { ...fields, id, version: 1, name: 'Rhymes' },
        later
      )
    );
    const second = await here.do(changeService, { ...fields, id, version: 1, name: 'Songs' });
    expect(second).toMatchObject({
      ok: false,
      error: {
        kind: 'changed-meanwhile',
        version: 2,
        changedBy: 'lead',
        theirs: { name: 'Rhymes', tags: 'Story and song\nDrop-in' }
      }
    });
    valueOf(await here.do(changeService, { ...fields, id, version: 2, name: 'Songs' }));
    const { service } = await here.see(viewService, { id });
    expect(service).toMatchObject({ name: 'Songs', version: 3, factors: [{ factor: play }] });
  });

  test('that has ended leaves the list and the counts, and can come back', async () => {
    const here = hands(await testPlace(world));
    const { id } = valueOf(await here.do(addService, rhyme));
    valueOf(await here.do(endService, { id }));
    expect(await here.see(viewServices)).toMatchObject({
      total: 0,
      here: { active: 0, ended: 1 }
    });
    expect((await here.see(viewServices, { status: 'ended' })).services).toHaveLength(1);
    expect((await here.see(viewCoverage)).coverage.every((row) => row.reading === 'gap')).toBe(
      true
    );
    valueOf(await here.do(resumeService, { id }));
    expect((await here.see(viewServices)).total).toBe(1);
  });
});

describe('a tie to a factor', () => {
  test('gets the newer reason, can be taken away, and leaves its history with the service', async () => {
    const place = await testPlace(world);
    const here = hands(place);
    const { id } = valueOf(await here.do(addService, { ...rhyme, factors: [] }));
    const tie = { serviceId: id, factor: play };
    valueOf(await here.do(tieService, { ...tie, reason: 'First' }));
    valueOf(await here.do(tieService, { ...tie, reason: 'Second' }));
    expect((await here.see(viewService, { id })).service.factors).toEqual([
      { factor: play, reason: 'Second' }
    ]);
    valueOf(await here.do(untieService, tie));
    expect((await here.see(viewService, { id })).service.factors).toEqual([]);
    expect(await here.do(untieService, tie)).toEqual({ ok: false, error: { kind: 'not-found' } });
    const history = await here.see(viewHistory, { table: 'service_factor', recordId: id });
    expect(history.map((change) => change.action)).toEqual(['removed', 'changed', 'added']);
  });
});

describe('the list', () => {
  test('is searched and filtered, and letters that mean something to the database do not', async () => {
    const here = hands(await testPlace(world));
    valueOf(
      await here.bulk(addServices, {
        services: [
          rhyme,
          { name: '100% play', organisation: 'Hub', type: 'Group' },
          { name: 'Nursery_one', organisation: 'Hub', stage: 'targeted' }
        ]
      })
    );
    const names = async (filter: unknown) =>
      (await here.see(viewServices, filter)).services.map((one) => one.name);
    expect(await names({})).toEqual(['100% play', 'Nursery_one', 'Rhyme Time']);
    expect(await names({ q: 'SONGS libraries' })).toEqual(['Rhyme Time']);
    expect(await names({ q: '%' })).toEqual(['100% play']);
    expect(await names({ q: 'y_o' })).toEqual(['Nursery_one']);
    expect(await names({ organisation: 'Hub' })).toEqual(['100% play', 'Nursery_one']);
    expect(await names({ factor: play })).toEqual(['Rhyme Time']);
    expect(await names({ factor: 'none' })).toEqual(['100% play', 'Nursery_one']);
    expect(await names({ stage: 'targeted' })).toEqual(['Nursery_one']);
    expect(await names({ stage: 'none' })).toEqual(['100% play']);
    expect(await names({ tag: 'Group' })).toEqual(['100% play']);
    expect(await names({ tag: 'Drop-in' })).toEqual(['Rhyme Time']);
    expect(await names({ page: '7' })).toEqual([]);
    expect((await here.see(viewServices)).words).toEqual({
      organisations: ['Fernhollow Libraries', 'Hub'],
      tags: ['Drop-in', 'Group', 'Story and song']
    });
  });

  test('holds nothing of another place', async () => {
    const one = hands(await testPlace(world));
    const other = hands(await testPlace(world));
    const { id } = valueOf(await one.do(addService, rhyme));
    expect((await other.see(viewServices)).total).toBe(0);
    expect(await other.do(endService, { id })).toEqual({
      ok: false,
      error: { kind: 'not-found' }
    });
    expect((await one.see(viewServices)).total).toBe(1);
  });
});

describe('what other modules see', () => {
  const byFactor = query({
    name: 'test.services-by-factor',
    needs: 'records:read',
    input: v.object({}),
    example: {},
    run: async ({ tx, scope }) => ok(await servicesByFactor(tx, scope))
  });
  const all = query({
    name: 'test.services-of',
    needs: 'records:read',
    input: v.object({}),
    example: {},
    run: async ({ tx, scope }) => ok(await servicesOf(tx, scope))
  });

  test('are the active services, by factor and by name', async () => {
    const here = hands(await testPlace(world));
    const { ids } = valueOf(
      await here.bulk(addServices, {
        services: [{ ...rhyme, name: 'B' }, { ...rhyme, name: 'A' }, { name: 'C' }, rhyme]
      })
    );
    valueOf(await here.do(endService, { id: ids[3] }));
    const map = await here.see(byFactor);
    expect([...map.keys()]).toEqual([play]);
    expect(map.get(play)).toEqual([
      { id: ids[1], name: 'A', organisation: 'Fernhollow Libraries', ages: rhyme.ages },
      { id: ids[0], name: 'B', organisation: 'Fernhollow Libraries', ages: rhyme.ages }
    ]);
    expect((await here.see(all)).map((one) => [one.name, one.factors.length])).toEqual([
      ['A', 1],
      ['B', 1],
      ['C', 0]
    ]);
  });
});

describe('connections', () => {
  test('are seen from both ends, and can be taken away', async () => {
    const here = hands(await testPlace(world));
    const { ids } = valueOf(
      await here.bulk(addServices, { services: [{ name: 'Health visiting' }, { name: 'Hub' }] })
    );
    const [from, to] = ids;
    valueOf(
      await here.do(addConnections, {
        connections: [
          {
            from: { kind: 'service', id: from },
            to: { kind: 'service', id: to },
            type: 'referral',
            established: false
          }
        ]
      })
    );
    const seen = await here.see(viewService, { id: to });
    expect(seen.connections).toMatchObject([
      { isFromHere: false, other: { id: from, name: 'Health visiting' }, established: false }
    ]);
    valueOf(await here.do(removeConnection, { id: seen.connections[0]?.id }));
    expect((await here.see(viewService, { id: from })).connections).toEqual([]);
  });

  test('lead to services of this place only', async () => {
    const here = hands(await testPlace(world));
    const there = hands(await testPlace(world));
    const { id } = valueOf(await there.do(addService, rhyme));
    const connection = { from: { kind: 'name', name: 'Hub' }, to: { kind: 'service', id } };
    expect(await here.do(addConnections, { connections: [connection] })).toEqual({
      ok: false,
      error: { kind: 'not-found' }
    });
  });
});
