import { describe, expect, test } from 'vitest';
import { viewImports } from '#modules/indicators/import/server';
import { addMeasure, addProject } from '#modules/improvement/server';
import { addIndicator } from '#modules/indicators/server';
import { viewServices } from '#modules/maps/server';
import { importSettings, previewSettings, viewSettings } from '#modules/settings/server';
import writeXlsxFile from 'write-excel-file/node';
import { inTransaction } from '#platform/database';
import { valueOf } from '../../../tests/support/good.ts';
import { testPlace, testWorld, type TestPlace } from '../../../tests/support/world.ts';
import { importIndicatorValues } from './indicators.ts';
import { importMeasureValues } from './measures.ts';
import type { ImportOptions } from './options.ts';
import { importServices } from './services.ts';
import { importSettingsFile } from './settings.ts';
import type { Hand } from './who.ts';

const world = await testWorld();
const handOf = (place: TestPlace, role: 'coordinator' | 'reader'): Hand => ({
  actor: place.people[role],
  place: place.id,
  world
});
const options = (given: Partial<ImportOptions> = {}): ImportOptions => ({
  file: '/home/somebody/services.csv',
  dryRun: false,
  where: { as: 'somebody@example.org', place: 'here' },
  takeTheRest: false,
  asGuessed: false,
  of: null,
  sheet: null,
  dates: null,
  ...given
});
const workbook = (sheets: Readonly<Record<string, string[][]>>) =>
  writeXlsxFile(
    Object.entries(sheets).map(([sheet, table]) => ({
      sheet,
      data: table.map((row) => row.map((value) => ({ value, type: String })))
    }))
  ).toBuffer();
const directory = Buffer.from('Service name,Ages\nHub,0-2\n,3+\n');

/** The commands that were done, in whose name. */
const commandsDone = (place: TestPlace) =>
  inTransaction(world, { partnershipId: place.id, now: world.clock() }, 'read', (tx) =>
    tx
      .selectFrom('commandRun')
      .select(['command', 'personId'])
      .where('partnershipId', '=', place.id)
      .where('outcome', '=', 'done')
      .execute()
  );

describe('services from the command line', () => {
  test('are saved by the commands of the pages, in the name of the person', async () => {
    const place = await testPlace(world);
    const hand = handOf(place, 'coordinator');
    const guessed = await importServices(hand, directory, options());
    expect(guessed).toMatchObject({ ok: false });
    expect(guessed.ok ? '' : guessed.error).toContain('Service name: Name of the service');

    const refused = await importServices(hand, directory, options({ asGuessed: true }));
    expect(refused.ok ? '' : refused.error).toContain(
      'Row 3 is left out: The service has no name.'
    );

    const asked = options({ asGuessed: true, takeTheRest: true });
    expect(await importServices(hand, directory, { ...asked, dryRun: true })).toMatchObject({
      value: { saved: false, added: [{ name: 'Hub', ages: ['months-0-11', 'months-8-36'] }] }
    });
    const { coordinator } = place.people;
    expect(valueOf(await viewServices.run(coordinator, place.id, {}, world)).total).toBe(0);

    expect(await importServices(hand, directory, asked)).toMatchObject({ value: { saved: true } });
    expect(valueOf(await viewServices.run(coordinator, place.id, {}, world)).total).toBe(1);
    expect(await commandsDone(place)).toContainEqual({
      command: 'maps.confirm-import',
      personId: coordinator.personId
    });
  });

  test('are not saved by somebody whose role does not allow it', async () => {
    const place = await testPlace(world);
    const answer = await importServices(handOf(place, 'reader'), directory, options());
    expect(answer.ok ? '' : answer.error).toBe(
      'This person’s role there does not allow it: it needs services:import.'
    );
  });
});

test('settings from the command line are all right, or none is saved', async () => {
  const place = await testPlace(world);
  const hand = handOf(place, 'coordinator');
  const bad = Buffer.from('Name,Kind\nBrook,Nursery\nMill,Castle\n');
  const answer = await importSettingsFile(hand, bad, options());
  expect(answer.ok ? '' : answer.error).toContain('Castle');
  const good = Buffer.from('Name,Kind\nBrook,Nursery\n');
  expect(await importSettingsFile(hand, good, options({ dryRun: true }))).toMatchObject({
    value: { saved: false, added: [{ name: 'Brook' }] }
  });
  expect(await importSettingsFile(hand, good, options())).toMatchObject({ value: { saved: true } });
  const { settings } = valueOf(
    await viewSettings.run(place.people.coordinator, place.id, {}, world)
  );
  expect(settings).toHaveLength(1);
});

