import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { beginPartnership } from '#modules/partnerships/server';
import { readAreas, readNeighbours } from '#modules/vocabulary';
import type { World } from '#platform/command';
import { connect, inTransaction } from '#platform/database';
import { Throttle } from '#platform/throttle';
import { testDatabase } from '../../../../tests/support/database.ts';
import { valueOf } from '../../../../tests/support/good.ts';
import { at, somebody, testWorld } from '../../../../tests/support/world.ts';
import { viewIndicator } from '../indicator/queries.server.ts';
import { replaceAreas, replaceNeighbours } from '../open/store.server.ts';
import { addIndicator } from '../own/commands.server.ts';
import { addValue } from '../own/value-commands.server.ts';
import { carryOn } from './carry-on.server.ts';
import { beginImport, confirmImport, matchColumns, matchNames, undoImport } from './commands.server.ts'; // prettier-ignore
import { viewImport } from './queries.server.ts';

const world = await testWorld();
const later = at(world, '2026-03-05T10:00:00.000Z');
const rowsOf = (file: string): unknown[] =>
  parse(readFileSync(`content/data/${file}`), { columns: true, bom: true });
const areas = valueOf(readAreas(rowsOf('area-lookup/areas.csv')));
const neighbours = valueOf(readNeighbours(rowsOf('england-statistical-neighbours/neighbours.csv')));
const { owner } = await testDatabase();
const asOwner: World = { database: connect(owner), clock: world.clock, newId: randomUUID, throttle: new Throttle() }; // prettier-ignore
await inTransaction(asOwner, { now: world.clock() }, 'write', async (tx) => {
  await replaceAreas(tx, areas);
  await replaceNeighbours(tx, neighbours);
});
await asOwner.database.destroy();

const lead = await somebody(world, 'lead@elsewhere.example');
const about = { slug: 'trafford-elsewhere', kind: 'place', about: '' } as const;
const trafford = valueOf(
  await beginPartnership(world, lead.personId, {
    name: 'Trafford',
    areaCode: 'E08000009',
    nation: 'England',
    ...about
  })
).id;

const councils = areas.filter(
  ({ code, laNumber, endYear }) =>
    laNumber !== null && endYear === null && !code.startsWith('E12') && !code.startsWith('E92')
);
/** In the shape of the Department for Education's files, with figures that are plainly made up. */
const file = (england: number) =>
  [
    'time_period,country_name,region_name,new_la_code,gld_percentage',
    `202425,England,,,${england}`,
    ...['North West', 'London'].map((region) => `202425,England,${region},,61`),
    ...councils.map(({ code, regionName }, index) => `202425,England,${regionName},${code},${50 + (index % 30)}`) // prettier-ignore
  ].join('\n');
const uses = ['period', 'wider-area', 'wider-area', 'area', 'value'];

async function begins(indicatorId: string, england: number, then: World = world): Promise<string> {
  const input = { indicatorId, fileName: 'eyfsp.csv', bytes: Buffer.from(file(england)) };
  const { id } = valueOf(await beginImport.run(lead, trafford, input, then));
  await carryOn(lead, trafford, id, then);
  return id;
}
const looksAt = async (id: string, show = '') =>
  valueOf(await viewImport.run(lead, trafford, { id, show }, world));
async function saves(id: string, then: World = world): Promise<void> {
  const seen = (await looksAt(id)).draft?.touchedAt.toISOString() ?? '';
  valueOf(await confirmImport.run(lead, trafford, { id, seen }, then));
  await carryOn(lead, trafford, id, then);
}

test('of a file of every council the own row is taken, the others stand beside it, and the next file asks nothing', async () => {
  expect(councils.length).toBeGreaterThan(140);
  const given = {
    title: 'Good level',
    unit: 'percent',
    betterWhen: 'high',
    frequency: 'academic-year'
  };
  const { id: indicatorId } = valueOf(await addIndicator.run(lead, trafford, given, world));
  const first = await begins(indicatorId, 60);
  valueOf(await matchColumns.run(lead, trafford, { id: first, uses, indicatorId }, world));
  const asked = await looksAt(first);
  expect(asked.unknown).toEqual([]);
  expect(asked.elsewhere.map(({ kind, names, chosen }) => [kind, names.length, chosen])).toEqual([
    ['nation', 1, null],
    ['region', 9, null],
    ['council', councils.length - 1, null]
  ]);

  const chosen = { nation: 'compare', region: 'compare', council: 'compare' };
  valueOf(await matchNames.run(lead, trafford, { id: first, names: [], elsewhere: chosen }, world));
  await carryOn(lead, trafford, first, world);
  const preview = await looksAt(first);
  expect(preview.counts).toMatchObject({
    added: 1,
    compared: councils.length + 2,
    refused: 0,
    'passed-over': 0
  });
  expect((await looksAt(first, 'compared')).namesElsewhere).toMatchObject({ E92000001: 'England' });
  await saves(first);
  expect((await looksAt(first)).done).toMatchObject({ added: 1, compared: councils.length + 2 });

  const lines = async () => {
    const view = valueOf(await viewIndicator.run(lead, trafford, { id: indicatorId, beside: [] }, world)); // prettier-ignore
    return {
      lines: Object.fromEntries(view.lines.map(({ id, figures }) => [id, figures[0]?.value])),
      besides: view.besides.map(({ kind, rows }) => [kind, rows.length])
    };
  };
  const { lines: drawn, besides } = await lines();
  expect(drawn).toMatchObject({ nation: 60, region: 61 });
  expect(drawn['neighbours']).toBeGreaterThan(0);
  expect(besides).toEqual([['neighbours', 11]]);

  // The same again is nothing new; a revised one changes England alone; taken back, the first stands again.
  const again = await begins(indicatorId, 60);
  expect((await looksAt(again)).draft?.state).toBe('to-confirm');
  expect((await looksAt(again)).counts).toMatchObject({ added: 0, compared: 0, unchanged: councils.length + 3 }); // prettier-ignore
  const revised = await begins(indicatorId, 62, later);
  expect((await looksAt(revised)).counts).toMatchObject({ added: 0, compared: 1 });
  await saves(revised, later);
  expect((await lines()).lines).toMatchObject({ nation: 62 });
  valueOf(await undoImport.run(lead, trafford, { id: revised }, later));
  expect((await lines()).lines).toMatchObject({ nation: 60 });
});

test('a value typed by hand is not of another nation or council either', async () => {
  const given = { title: 'Typed', unit: 'count', betterWhen: 'high', frequency: 'calendar-year' };
  const { id: indicatorId } = valueOf(await addIndicator.run(lead, trafford, given, world));
  const types = (area: string) =>
    addValue.run(lead, trafford, { indicatorId, period: '2024', area, value: '5' }, world);
  for (const area of ['England', 'E06000001', 'Bury Council']) {
    expect(await types(area)).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input', issues: [{ path: 'area' }] }
    });
  }
  expect(await types('Bury')).toMatchObject({ ok: true }); // a ward or a setting may be called so
});
