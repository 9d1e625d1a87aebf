import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { beginPartnership, joinCollaborative } from '#modules/partnerships/server';
import { connect, inTransaction } from '#platform/database';
import type { Actor, World } from '#platform/command';
import type { PartnershipId } from '#platform/ids';
import { Throttle } from '#platform/throttle';
import { testDatabase } from '../../../../tests/support/database.ts';
import { valueOf } from '../../../../tests/support/good.ts';
import { somebody, testWorld } from '../../../../tests/support/world.ts';
import { viewIndicator } from '../indicator/queries.server.ts';
import { loadOpenData } from '../open/load.server.ts';
import { changeChoice, followIndicators } from './commands.server.ts';
import { viewCatalogue, viewNeed } from './queries.server.ts';

const world = await testWorld();
const { owner } = await testDatabase();
const asOwner: World = {
  database: connect(owner),
  clock: world.clock,
  newId: randomUUID,
  throttle: new Throttle()
};
const loaded = await loadOpenData(
  asOwner,
  path.resolve(import.meta.dirname, '../../../../content')
);
await asOwner.database.destroy();
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));

const lead: NonNullable<Actor> = await somebody(world, 'lead@need.example');

async function begin(
  name: string,
  areaCode: string,
  nation: string,
  kind: 'place' | 'collaborative' = 'place'
): Promise<PartnershipId> {
  const begun = await beginPartnership(world, lead.personId, {
    name,
    slug: '',
    kind,
    areaCode,
    nation,
    about: ''
  });
  if (!begun.ok) throw new Error(begun.error.kind);
  return begun.value.id;
}

const trafford = await begin('Trafford', 'E08000009', 'England');
const angus = await begin('Angus', 'S12000041', 'Scotland');
const perth = await begin('Perth and Kinross', 'S12000024', 'Scotland');
const tayside = await begin('Tayside', '', 'Scotland', 'collaborative');
await joinCollaborative(world, tayside, angus);
await joinCollaborative(world, tayside, perth);

const viewed = async (place: PartnershipId, id: string) =>
  valueOf(await viewIndicator.run(lead, place, { id }, world));

describe('Trafford’s good level of development', () => {
  // From the published file: Trafford 74.0, England 68.3; the ten neighbours of May 2025, added up by hand, come to 702.8.
  test('stands beside England, its region and the mean of its ten neighbours', async () => {
    const { followed } = await viewed(trafford, 'good-level-of-development');
    expect(followed.latest).toMatchObject({ period: '2024/25', value: 74 });
    expect(followed.comparisons).toMatchObject([
      { kind: 'nation', name: 'England', value: 68.3, comparison: 'better' },
      { kind: 'region', name: 'the North West', value: 65, comparison: 'better', areaCount: null },
      { kind: 'neighbours', value: 70.28, areaCount: 10, comparison: 'better' }
    ]);
  });

  test('has a gap of 28.8 points, not clearly wider than the year before', async () => {
    const { followed } = await viewed(trafford, 'good-level-of-development');
    expect(followed.gap).toMatchObject({
      areaName: 'Trafford',
      latest: { period: '2024/25', gap: 28.8 },
      change: { change: 'similar', since: '2023/24' }
    });
    // As published for 2024/25: 72.5 − 51.3 in England, 69.6 − 49.1 in the North West.
    const beside = followed.gap?.beside.map(({ id, points }) => [id, points.at(-1)?.gap]);
    expect(beside).toEqual([
      ['nation', 21.2],
      ['region', 20.5]
    ]);
  });

  test('was not collected for two years, by its neighbours neither: a reason is kept, not guessed', async () => {
    const { lines } = await viewed(trafford, 'good-level-of-development');
    const said = lines.map((line) => [
      line.id,
      line.figures.find((figure) => figure.period === '2019/20')?.status
    ]);
    expect(said).toEqual([
      ['here', 'not-collected'],
      ['nation', 'not-collected'],
      ['region', 'not-collected'],
      ['neighbours', 'not-collected']
    ]);
  });

  test('lists its neighbours, none of them with a rank', async () => {
    const { besides } = await viewed(trafford, 'good-level-of-development');
    const [beside] = besides;
    expect(besides).toHaveLength(1);
    expect(beside?.rows).toHaveLength(11);
    expect(beside?.rows[0]).toEqual({
      code: 'E08000009',
      name: 'Trafford',
      value: 74,
      status: 'published',
      isHere: true
    });
    expect(JSON.stringify(beside)).not.toContain('rank');
  });
});

