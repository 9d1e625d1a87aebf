import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { beginPartnership, giveRole } from '#modules/partnerships/server';
import { loadPacks } from '#modules/vocabulary/server';
import type { World } from '#platform/command';
import { connect } from '#platform/database';
import type { PartnershipId } from '#platform/ids';
import { Throttle } from '#platform/throttle';
import { testDatabase } from '../../../../tests/support/database.ts';
import { somebody, testPlace, testWorld } from '../../../../tests/support/world.ts';
import { drawMap } from '../drawing/draw-map.ts';
import { viewIndicator } from '../indicator/queries.server.ts';
import { loadOpenData } from '../open/load.server.ts';
import { addIndicator } from '../own/commands.server.ts';
import { addValues } from '../own/value-commands.server.ts';
import { viewIndicatorMap } from './queries.server.ts';
import { classRange, mapSentence } from './sentences.ts';
import { mapTable } from './table.ts';
import { classNumber } from './view.ts';

const world = await testWorld();
const { owner } = await testDatabase();
const content = path.resolve(import.meta.dirname, '../../../../content');
const asOwner: World = {
  database: connect(owner),
  clock: world.clock,
  newId: randomUUID,
  throttle: new Throttle()
};
const reader = await somebody(world, 'reader@maps.example');

async function placeAt(name: string, areaCode: string, nation: string): Promise<PartnershipId> {
  const begun = await beginPartnership(world, reader.personId, {
    name,
    slug: '',
    kind: 'place',
    areaCode,
    nation,
    about: ''
  });
  if (!begun.ok) throw new Error(begun.error.kind);
  return begun.value.id;
}

const trafford = await placeAt('Trafford', 'E08000009', 'England');
const angus = await placeAt('Angus', 'S12000041', 'Scotland');
const nowhere = (await testPlace(world, 'Nowhere')).id;
await giveRole(world, {
  partnershipId: nowhere,
  personId: reader.personId,
  role: 'reader',
  organisation: '',
  jobRole: ''
});

beforeAll(async () => {
  expect((await loadPacks(asOwner, content)).ok).toBe(true);
  expect((await loadOpenData(asOwner, content)).ok).toBe(true);
}, 120_000);

const gld = 'good-level-of-development';

