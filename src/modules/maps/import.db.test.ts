import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { csvText } from '#core/csv';
import { inTransaction } from '#platform/database';
import { valueOf } from '../../../tests/support/good.ts';
import { at, testPlace, testWorld, type TestPlace } from '../../../tests/support/world.ts';
import {
  addService,
  addServices,
  confirmImport,
  discardImport,
  endService,
  exportServices,
  matchImport,
  matchImportAgain,
  previewImport,
  sayMeanings,
  tieServices,
  viewImport,
  viewServices,
  viewSuggestions,
  workbookOf
} from './index.server.ts';
import { suggestedReason } from './sentences.ts';
import { serviceNames } from './stages.ts';
import { connectionsTable, servicesTable } from './tables.ts';

const world = await testWorld();
const fernhollow = fs.readFileSync(
  path.resolve(import.meta.dirname, '../../../content/demo/fernhollow/services.csv')
);

const csv = (text: string) => ({ fileName: 'services.csv', bytes: Buffer.from(text) });

function coordinatorOf(place: TestPlace, when = world) {
  const who = place.people.coordinator;
  return {
    import: async (bytes: Uint8Array, takeTheRest = false) => {
      const file = { fileName: 'a file', bytes };
      const { id } = valueOf(await previewImport.run(who, place.id, file, when));
      const { fingerprint } = previewed(await viewImport.run(who, place.id, { id }, when));
      return confirmImport.run(who, place.id, { id, fingerprint, takeTheRest }, when);
    },
    preview: async (file: { fileName: string; bytes: Uint8Array }) =>
      valueOf(await previewImport.run(who, place.id, file, when)).id,
    look: (id: string) => viewImport.run(who, place.id, { id }, when),
    confirm: (id: string, fingerprint: string, takeTheRest = false) =>
      confirmImport.run(who, place.id, { id, fingerprint, takeTheRest }, when),
    export: async () => valueOf(await exportServices.run(who, place.id, {}, when)),
    list: async () => valueOf(await viewServices.run(who, place.id, {}, when))
  };
}

type Looked = Awaited<ReturnType<typeof viewImport.run>>;

/** The preview of a file; throws where something has to be told first. */
function previewed(answer: Looked) {
  const view = valueOf(answer);
  if (view.step !== 'preview') throw new Error(`The file waits for its ${view.step}.`);
  return view;
}

async function changeCount(place: TestPlace): Promise<number> {
  const settings = { partnershipId: place.id, now: world.clock() };
  return inTransaction(world, settings, 'read', async (tx) => {
    const { count } = await tx
      .selectFrom('change')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('tableName', 'in', ['service', 'service_factor', 'service_connection'])
      .executeTakeFirstOrThrow();
    return count;
  });
}

describe('the demonstration’s spreadsheet', () => {
  test('is taken whole, and a second time changes nothing', async () => {
    const place = await testPlace(world);
    const here = coordinatorOf(place);
    expect(await here.import(fernhollow)).toMatchObject({ value: { added: 14, refused: 0 } });
    const before = await changeCount(place);
    expect(await here.import(fernhollow)).toEqual({
      ok: false,
      error: { kind: 'nothing-to-do' }
    });
    expect(await changeCount(place)).toBe(before);
  });

  test('taken out as CSV or as a workbook and read again changes nothing', async () => {
    const place = await testPlace(world);
    const here = coordinatorOf(place);
    valueOf(await here.import(fernhollow));
    valueOf(
      await here.import(
        Buffer.from(
          'Label,Type,Factors,Ages,Stage,Longitude,Latitude,Source date\n' +
            '=guarded,Group,,,,,,\n'.replace('=', "'=") +
            'Songs outdoors,Group,Nutrition|Play and verbal exchanges,months-0-11|months-8-36,universal,-2.5,53.4,2026-09\n'
        )
      )
    );
    valueOf(
      await here.import(Buffer.from('From,To,Type\nSongs outdoors,Feeding café,referral\n'), true)
    );
    const { services, connections, spine, stages } = await here.export();
    const tables = {
      services: servicesTable(services, serviceNames(spine, stages)),
      connections: connectionsTable(connections, services)
    };
    const nothing = { ok: false, error: { kind: 'nothing-to-do' } };
    expect(await here.import(Buffer.from(csvText(tables.services)))).toEqual(nothing);
    expect(await here.import(Buffer.from(csvText(tables.connections)))).toEqual(nothing);
    const workbook = await workbookOf([
      { name: 'Services', table: tables.services },
      { name: 'Connections', table: tables.connections }
    ]);
    expect(await here.import(workbook)).toEqual(nothing);
  });

  test('taken out has IDs where names alone would not tell services apart, and still changes nothing', async () => {
    const place = await testPlace(world);
    const here = coordinatorOf(place);
    const twins = [
      { name: 'Stay and play', organisation: 'Hub' },
      { name: 'Stay and play', organisation: 'Church' }
    ];
    valueOf(await addServices.run(place.people.coordinator, place.id, { services: twins }, world));
    const { services, spine, stages } = await here.export();
    const table = servicesTable(services, serviceNames(spine, stages));
    expect(table[0]?.[0]).toBe('ID');
    expect(await here.import(Buffer.from(csvText(table)))).toEqual({
      ok: false,
      error: { kind: 'nothing-to-do' }
    });
    expect((await here.list()).total).toBe(2);
  });
});