describe('Scottish figures', () => {
  test('of Perth and Kinross are found though the place was begun under its old code', async () => {
    const { followed } = await viewed(perth, 'primary-literacy-expected-level');
    expect(followed).toMatchObject({ isLocal: true, areaName: 'Perth and Kinross' });
    expect(followed.figures.map(({ period, value }) => [period, value])).toEqual([
      ['2016/17', 83.6],
      ['2017/18', 66.5],
      ['2018/19', 65.8]
    ]);
  });

  test('are laid beside the middle council where nothing is published for Scotland', async () => {
    const { followed } = await viewed(angus, 'developmental-concern-at-27-to-30-months');
    expect(followed.comparisons).toMatchObject([
      { kind: 'councils', areaCount: 32, comparison: 'similar' }
    ]);
  });

  test('that exist for Scotland alone are named so and are no local need', async () => {
    const { followed } = await viewed(angus, 'no-concerns-at-27-to-30-months');
    expect(followed).toMatchObject({ isLocal: false, areaName: 'Scotland', comparisons: [] });
    expect(followed.gap?.areaName).toBe('Scotland');
  });

  test('of a collaborative are those of its places, in their newest common period', async () => {
    const { besides } = await viewed(tayside, 'primary-literacy-expected-level');
    expect(besides[0]).toMatchObject({
      kind: 'members',
      period: '2018/19',
      rows: [
        { name: 'Angus', value: 75.8 },
        { name: 'Perth and Kinross', value: 65.8 }
      ]
    });
  });
});

describe('what is followed', () => {
  test('is offered for the nation, without figures of wards alone', async () => {
    const { indicators } = valueOf(await viewCatalogue.run(lead, trafford, {}, world));
    const ids = indicators.map((each) => each.id);
    expect(ids).toContain('good-level-of-development');
    expect(ids).not.toContain('ward-population');
    expect(ids).not.toContain('primary-literacy-expected-level');
  });

  test('joins what two people ticked, and drops only what was seen and unticked', async () => {
    const follow = (input: unknown) => followIndicators.run(lead, trafford, input, world);
    valueOf(await follow({ follow: ['good-level-of-development', 'phonics-in-year-1'] }));
    // Somebody who saw those two drops one, while another has added a third.
    valueOf(await follow({ follow: ['breastfeeding-at-6-to-8-weeks'] }));
    valueOf(
      await follow({
        follow: ['good-level-of-development'],
        before: ['good-level-of-development', 'phonics-in-year-1']
      })
    );
    const { indicators } = valueOf(await viewNeed.run(lead, trafford, {}, world));
    expect(indicators.map((each) => each.id)).toEqual([
      'good-level-of-development',
      'breastfeeding-at-6-to-8-weeks'
    ]);
  });

  test('is never an indicator that nobody published', async () => {
    const answer = await followIndicators.run(lead, trafford, { follow: ['happiness'] }, world);
    expect(answer).toEqual({
      ok: false,
      error: { kind: 'unknown-open-indicator', id: 'happiness' }
    });
  });

  test('keeps its note and target, with the version of whoever saved first', async () => {
    const input = {
      id: 'good-level-of-development',
      note: 'Our first concern',
      target: '78',
      version: 1
    };
    valueOf(await changeChoice.run(lead, trafford, input, world));
    expect(await changeChoice.run(lead, trafford, { ...input, note: 'Mine' }, world)).toMatchObject(
      {
        ok: false,
        error: { kind: 'changed-meanwhile', theirs: { note: 'Our first concern', target: '78' } }
      }
    );
    const { choice, followed } = await viewed(trafford, 'good-level-of-development');
    expect(choice?.note).toBe('Our first concern');
    expect(followed.target).toBe(78);
  });

  test('has a baseline: the published figure of a period that somebody named', async () => {
    const id = 'good-level-of-development';
    const { choice } = await viewed(trafford, id);
    const input = { id, note: 'Our first concern', target: '78', version: choice?.version };
    const change = (baselinePeriod: string) =>
      changeChoice.run(lead, trafford, { ...input, baselinePeriod }, world);
    // Nothing was collected in 2019/20, and nothing at all in 1999/00.
    for (const period of ['2019/20', '1999/00']) {
      expect(await change(period)).toEqual({
        ok: false,
        error: { kind: 'no-figure-then', period }
      });
    }
    valueOf(await change('2021/22'));
    expect((await viewed(trafford, id)).followed).toMatchObject({
      baseline: { period: '2021/22', value: 71.6 },
      target: 78
    });
    const { indicators } = valueOf(await viewNeed.run(lead, trafford, {}, world));
    expect(indicators[0]?.baseline).toEqual({ period: '2021/22', value: 71.6 });
  });

  test('bears on the factors of its catalogue', async () => {
    const { indicators } = valueOf(
      await viewNeed.run(lead, trafford, { factor: 'breastfeeding' }, world)
    );
    expect(indicators.map((each) => each.id)).toEqual(['breastfeeding-at-6-to-8-weeks']);
  });
});

test('the application cannot write open data', async () => {
  const settings = { now: world.clock() };
  const write = inTransaction(world, settings, 'write', (tx) =>
    tx.deleteFrom('openValue').execute()
  );
  await expect(write).rejects.toThrow(/permission denied/);
});