async function mapAt(place: PartnershipId, input: Record<string, string>) {
  const answer = await viewIndicatorMap.run(reader, place, input, world);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

describe('a map of an indicator', () => {
  test('has every upper-tier authority, the place itself marked, in at most five classes', async () => {
    const view = await mapAt(trafford, { id: gld });
    expect(view.period).toBe('2024/25');
    expect(view.areas).toHaveLength(153);
    expect(view.areas.filter((area) => area.isHere)).toEqual([
      expect.objectContaining({ name: 'Trafford', value: 74 }) // as published for 2024/25
    ]);
    expect(view.classes).toHaveLength(5);
    expect(view.extents).toEqual(['nation', 'region', 'touching', 'alike']);
    expect(mapSentence(view)).toContain('Trafford is at 74.0%, in class 5 of 5.');
  });

  test('shows whole numbers whole, where its source gives no decimals', async () => {
    // Figures by eligibility for free school meals were published whole up to 2018/19.
    const asked = { id: gld, period: '2018/19', group: 'fsm', classing: 'equal-widths' };
    const view = await mapAt(trafford, asked);
    expect(view.measure.decimals).toBe(0);
    expect(mapSentence(view)).toContain('Trafford is at 56%, in class');
    const ranges = view.classes.map((_, index) =>
      classRange(view.classes, index, view.classing, view.measure)
    );
    expect(ranges.filter((range) => range.includes('.'))).toEqual([]);
    // Every area lies where the legend says.
    for (const { value } of view.areas) {
      if (value === null) continue;
      const one = view.classes[(classNumber({ value }, view.classes) ?? 0) - 1];
      expect(value).toBeGreaterThanOrEqual(one?.from ?? Infinity);
    }
    expect((await mapAt(trafford, { id: gld })).measure.decimals).toBe(1);
  });

  test('names the county an area was counted with before a split, and draws no figure for it', async () => {
    const view = await mapAt(trafford, { id: gld, period: '2018/19' });
    const parts = mapTable(view).rows.filter((row) => row.note.startsWith('Counted as part of'));
    // Published for Cumbria 70.6 and Northamptonshire 71.0 in 2018/19, both split since.
    expect(parts.map((row) => [row.name, row.values[0], row.note])).toEqual([
      ['Cumberland', null, 'Counted as part of Cumbria then: 70.6%'],
      ['North Northamptonshire', null, 'Counted as part of Northamptonshire then: 71.0%'],
      ['West Northamptonshire', null, 'Counted as part of Northamptonshire then: 71.0%'],
      ['Westmorland and Furness', null, 'Counted as part of Cumbria then: 70.6%']
    ]);
    // Somerset only changed its code, in 2023: its figure stands.
    expect(view.areas.find((area) => area.name === 'Somerset')?.value).not.toBeNull();
  });

  test('can be narrowed to the region, to what lies around, and to places alike', async () => {
    const names = async (extent: string) =>
      (await mapAt(trafford, { id: gld, extent })).areas.map((area) => area.name);
    expect(await names('region')).toContain('Cheshire East');
    expect(await names('region')).not.toContain('Leeds');
    expect(await names('touching')).toEqual([
      'Cheshire East',
      'Manchester',
      'Salford',
      'Trafford',
      'Warrington'
    ]);
    expect(await names('alike')).toHaveLength(11);
  });

  test('takes what it does not know for what there is', async () => {
    const view = await mapAt(trafford, {
      id: gld,
      period: 'x',
      group: 'y',
      extent: 'z',
      classing: 'w'
    });
    expect([view.period, view.group, view.extent, view.classing]).toEqual([
      '2024/25',
      'all',
      'nation',
      'equal-numbers'
    ]);
  });

  test('of wards has the wards of the place', async () => {
    const view = await mapAt(trafford, { id: 'ward-children-aged-0-to-15' });
    expect(view.areas).toHaveLength(21);
    expect(view.extent).toBe('wards');
  });

  test('of Scotland has its councils, and offers no group that is counted for the nation alone', async () => {
    const view = await mapAt(angus, { id: 'primary-literacy-expected-level', group: 'simd-1' });
    expect(view.areas).toHaveLength(32);
    expect([view.group, view.groups]).toEqual(['all', []]);
  });

  test('offers the groups there are', async () => {
    const view = await mapAt(trafford, { id: gld, group: 'fsm' });
    expect(view.group).toBe('fsm');
    expect(view.groups.map((group) => group.id)).toEqual(['all', 'fsm', 'not-fsm']);
  });

  test.each(['no-concerns-at-27-to-30-months', 'nothing', 'ward-population'])(
    'is not there for %s in Angus',
    async (id) => {
      const answer = await viewIndicatorMap.run(reader, angus, { id }, world);
      expect(answer).toEqual({ ok: false, error: { kind: 'not-found' } });
    }
  );

  test('of a place without an area of its own marks none', async () => {
    const view = await mapAt(nowhere, { id: gld });
    expect(view.areas.some((area) => area.isHere)).toBe(false);
    expect(view.extents).toEqual(['nation']);
  });

  test('is a picture with a text alternative; areas without a figure are hatched and no class', async () => {
    const view = await mapAt(trafford, { id: gld, period: '2018/19' });
    const svg = drawMap({ id: 'm', title: 'T', says: mapSentence(view), view }) ?? '';
    expect(svg).toContain('role="img"');
    expect(svg).toContain('<title>Cumberland: no figure</title>');
    const cumberland = svg.slice(0, svg.indexOf('<title>Cumberland')).split('<path ').at(-1);
    expect(cumberland).toContain('fill="url(#m-hatched)"');
    expect(svg.length).toBeLessThan(150_000);
  });
});

describe('the values that a place counted itself, by area', () => {
  const wards = ['E05015239', 'E05015240', 'E05015241', 'E05015242', 'E05015243'];

  async function counted(
    place: PartnershipId,
    areas: readonly (readonly [string, number, number])[]
  ) {
    const indicator = {
      title: 'Two-year-olds in a playgroup',
      unit: 'percent',
      betterWhen: 'high',
      frequency: 'calendar-year'
    };
    const made = await addIndicator.run(reader, place, indicator, world);
    if (!made.ok) throw new Error(made.error.kind);
    const values = areas.map(([area, numerator, denominator]) => ({
      period: '2025',
      area,
      numerator,
      denominator
    }));
    const { id } = made.value;
    const added = await addValues.run(reader, place, { indicatorId: id, values }, world);
    if (!added.ok) throw new Error(JSON.stringify(added.error));
    return id;
  }

  test('are drawn on the outlines of its wards; what is too small is hidden, in words, and never its class', async () => {
    // 3 of 40 is a small number; 31 of 60 is shown as 30 of 60.
    const id = await counted(trafford, [
      [wards[0] ?? '', 3, 40],
      [wards[1] ?? '', 31, 60],
      [wards[2] ?? '', 45, 80],
      [wards[3] ?? '', 62, 90],
      ['Sale cluster', 50, 100]
    ]);
    const view = await mapAt(trafford, { id });
    const of = (code: string) => view.areas.find((area) => area.code === code);
    expect(of(wards[0] ?? '')).toMatchObject({ value: null, hidden: 'small-number' });
    expect(of(wards[1] ?? '')).toMatchObject({ value: 50, hidden: null });
    expect(of('Sale cluster')).toMatchObject({ value: 50 });
    expect(view.areas).toHaveLength(22);
    expect(view.outlines).toHaveLength(21);
    const says = mapSentence(view);
    expect(says).toContain('One is hidden. 17 have none.');
    const { rows } = mapTable(view);
    expect(rows.find((row) => row.note === 'Hidden: a small number')?.values).toEqual([null, null]);
    expect(view.protection).toContain('1 of 5 figures is hidden. Counts');
    const svg = drawMap({ id: 'map', title: 'x', says, view, legend: true }) ?? '';
    expect(svg).toContain(': hidden</title>');
    expect(svg).toContain('Hidden, or no figure');
    // Neither the count nor what it comes to is anywhere in what was made of it.
    expect(JSON.stringify([view.areas, rows, says, view.classes])).not.toMatch(/7\.5/);
    const shown = await viewIndicator.run(reader, trafford, { id }, world);
    expect(shown.ok && shown.value.hasMap).toBe(true);
  });

  test('stand in a table alone where no outline ships, without classes', async () => {
    const id = await counted(angus, [
      ['Coast', 20, 40],
      ['Glens', 40, 60]
    ]);
    const view = await mapAt(angus, { id });
    expect(view.outlines).toEqual([]);
    expect(drawMap({ id: 'map', title: 'x', says: 'y', view })).toBeNull();
    expect(mapTable(view)).toMatchObject({
      headings: ['Area', '2025', 'Note'],
      rows: [
        { name: 'Coast', values: [50] },
        { name: 'Glens', values: [66.7] }
      ]
    });
  });

  test('of another place are not to be had, and those without an area make no map', async () => {
    const id = await counted(angus, [['Coast', 20, 40]]);
    const answer = await viewIndicatorMap.run(reader, trafford, { id }, world);
    expect(answer).toEqual({ ok: false, error: { kind: 'not-found' } });
    const whole = await counted(angus, [['', 20, 40]]);
    expect((await viewIndicatorMap.run(reader, angus, { id: whole }, world)).ok).toBe(false);
  });
});
