import { describe, expect, test } from 'vitest';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addSetting,
  changeSetting,
  closeSetting,
  drawAreas,
  drawOutline,
  importSettings,
  removeAreas,
  previewSettings,
  viewSetting,
  viewSettings
} from './index.server.ts';

const world = await testWorld();
const here = await testPlace(world, 'Brook');
const { lead, coordinator } = here.people;

async function added(input: Record<string, unknown>): Promise<string> {
  const answer = await addSetting.run(lead, here.id, { kind: 'nursery', ...input }, world);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.id;
}

describe('a setting', () => {
  test('is shown to its first editor as saved, and to the second beside what they wrote', async () => {
    const id = await added({ name: 'Brook Nursery' });
    const change = (name: string) =>
      changeSetting.run(lead, here.id, { id, name, kind: 'school', version: 1 }, world);
    expect(await change('Brook School')).toEqual({ ok: true, value: { version: 2 } });
    expect(await change('Brook Centre')).toMatchObject({
      error: { kind: 'changed-meanwhile', theirs: { name: 'Brook School' }, version: 2 }
    });
  });

  test('keeps its ID to itself, needs both parts of a position, and names nobody', async () => {
    await added({ name: 'Weir', externalId: '7' });
    const add = (input: Record<string, unknown>) =>
      addSetting.run(lead, here.id, { name: 'New', kind: 'other', ...input }, world);
    expect(await add({ externalId: '7' })).toMatchObject({
      error: { kind: 'taken', field: 'externalId' }
    });
    expect(await add({ latitude: '53' })).toMatchObject({ error: { kind: 'half-a-point' } });
    const named = { organisation: 'Ring 0161 496 0000' };
    expect(await add(named)).toMatchObject(asksAbout('organisation'));
    expect((await add({ ...named, checkedForPeople: 'yes' })).ok).toBe(true);
  });

  test('leaves the list on the day on which it closes', async () => {
    const id = await added({ name: 'Mill', area: 'Mill' });
    const listed = async () => {
      const answer = await viewSettings.run(lead, here.id, { area: 'Mill' }, world);
      return answer.ok ? answer.value.settings.map(({ name }) => name) : [];
    };
    const close = (closedOn: string, version: number) =>
      closeSetting.run(lead, here.id, { id, closedOn, version }, world);
    expect(await close('2026-03-03', 1)).toMatchObject({ ok: true }); // tomorrow
    expect(await listed()).toEqual(['Mill']);
    expect(await close('2026-03-02', 1)).toMatchObject({ error: { kind: 'changed-meanwhile' } });
    expect(await close('2026-03-02', 2)).toMatchObject({ ok: true });
    expect(await listed()).toEqual([]);
    const view = await viewSetting.run(lead, here.id, { id }, world);
    expect(view).toMatchObject({ value: { isOpen: false } });
  });
});

describe('an import of settings', () => {
  const cells = [
    ['ID', 'Name', 'Kind', 'Area'],
    ['a1', 'Imported One', 'Nursery', 'North'],
    ['a2', 'Imported Two', 'School', 'North']
  ];
  const look = async (rows: string[][]) => {
    const answer = await previewSettings.run(coordinator, here.id, { cells: rows }, world);
    if (!answer.ok) throw new Error(answer.error.kind);
    return answer.value;
  };

  test('saves what was looked at, once, and nothing where somebody was faster', async () => {
    const { fingerprint } = await look(cells);
    const take = () => importSettings.run(coordinator, here.id, { cells, fingerprint }, world);
    expect(await take()).toEqual({ ok: true, value: { added: 2, changed: 0, unchanged: 0 } });
    expect(await take()).toMatchObject({ error: { kind: 'changed-since-preview' } });

    const moved = cells.map((row, index) => (index === 1 ? [...row.slice(0, 3), 'South'] : row));
    const { plan, fingerprint: second } = await look(moved);
    const [one] = plan.changed;
    if (one === undefined) throw new Error('nothing changes');
    await changeSetting.run(
      lead,
      here.id,
      {
        ...one.before,
        openedOn: '',
        closedOn: '',
        places: '',
        rooms: '',
        latitude: '',
        longitude: '',
        name: 'Renamed'
      },
      world
    );
    const late = { cells: moved, fingerprint: second };
    expect(await importSettings.run(coordinator, here.id, late, world)).toMatchObject({
      error: { kind: 'changed-since-preview' }
    });
  });

  test('asks once more where a row may name somebody', async () => {
    const rows = [
      ['Name', 'Kind', 'Source'],
      ['Quiet Nursery', 'Nursery', 'jess.marlow@quiet.example']
    ];
    const { fingerprint } = await look(rows);
    const take = (more = {}) =>
      importSettings.run(coordinator, here.id, { cells: rows, fingerprint, ...more }, world);
    expect(await take()).toMatchObject({
      error: {
        issues: [{ message: expect.stringContaining('Row 2 may hold an e-mail address.') }]
      }
    });
    expect((await take({ checkedForPeople: 'yes' })).ok).toBe(true);
  });
});

test('the outline of the place is kept with its source, and replaced by the next', async () => {
  const geojson = '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}';
  for (const source of ['By hand', 'By survey']) {
    expect((await drawOutline.run(coordinator, here.id, { geojson, source }, world)).ok).toBe(true);
  }
  const view = await viewSettings.run(lead, here.id, {}, world);
  expect(view).toMatchObject({ value: { outline: { source: 'By survey' } } });
});

test('outlines of areas are kept beside it, replaced by the next, and taken away', async () => {
  const collection = (...names: string[]) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: names.map((name) => ({
        type: 'Feature',
        properties: { name },
        geometry: { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] }
      }))
    }); // prettier-ignore
  for (const names of [['Brook'], ['Hill', 'Mill']]) {
    const given = { geojson: collection(...names), source: 'By hand' };
    expect(await drawAreas.run(coordinator, here.id, given, world)).toMatchObject({
      value: { areas: names.length }
    });
  }
  const areasNow = async () => {
    const view = await viewSettings.run(lead, here.id, {}, world);
    return view.ok ? view.value.outline?.areas.map(({ name }) => name) : view.error;
  };
  expect(await areasNow()).toEqual(['Hill', 'Mill']);
  expect((await removeAreas.run(coordinator, here.id, {}, world)).ok).toBe(true);
  expect(await areasNow()).toEqual([]);
});