test('settings come from the sheet that is named, with dates in the order of the whole column', async () => {
  const place = await testPlace(world);
  const hand = handOf(place, 'coordinator');
  const dryRun = true;
  const bytes = await workbook({
    Figures: [['Name', 'Kind', 'Places'], ['Brook', 'Nursery', '40'], ['Mill', 'Nursery', '41']],
    Register: [['Name', 'Kind', 'Opened'], ['Dale', 'Nursery', '02/01/2024'], ['Oak', 'Nursery', '01/31/2024']]
  }); // prettier-ignore
  expect(await importSettingsFile(hand, bytes, options({ dryRun }))).toMatchObject({
    value: { added: [{ name: 'Brook' }, { name: 'Mill' }] }
  });
  expect(await importSettingsFile(hand, bytes, options({ dryRun, sheet: 'Register' }))).toMatchObject({
    value: { added: [{ openedOn: '2024-02-01' }, { openedOn: '2024-01-31' }], notes: [expect.stringContaining('Figures'), expect.stringContaining('month first')] as string[] }
  }); // prettier-ignore
  const missing = await importSettingsFile(hand, bytes, options({ dryRun, sheet: 'Registry' }));
  expect(missing.ok ? '' : missing.error).toContain('The sheets are: Figures, Register.');
  const open = Buffer.from('Name,Kind,Opened\nBrook,Nursery,01/02/2024\n');
  for (const [dates, openedOn] of [['day-first', '2024-02-01'], ['month-first', '2024-01-02']] as const) {
    expect(await importSettingsFile(hand, open, options({ dryRun, dates }))).toMatchObject({
      value: { added: [{ openedOn }] }
    });
  } // prettier-ignore
});

test('columns of settings that were matched once are matched so again, in this place alone', async () => {
  const place = await testPlace(world);
  const hand = handOf(place, 'coordinator');
  const bytes = Buffer.from('Site,Sort\nBrook,Nursery\n');
  const cells = [['Name', 'Kind'], ['Mill', 'Nursery']]; // prettier-ignore
  const { fingerprint } = valueOf(
    await previewSettings.run(hand.actor, place.id, { cells }, world)
  );
  const columns = { of: '', headings: ['Site', 'Sort'], uses: ['name', 'kind'] };
  valueOf(await importSettings.run(hand.actor, place.id, { cells, fingerprint, columns }, world));
  expect(await importSettingsFile(hand, bytes, options({ dryRun: true }))).toMatchObject({
    value: { added: [{ name: 'Brook', kind: 'nursery' }] }
  });
  const elsewhere = handOf(await testPlace(world), 'coordinator');
  expect(await importSettingsFile(elsewhere, bytes, options({ dryRun: true }))).toMatchObject({ ok: false });
}); // prettier-ignore

test('values of a measure from the command line are added, and replaced where they were seen', async () => {
  const place = await testPlace(world);
  const { contributor, lead } = place.people;
  const { id: projectId } = valueOf(
    await addProject.run(lead, place.id, { title: 'Stories at home' }, world)
  );
  const measure = {
    projectId,
    title: 'Books read',
    kind: 'outcome',
    valueForm: 'value',
    direction: 'increase',
    frequency: 'weekly'
  };
  valueOf(await addMeasure.run(lead, place.id, measure, world));
  const hand: Hand = { actor: contributor, place: place.id, world };
  const bytes = Buffer.from('Date,Value\n2026-01-05,12\n2026-01-12,14\n');
  const of = options({ of: 'books read' });
  expect(await importMeasureValues(hand, bytes, { ...of, dryRun: true })).toMatchObject({
    value: { saved: false, said: ['2 values to add, 0 to replace.'] }
  });
  expect(await importMeasureValues(hand, bytes, of)).toMatchObject({ value: { saved: true } });
  const changed = Buffer.from('Date,Value\n2026-01-12,15\n');
  expect(await importMeasureValues(hand, changed, of)).toMatchObject({
    value: { saved: true, said: ['0 values to add, 1 to replace.'] }
  });
  const unnamed = await importMeasureValues(hand, bytes, options());
  expect(unnamed.ok ? '' : unnamed.error).toContain('Books read (Stories at home)');
});

test('values of indicators from the command line are read, looked at and saved', async () => {
  const place = await testPlace(world);
  const { coordinator, lead } = place.people;
  const hand = handOf(place, 'coordinator');
  valueOf(
    await addIndicator.run(
      lead,
      place.id,
      { title: 'Books at home', unit: 'count', betterWhen: 'high', frequency: 'financial-year' },
      world
    )
  );
  const bytes = Buffer.from('Period,Value\n2023/24,54\n2024/25,forty\n');
  const of = options({ of: 'books at home' });
  const refused = await importIndicatorValues(hand, bytes, of);
  expect(refused.ok ? '' : refused.error).toContain('Row 3 is left out');
  expect(await importIndicatorValues(hand, bytes, { ...of, dryRun: true })).toMatchObject({
    value: { saved: false, counts: { added: 1, refused: 1 } }
  });
  expect(await importIndicatorValues(hand, bytes, { ...of, takeTheRest: true })).toMatchObject({
    value: { saved: true }
  });
  const { done } = valueOf(await viewImports.run(coordinator, place.id, {}, world));
  expect(done).toMatchObject([
    { fileName: 'services.csv', importedBy: expect.any(String) as string }
  ]);
  const nowhere = await importIndicatorValues(hand, bytes, options({ of: 'Nothing' }));
  expect(nowhere.ok ? '' : nowhere.error).toContain('Books at home');
});
