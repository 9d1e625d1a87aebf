import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { connect, inTransaction } from '#platform/database';
import type { World } from '#platform/command';
import { Throttle } from '#platform/throttle';
import { testDatabase } from '../../../../tests/support/database.ts';
import { testWorld } from '../../../../tests/support/world.ts';
import { loadOpenData } from './load.server.ts';
import * as store from './store.server.ts';

const world = await testWorld();
const { owner } = await testDatabase();
const content = path.resolve(import.meta.dirname, '../../../../content');
const asOwner: World = {
  database: connect(owner),
  clock: world.clock,
  newId: randomUUID,
  throttle: new Throttle()
};

const parts = [
  'area-lookup',
  'england-statistical-neighbours',
  'indicators',
  'england-eyfsp-gld-by-fsm',
  'england-eyfsp-national-trend',
  'england-early-years-indicators',
  'england-childhood-immunisation-quarterly',
  'scotland-27-30-month',
  'scotland-npf-children-by-simd',
  'trafford-wards',
  'outlines of england-upper-tier',
  'outlines of scotland-councils',
  'outlines of trafford-wards'
];

describe('loading the open data', () => {
  test('loads every part once, and nothing when the files are the same', async () => {
    expect(await loadOpenData(asOwner, content)).toEqual({ ok: true, value: { loaded: parts } });
    expect(await loadOpenData(asOwner, content)).toEqual({ ok: true, value: { loaded: [] } });
  });

  test('gives the figures as they were published, whoever asks', async () => {
    const figures = await inTransaction(world, { now: world.clock() }, 'read', (tx) =>
      store.openFigures(tx, {
        indicators: ['good-level-of-development'],
        areas: ['E08000009'],
        breakdowns: ['fsm']
      })
    );
    // From the published file: Trafford, children eligible for free school meals.
    expect(figures.map(({ period, value, status }) => [period, value, status])).toEqual([
      ['2015/16', 47, 'published'],
      ['2016/17', 48, 'published'],
      ['2017/18', 50, 'published'],
      ['2018/19', 56, 'published'],
      ['2019/20', null, 'not-collected'],
      ['2020/21', null, 'not-collected'],
      ['2021/22', 47.5, 'published'],
      ['2022/23', 47.5, 'published'],
      ['2023/24', 47.7, 'published'],
      ['2024/25', 48.6, 'published']
    ]);
  });

  test('says in which nations an indicator has figures', async () => {
    const found = await inTransaction(world, { now: world.clock() }, 'read', (tx) =>
      store.loadedIndicators(tx, ['good-level-of-development', 'primary-literacy-expected-level'])
    );
    expect(found.map(({ id, countries }) => [id, countries])).toEqual([
      ['good-level-of-development', ['England']],
      ['primary-literacy-expected-level', ['Scotland']]
    ]);
    expect(found[1]?.attribution).toContain('Open Government Licence');
  });

  test('refuses to be written by the application', async () => {
    const answer = loadOpenData(
      { ...asOwner, database: world.database },
      path.join(content, '../tests/none')
    );
    await expect(answer).rejects.toThrow();
    await expect(
      inTransaction(world, { now: world.clock() }, 'write', (tx) => store.replaceNeighbours(tx, []))
    ).rejects.toThrow(/permission denied/);
  });
});
