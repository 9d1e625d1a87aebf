import { describe, expect, test } from 'vitest';
import { csvText } from '#core/csv';
import { publishedService } from '#modules/maps';
import { getSpine } from '#modules/vocabulary/server';
import { inTransaction } from '#platform/database';
import { valueOf } from '../../../tests/support/good.ts';
import { testPlace, testWorld, type TestPlace } from '../../../tests/support/world.ts';
import {
  addService,
  confirmImport,
  exportServices,
  previewImport,
  servicesOnOffer,
  setStages,
  stagesOf,
  viewImport,
  viewServices,
  viewStagesOfSupport
} from './index.server.ts';
import { serviceNames } from './stages.ts';
import { servicesTable } from './tables.ts';

const world = await testWorld();

function coordinatorOf(place: TestPlace) {
  const who = place.people.coordinator;
  return {
    add: (name: string, stage: string) => addService.run(who, place.id, { name, stage }, world),
    set: (input: object) => setStages.run(who, place.id, input, world),
    stages: async () => valueOf(await viewStagesOfSupport.run(who, place.id, {}, world)),
    stageOf: async (q: string) =>
      valueOf(await viewServices.run(who, place.id, { q }, world)).services[0]?.stage,
    export: async () => valueOf(await exportServices.run(who, place.id, {}, world)),
    preview: async (text: string) => {
      const file = { fileName: 'services.csv', bytes: Buffer.from(text) };
      const { id } = valueOf(await previewImport.run(who, place.id, file, world));
      const view = valueOf(await viewImport.run(who, place.id, { id }, world));
      return { id, view };
    },
    confirm: (id: string, fingerprint: string) =>
      confirmImport.run(who, place.id, { id, fingerprint, takeTheRest: '' }, world)
  };
}

const four = {
  name1: 'Universal',
  name2: 'Additional',
  name3: 'Targeted',
  name4: 'Intensive',
  universal: '1',
  version: 0
};
const three = { name1: 'Everyone', name2: 'Some', name3: 'Few', universal: '1' };

describe('the stages of support of a place', () => {
  test('are the usual three until it names its own, and services follow', async () => {
    const here = coordinatorOf(await testPlace(world));
    valueOf(await here.add('Rhymes', 'universal'));
    valueOf(await here.add('Home visits', 'targeted'));
    expect((await here.stages()).model.stages.map(({ name }) => name)).toEqual([
      'Universal',
      'Targeted',
      'Intensive'
    ]);
    expect((await here.add('Groups', 'additional')).ok).toBe(false);
    valueOf(await here.set(four));
    valueOf(await here.add('Groups', 'additional'));
    expect(await here.stageOf('Home visits')).toBe('targeted');

    const becomes = { universal: 1, additional: 2, targeted: 2, intensive: 3 };
    valueOf(await here.set({ ...three, becomes, version: 1 }));
    // The first stage that becomes a line lends it its identifier.
    expect(await here.stageOf('Home visits')).toBe('additional');
    expect((await here.stages()).use).toMatchObject({ additional: { services: 2 } });
  });

  test('are not taken from beneath a service', async () => {
    const here = coordinatorOf(await testPlace(world));
    valueOf(await here.add('Home visits', 'targeted'));
    expect(await here.set({ ...three, version: 0 })).toMatchObject({
      ok: false,
      error: { kind: 'stage-in-use', id: 'targeted', services: 1 }
    });
    expect((await here.stages()).model.version).toBe(0);
  });

  test('are not changed by who looked at older ones', async () => {
    const here = coordinatorOf(await testPlace(world));
    valueOf(await here.set(four));
    expect(await here.set(four)).toEqual({ ok: false, error: { kind: 'stages-changed' } });
  });

  test('of another place stay as they are', async () => {
    const [here, elsewhere] = [await testPlace(world), await testPlace(world, 'Rivermouth')];
    valueOf(await coordinatorOf(here).set(four));
    expect((await coordinatorOf(elsewhere).stages()).model.stages).toHaveLength(3);
  });

  test('stand by their names in files, and come back from them', async () => {
    const place = await testPlace(world);
    const here = coordinatorOf(place);
    valueOf(await here.set({ ...four, name2: 'Additional help' }));
    valueOf(await here.add('Groups', 'additional-help'));
    const { services, spine, stages } = await here.export();
    const table = servicesTable(services, serviceNames(spine, stages));
    expect(table[1]).toContain('Additional help');
    const file = csvText(table).replace('Groups', 'More groups');
    const { id, view } = await here.preview(file);
    if (view.step !== 'preview') throw new Error('It asks something.');
    expect(view.plan.added[0]?.details.stage).toBe('additional-help');
    valueOf(await here.confirm(id, view.fingerprint));

    const settings = { partnershipId: place.id, now: world.clock() };
    const published = await inTransaction(world, settings, 'read', async (tx) => {
      const scope = { partnershipId: place.id } as Parameters<typeof stagesOf>[1]; // a scope for reading, as the feed has
      const { ages } = await getSpine(tx);
      const here = { ages, stages: await stagesOf(tx, scope) };
      const all = await servicesOnOffer(tx, scope);
      return all.map((one) => publishedService(one, here, { place: true }).stage);
    });
    expect(published).toEqual(['Additional help', 'Additional help']);
  });

  test('that were changed after a file was read are not brought back by it', async () => {
    const here = coordinatorOf(await testPlace(world));
    const { id, view } = await here.preview('Label,Stage\nHome visits,Targeted\n');
    if (view.step !== 'preview') throw new Error('It asks something.');
    valueOf(await here.set({ ...three, version: 0 }));
    expect(await here.confirm(id, view.fingerprint)).toEqual({
      ok: false,
      error: { kind: 'stages-changed' }
    });
  });
});