describe('a preview', () => {
  test('changes nothing, shows each row’s fate, and is carried out as shown', async () => {
    const place = await testPlace(world);
    const here = coordinatorOf(place);
    valueOf(
      await here.import(Buffer.from('Label,Organisation\nRhyme Time,Libraries\nHub,Council\n'))
    );
    const id = await here.preview(
      csv('Label,Organisation\nRhyme Time,Fernhollow Libraries\nHub,Council\nTots,Church\n')
    );
    const { plan, fingerprint } = previewed(await here.look(id));
    expect(plan.added.map((one) => one.details.name)).toEqual(['Tots']);
    expect(plan.changed.map((one) => one.changes)).toEqual([
      [{ field: 'organisation', before: 'Libraries', after: 'Fernhollow Libraries' }]
    ]);
    expect(plan.unchanged.map((one) => one.name)).toEqual(['Hub']);
    expect((await here.list()).total).toBe(2);
    expect(valueOf(await here.confirm(id, fingerprint))).toMatchObject({ added: 1, changed: 1 });
    expect((await here.list()).services.map((one) => one.organisation)).toContain(
      'Fernhollow Libraries'
    );
    expect(await here.look(id)).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  test('with refused rows does nothing until somebody takes the rest', async () => {
    const place = await testPlace(world);
    const here = coordinatorOf(place);
    const id = await here.preview(csv('Label,Description\n=1+1,Tea\nTots,Toys\n'));
    const { fingerprint } = previewed(await here.look(id));
    expect(await here.confirm(id, fingerprint)).toEqual({
      ok: false,
      error: { kind: 'rows-refused', rows: 1 }
    });
    expect((await here.list()).total).toBe(0);
    expect(valueOf(await here.confirm(id, fingerprint, true))).toMatchObject({
      added: 1,
      refused: 1
    });
    expect((await here.list()).services.map((one) => one.name)).toEqual(['Tots']);
  });

  test('is shown again where the services have changed since', async () => {
    const place = await testPlace(world);
    const here = coordinatorOf(place);
    const id = await here.preview(csv('Label,Description\nHub,Tea\n'));
    const { fingerprint } = previewed(await here.look(id));
    valueOf(await addService.run(place.people.contributor, place.id, { name: 'Hub' }, world));
    expect(await here.confirm(id, fingerprint)).toEqual({
      ok: false,
      error: { kind: 'changed-since-preview' }
    });
    const again = previewed(await here.look(id));
    expect(again.plan.changed).toHaveLength(1);
    expect((await here.confirm(id, again.fingerprint)).ok).toBe(true);
  });

  test('waits for two days and no longer', async () => {
    const place = await testPlace(world);
    const id = await coordinatorOf(place).preview(csv('Label\nHub\n'));
    const later = coordinatorOf(place, at(world, '2026-03-04T10:00:01.000Z'));
    expect(await later.look(id)).toEqual({ ok: false, error: { kind: 'not-found' } });
    expect(await later.confirm(id, '')).toEqual({ ok: false, error: { kind: 'not-found' } });
    const other = await later.preview(csv('Label\nHub\n'));
    expect(previewed(await later.look(other)).plan.added).toHaveLength(1);
  });

  test('can be let go', async () => {
    const place = await testPlace(world);
    const here = coordinatorOf(place);
    const id = await here.preview(csv('Label\nHub\n'));
    valueOf(await discardImport.run(place.people.coordinator, place.id, { id }, world));
    expect((await here.look(id)).ok).toBe(false);
  });

  test('is not made of a file that cannot be read', async () => {
    const place = await testPlace(world);
    const who = place.people.coordinator;
    const tooMany = `Label\n${Array.from({ length: 10_001 }, (_, row) => `S${row}`).join('\n')}\n`;
    const kinds = [];
    for (const file of [csv('\n\n'), csv(tooMany), csv('Label\n"open\n')]) {
      const answer = await previewImport.run(who, place.id, file, world);
      kinds.push(answer.ok ? 'ok' : answer.error.kind);
    }
    expect(kinds).toEqual(['empty-file', 'too-many-rows', 'unreadable-csv']);
  });
});

describe('a directory of somebody else', () => {
  const directory = (name: string) =>
    csv(
      `Directory of services\n\nService name,Provider,Ages,Telephone\n${name},Council,0-2,1\nTots,Church,Kids,2\n`
    );

  test('is matched and its words told once; the next goes through by itself', async () => {
    const place = await testPlace(world);
    const who = place.people.coordinator;
    const here = coordinatorOf(place);
    const id = await here.preview(directory('Hub'));
    const view = valueOf(await here.look(id));
    if (view.step !== 'columns') throw new Error(view.step);
    expect(view.tables).toMatchObject([
      {
        headingRow: 3,
        rowCount: 2,
        kind: 'services',
        columns: [
          { heading: 'Service name', samples: ['Hub', 'Tots'], use: 'label' },
          { heading: 'Provider', samples: ['Council', 'Church'], use: 'organisation' },
          { heading: 'Ages', samples: ['0-2', 'Kids'], use: 'ages' },
          { heading: 'Telephone', samples: ['1', '2'], use: null }
        ]
      }
    ]);
    expect(await here.confirm(id, '')).toEqual({ ok: false, error: { kind: 'not-matched' } });

    const uses = ['', 'organisation', 'ages', ''];
    const unnamed = { id, tables: [{ kind: 'services', uses }] };
    expect(await matchImport.run(who, place.id, unnamed, world)).toMatchObject({
      error: { kind: 'invalid-input', issues: [{ path: 'use-0-0' }] }
    });
    const matched = { id, tables: [{ kind: 'services', uses: ['label', ...uses.slice(1)] }] };
    expect(valueOf(await matchImport.run(who, place.id, matched, world)).step).toBe('words');
    const words = valueOf(await here.look(id));
    if (words.step !== 'words') throw new Error(words.step);
    expect(words.open.map(({ text, guess }) => [text, guess])).toEqual([
      ['Kids', null],
      ['0-2', ['months-0-11', 'months-8-36']]
    ]);
    const meanings = words.open.map(({ kind, text, guess }) => ({
      kind,
      text,
      means: guess ?? ['months-30-60']
    }));
    expect(valueOf(await sayMeanings.run(who, place.id, { id, meanings }, world)).step).toBe(
      'preview'
    );
    const { fingerprint, plan } = previewed(await here.look(id));
    expect(plan.added.map(({ details }) => [details.name, details.ages])).toEqual([
      ['Hub', ['months-0-11', 'months-8-36']],
      ['Tots', ['months-30-60']]
    ]);
    valueOf(await here.confirm(id, fingerprint));

    const next = await here.preview(directory('Rhyme Time'));
    expect(previewed(await here.look(next)).plan.added).toMatchObject([
      { details: { name: 'Rhyme Time', ages: ['months-0-11', 'months-8-36'] } }
    ]);
    valueOf(await matchImportAgain.run(who, place.id, { id: next }, world));
    expect(valueOf(await here.look(next))).toMatchObject({
      step: 'columns',
      remembered: { by: expect.any(String) as string }
    });
  });
});

describe('factors suggested for services', () => {
  test('of one import are those that words speak for, and are tied by a press alone', async () => {
    const place = await testPlace(world);
    const { contributor } = place.people;
    const here = coordinatorOf(place);
    valueOf(await addService.run(contributor, place.id, { name: 'Rhymes and songs' }, world));
    const later = at(world, '2026-03-02T10:00:05.000Z');
    const there = coordinatorOf(place, later);
    const done = valueOf(
      await there.import(
        Buffer.from(
          'Label,Description\nVale Food Bank,Parcels\nPeers,Breastfeeding support\nHub,\n'
        )
      )
    );
    const look = async (moment: string) =>
      valueOf(await viewSuggestions.run(contributor, place.id, { at: moment }, world));
    const seen = await look(done.at);
    const said = seen.suggested.flatMap(({ factor, ties }) =>
      ties.map(({ name, word, field }) => [factor, name, word, field])
    );
    expect(said).toEqual([
      ['parent-stress', 'Vale Food Bank', 'food bank', 'name'],
      ['breastfeeding', 'Peers', 'breastfeeding', 'description']
    ]);
    expect(seen.others.map(({ name }) => name)).toEqual(['Hub']);
    expect((await here.list()).services.flatMap((one) => one.factors)).toEqual([]);

    const ties = seen.suggested.flatMap(({ factor, ties: all }) =>
      all.map(({ id, word, field }) => ({
        serviceId: id,
        factor,
        reason: suggestedReason(word, field)
      }))
    );
    valueOf(await tieServices.run(contributor, place.id, { ties }, world));
    const after = await look(done.at);
    expect([after.suggested, after.others.length, after.of]).toEqual([[], 1, 2]);
    const all = await look('');
    expect(all.suggested.map(({ factor }) => factor)).toEqual(['play-and-verbal-exchanges']);
    const peers = (await here.list()).services.find(({ name }) => name === 'Peers');
    expect(peers?.factors).toEqual([
      { factor: 'breastfeeding', reason: 'Suggested by “breastfeeding” in its description.' }
    ]);
  });
});

describe('an import', () => {
  test('of ended services leaves them ended', async () => {
    const place = await testPlace(world);
    const here = coordinatorOf(place);
    valueOf(await here.import(Buffer.from('Label\nHub\n')));
    const [hub] = (await here.list()).services;
    valueOf(await endService.run(place.people.contributor, place.id, { id: hub?.id }, world));
    expect(valueOf(await here.import(Buffer.from('Label,Description\nHub,Tea\n')))).toMatchObject({
      added: 0,
      changed: 1
    });
    expect((await here.list()).here).toEqual({ active: 0, ended: 1 });
  });

  test('of factors ties services, and takes ties away that the file does not name', async () => {
    const place = await testPlace(world);
    const here = coordinatorOf(place);
    valueOf(await here.import(Buffer.from('Label,Factors\nHub,Nutrition|Schools\n')));
    valueOf(await here.import(Buffer.from('Label,Factors\nHub,Schools|Antenatal care\n')));
    const [hub] = (await here.list()).services;
    expect(hub?.factors.map((tie) => tie.factor)).toEqual(['antenatal-care', 'schools']);
  });

  test('of more rows than one statement could name is done, and done again differently', async () => {
    // A statement has at most 65,535 parameters, and a service has twenty columns.
    const rowCount = 3400;
    const place = await testPlace(world);
    const here = coordinatorOf(place);
    const rows = (word: string) =>
      Buffer.from(
        `Label,Description,Factors\n${Array.from({ length: rowCount }, (_, row) => `S${row},${word},Nutrition`).join('\n')}\n`
      );
    expect(valueOf(await here.import(rows('Tea')))).toMatchObject({ added: rowCount });
    expect(valueOf(await here.import(rows('Toast')))).toMatchObject({ changed: rowCount });
  });
});
