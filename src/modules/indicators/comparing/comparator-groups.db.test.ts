import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { beginPartnership, viewHistory } from '#modules/partnerships/server';
import { connect } from '#platform/database';
import type { Actor, World } from '#platform/command';
import type { PartnershipId } from '#platform/ids';
import { Throttle } from '#platform/throttle';
import { testDatabase } from '../../../../tests/support/database.ts';
import { valueOf } from '../../../../tests/support/good.ts';
import { asksAbout } from '../../../../tests/support/personal-details.ts';
import { somebody, testWorld } from '../../../../tests/support/world.ts';
import { viewIndicator } from '../indicator/queries.server.ts';
import { followIndicators } from '../need/commands.server.ts';
import { viewNeed } from '../need/queries.server.ts';
import { loadOpenData } from '../open/load.server.ts';
import {
  addComparatorGroup,
  changeComparatorGroup,
  removeComparatorGroup
} from './commands.server.ts';
import { viewComparatorForm, viewComparators } from './queries.server.ts';

const world = await testWorld();
const { owner } = await testDatabase();
const asOwner: World = {
  database: connect(owner),
  clock: world.clock,
  newId: randomUUID,
  throttle: new Throttle()
};
const content = path.resolve(import.meta.dirname, '../../../../content');
const loaded = await loadOpenData(asOwner, content);
await asOwner.database.destroy();
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));

const lead: NonNullable<Actor> = await somebody(world, 'lead@groups.example');

let places = 0;
async function begin(name: string, areaCode: string, nation: string): Promise<PartnershipId> {
  places += 1;
  const about = { slug: `place-${places}`, kind: 'place', about: '' } as const;
  const begun = await beginPartnership(world, lead.personId, { name, areaCode, nation, ...about });
  if (!begun.ok) throw new Error(begun.error.kind);
  return begun.value.id;
}

const gld = 'good-level-of-development';
/** Bolton, Bury, Manchester, Oldham and Rochdale. */
const five = ['E08000001', 'E08000002', 'E08000003', 'E08000004', 'E08000005'];
const near = { name: 'Greater Manchester’s north', areas: five };

async function withGroup(): Promise<{ place: PartnershipId; id: string }> {
  const place = await begin('Trafford', 'E08000009', 'England');
  valueOf(await followIndicators.run(lead, place, { follow: [gld] }, world));
  const { id } = valueOf(await addComparatorGroup.run(lead, place, near, world));
  return { place, id };
}
const viewed = async (place: PartnershipId, beside: string[] = []) =>
  valueOf(await viewIndicator.run(lead, place, { id: gld, beside }, world));

