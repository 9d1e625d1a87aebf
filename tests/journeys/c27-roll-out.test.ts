import writeXlsxFile from 'write-excel-file/node';
import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const rollOuts = '/p/fernhollow/improvement/roll-out';

test('a lead sees how far a change has spread as list, map and curve, and takes it away', async () => {
  const lead = await signedIn('lead@fernhollow.example');
  await lead.opens(rollOuts, 'Roll-out');
  await lead.reads('5 of 10 settings use it, 3 of them fully');
  await lead.follows('Story bag with a two-minute show');
  await lead.sees('Story bag with a two-minute show');
  const address = new URL(lead.page.url()).pathname;
  await lead.reads('Rests on one setting');

  await lead.opens(`${address}?view=curve`, 'Story bag');
  await lead.reads('One setting stopped on the way');
  await lead.reads('The worker who showed the bag has moved');

  // The filter is in the address, and the map has the numbers of the table.
  await lead.opens(`${address}?view=map&standing=fully`, 'Story bag');
  await lead.reads('3 settings found');
  const marks = lead.page.locator('svg.wide a');
  expect(await marks.count()).toBe(3);
  expect(await marks.first().getAttribute('aria-label')).toMatch(
    /^1\. Bridge Nursery: using it fully since 28 September 2026$/
  );

  const shared = await lead.page.request.get(`${address}/areas.csv`);
  expect(await shared.text()).toContain('Weir Road');
  expect(await shared.text()).not.toMatch(/^Weir Road,/m);
  const list = await lead.page.request.get(`${address}/settings.csv?standing=stopped`);
  expect((await list.text()).trim().split('\r\n')).toHaveLength(2);
});

test('every setting on the map is reached and opened from the keyboard', async () => {
  const reader = await signedIn('reader@fernhollow.example');
  await reader.opens(rollOuts, 'Roll-out');
  await reader.follows('Story bag with a two-minute show');
  await reader.sees('Story bag');
  await reader.page.goto(`${new URL(reader.page.url()).pathname}?view=map`);
  const marks = reader.page.locator('svg.wide a');
  await marks.first().focus();
  for (let at = 1; at < (await marks.count()); at++) {
    await reader.page.keyboard.press('Tab');
    const label = await marks.nth(at).getAttribute('aria-label');
    expect(
      await reader.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    ).toBe(label);
  }
  await reader.page.keyboard.press('Enter');
  await reader.sees('Weir Road Playgroup');
  await reader.reads('Stopped since 12 October 2026');
});

test('a head of centre says on a phone, without scripts, where the centre is now', async () => {
  const head = await signedIn('contributor@fernhollow.example', {
    ...withoutScripts,
    viewport: { width: 360, height: 740 }
  });
  await head.page.goto(rollOuts);
  await head.follows('Story bag with a two-minute show');
  await head.follows('North Field Playgroup');
  await head.sees('North Field Playgroup');
  await head.reads('Nothing has been said of this setting yet');
  await head.ticks('Stopped');
  await head.presses('Say where it is');
  await head.isTold('Enter why it stopped');
  await head.ticks('Preparing');
  await head.writes('Who says so (a role) (optional)', 'Head of centre');
  await head.presses('Say where it is');
  await head.hearsThat('Where this setting stands is written down');
  await head.reads(/Preparing since/);

  await head.follows('Early learning and childcare centre');
  await head.reads('Changes it uses');
  await head.reads('Preparing');
});

test('a lead begins a roll-out, and a coordinator brings settings from a spreadsheet first', async () => {
  const coordinator = await signedIn('coordinator@fernhollow.example', withoutScripts);
  const settings = '/p/fernhollow/settings/nurseries';
  await coordinator.opens(`${settings}/import`, 'Import settings');
  await coordinator.writes(
    'Or paste rows here (optional)',
    'Name,Kind,Latitude\nHill Nursery,Nursery,54.6\n'
  );
  await coordinator.presses('Look before saving');
  await coordinator.isTold('One row cannot be read');
  await coordinator.reads('Row 2: a position needs both latitude and longitude.');
  // The register is the second sheet of a workbook, its names stand under a word of its own, and its dates could be read in two ways.
  const workbook = {
    Fees: [['2024', '40', '41', '42']],
    Register: [
      ['Hut', 'Kind', 'Area', 'Opened on'],
      ['Hill Nursery', 'Nursery', 'Hill', '02/03/2024']
    ]
  };
  await coordinator.page.getByLabel(/^File/).setInputFiles({
    name: 'register.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await writeXlsxFile(
      Object.entries(workbook).map(([sheet, rows]) => ({
        sheet,
        data: rows.map((row) => row.map((value) => ({ value, type: String })))
      }))
    ).toBuffer()
  });
  await coordinator.presses('Look before saving');
  await coordinator.reads('This is the sheet Fees');
  await coordinator.presses('Read “Register”');
  await coordinator.chooses('Hut', 'Name');
  await coordinator.presses('Read them so');
  await coordinator.sees('Look before saving');
  await coordinator.reads('02/03/2024 as 2 March 2024');
  await coordinator.presses('Read it as 3 February 2024');
  await coordinator.reads('02/03/2024 as 3 February 2024');
  await coordinator.reads('1 setting would be added, 0 changed, 0 stay as they are');
  await coordinator.presses('Save these settings');
  await coordinator.hearsThat('1 added, 0 changed, 0 as they were');
  await coordinator.opens(`${settings}/import`, 'Import settings');
  await coordinator.writes('Or paste rows here (optional)', 'Hut,Kind,Area,Opened on\nHill Nursery,,,2024-02-03\n'); // prettier-ignore
  await coordinator.presses('Look before saving');
  await coordinator.reads('0 settings would be added, 1 changed, 0 stay as they are');
  await coordinator.reads(/matched these headings/);

  // The wards are drawn under the settings.
  const ward = (name: string, west: number) => ({
    type: 'Feature',
    properties: { WD24NM: name },
    geometry: {
      type: 'Polygon',
      coordinates: [[[west, 54.5], [west + 0.1, 54.5], [west, 54.6], [west, 54.5]]]
    }
  }); // prettier-ignore
  const wards = { type: 'FeatureCollection', features: [ward('Hill', 3), ward('Brook', 3.1)] };
  await coordinator.opens(`${settings}/areas`, 'Outlines of areas');
  await coordinator.page.getByLabel('Boundaries').setInputFiles({
    name: 'wards.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify(wards))
  });
  await coordinator.writes('Where they come from', 'Drawn for this journey');
  await coordinator.presses('Save the outlines');
  await coordinator.hearsThat('2 outlines are saved');
  await coordinator.reads('Areas: Brook, Hill');

  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(`${rollOuts}/new`, 'Begin a roll-out');
  await lead.presses('Begin the roll-out');
  await lead.isTold('Enter a title');
  await lead.writes('Title', 'Quiet corner');
  await lead.ticks(/^Nursery \(4\)/);
  await lead.presses('Begin the roll-out');
  await lead.hearsThat('The roll-out has begun');
  await lead.reads('0 of 4 settings use it');
  await lead.opens('/p/fernhollow/settings/nurseries?view=map', 'Nurseries and other settings');
});