describe('a group of areas that a partnership chose', () => {
  // From the published file, 2024/25: 64.2 + 65.2 + 60.3 + 63.1 + 61 = 313.8, a fifth of which is 62.76.
  test('is one figure beside the nation, the region and the neighbours: the plain mean, with how many it rests on', async () => {
    const { place, id } = await withGroup();
    const { followed, lines, besides } = await viewed(place);
    expect(followed.comparisons.map(({ name }) => name)).toEqual([
      'England',
      'the North West',
      'the mean of 10 statistical neighbours',
      'the mean of 5 areas of “Greater Manchester’s north”'
    ]);
    expect(followed.comparisons.at(-1)).toMatchObject({
      id,
      kind: 'group',
      areaCount: 5,
      value: 62.76
    });
    expect(lines.map((line) => line.role)).toEqual(['here', 'nation', 'region', 'peers', 'group']);
    expect(besides.map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['neighbours', 11],
      ['group', 6]
    ]);
    const { indicators } = valueOf(await viewNeed.run(lead, place, {}, world));
    expect(indicators[0]?.comparisons.map((each) => each.id)).toEqual([
      'nation',
      'region',
      'neighbours',
      id
    ]);
  });

  test('is drawn or left out as somebody asks; asking for nothing leaves the place alone', async () => {
    const { place, id } = await withGroup();
    const chosen = await viewed(place, ['own', 'region', id]);
    expect(chosen.lines.map((line) => line.id)).toEqual(['here', 'region', id]);
    expect(chosen.followed.comparisons.map((each) => each.id)).toEqual(['region', id]);
    expect(chosen.followed.gap?.beside.map((each) => each.id)).toEqual(['region']);
    expect(chosen.besides.map((each) => each.id)).toEqual([id]);
    expect(chosen.comparators.map((each) => [each.id, each.isShown])).toEqual([
      ['nation', false],
      ['region', true],
      ['neighbours', false],
      [id, true]
    ]);
    const alone = await viewed(place, ['own']);
    expect(alone.lines.map((line) => line.id)).toEqual(['here']);
    expect(alone.followed.comparisons).toEqual([]);
    // What is asked for and is not there is left out, and no fault.
    expect((await viewed(place, ['own', 'nonsense'])).lines).toHaveLength(1);
  });

  test('has areas of the nation and the level of the place, at least five, and not the place itself', async () => {
    const { place } = await withGroup();
    const refused = async (areas: string[]) => {
      const answer = await addComparatorGroup.run(lead, place, { name: 'Others', areas }, world);
      return answer.ok ? 'taken' : answer.error.kind;
    };
    expect(await refused(five.slice(0, 4))).toBe('invalid-input');
    // The same area twice is one.
    expect(await refused([...five.slice(0, 4), 'E08000001'])).toBe('invalid-input');
    const four = five.slice(0, 4);
    // Trafford itself; Angus; a district within a county; the region; a council that ended.
    for (const other of ['E08000009', 'S12000041', 'E07000117', 'E12000002', 'E10000006']) {
      expect([other, await refused([...four, other])]).toEqual([other, 'areas-unlike']);
    }
    expect(await refused(five)).toBe('taken');
  });

  test('may be Scottish, with the same rule', async () => {
    const place = await begin('Angus', 'S12000041', 'Scotland');
    const { areas } = valueOf(await viewComparatorForm.run(lead, place, {}, world));
    expect(areas).toHaveLength(31);
    const some = (areas ?? []).slice(0, 7).map(({ code }) => code);
    const group = { name: 'Our family group', areas: some };
    valueOf(await addComparatorGroup.run(lead, place, group, world));
    const id = 'primary-literacy-expected-level';
    const { followed, comparators } = valueOf(await viewIndicator.run(lead, place, { id }, world));
    expect(followed.comparisons.map(({ kind }) => kind)).toEqual(['nation', 'group']);
    // The middle of the councils stands in for a nation without a figure; it may be asked for beside it.
    expect(comparators.map(({ name, isShown }) => [name, isShown])).toEqual([
      ['Scotland', true],
      ['Middle of Scotland’s councils', false],
      ['Our family group', true]
    ]);
  });

  test('is none for a place without an area of its own', async () => {
    const place = await begin('Nowhere', '', 'England');
    const answer = await addComparatorGroup.run(lead, place, near, world);
    expect(answer).toEqual({ ok: false, error: { kind: 'no-own-area' } });
    expect(valueOf(await viewComparators.run(lead, place, {}, world))).toMatchObject({
      hereName: null,
      mayHaveMore: false
    });
  });

  test('is one of three at most, each with a name of its own', async () => {
    const { place } = await withGroup();
    const add = async (name: string) => {
      const answer = await addComparatorGroup.run(lead, place, { name, areas: five }, world);
      return answer.ok ? 'taken' : answer.error.kind;
    };
    expect(await add('greater manchester’s NORTH')).toBe('group-name-taken');
    expect([await add('Second'), await add('Third'), await add('Fourth')]).toEqual([
      'taken',
      'taken',
      'enough-groups'
    ]);
  });

  test('is looked through for personal details', async () => {
    const { place } = await withGroup();
    const named = { name: 'Second', areas: five, reason: 'Ask Sam on 07700 900123' };
    const answer = await addComparatorGroup.run(lead, place, named, world);
    expect(answer).toMatchObject(asksAbout('reason'));
    const checked = { ...named, checkedForPeople: 'yes' };
    expect((await addComparatorGroup.run(lead, place, checked, world)).ok).toBe(true);
  });

  test('is changed by two people: the second sees what the first wrote; removed, it stays in the history', async () => {
    const { place, id } = await withGroup();
    const change = { ...near, id, version: 1 };
    valueOf(await changeComparatorGroup.run(lead, place, { ...change, name: 'North' }, world));
    const second = await changeComparatorGroup.run(lead, place, { ...change, name: 'Mine' }, world);
    expect(second).toMatchObject({
      ok: false,
      error: { kind: 'changed-meanwhile', version: 2, theirs: { name: 'North' } }
    });
    valueOf(await removeComparatorGroup.run(lead, place, { id }, world));
    expect((await removeComparatorGroup.run(lead, place, { id }, world)).ok).toBe(false);
    expect((await viewed(place)).lines.some((line) => line.role === 'group')).toBe(false);
    const history = valueOf(
      await viewHistory.run(lead, place, { table: 'comparator_group', recordId: id }, world)
    );
    expect(history.map((each) => each.action)).toEqual(['removed', 'changed', 'added']);
  });
});
