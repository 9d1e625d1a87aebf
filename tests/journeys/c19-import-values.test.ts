import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { expect, test } from 'vitest';
import { phone } from '../support/browser.ts';
import { signedIn, withoutScripts, type Person } from '../support/person.ts';

const need = '/p/fernhollow/need';
const unique = (words: string) => `${words} ${randomUUID().slice(0, 8)}`;

/** Adds an indicator counted every quarter; answers its address. */
async function addsAnIndicator(lead: Person, title: string): Promise<string> {
  await lead.page.goto(`${need}/add`);
  await lead.writes('Name', title);
  await lead.page
    .getByLabel('How often')
    .selectOption({ label: 'Every quarter of the financial year' });
  await lead.ticks('Postnatal care');
  await lead.presses('Add the indicator');
  await lead.hearsThat('The indicator is added');
  return new URL(lead.page.url()).pathname.replace(/\/values$/, '');
}

async function hands(person: Person, name: string, content: string | Buffer): Promise<void> {
  await person.page
    .getByLabel(/^File with values/)
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await person.presses('Read the values');
}

test('a long CSV with headings of its own is matched once, looked at, saved, and taken back, without scripts', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  const [title, heading, ward] = [unique('Talk reviews'), unique('Measured'), unique('Hope ward')];
  const address = await addsAnIndicator(lead, title);
  await lead.page.goto(address);
  await lead.follows('Import values from a file');
  await lead.sees('Import values');
  await lead.presses('Read the values');
  await lead.isTold('Choose a file, or paste its rows');

  // As Excel for Windows saves it on a continental machine: semicolons, decimal commas, single bytes.
  const file = (extra: string) =>
    Buffer.from(
      `When;Where;${heading};Remarks\r\n2025/26 Q1;;54,5;Caf\u00e9 counted\r\n2025/26 Q1;${ward};1.204,5;\r\n2025/26 Q2;${ward};c;\r\n${extra}`,
      'latin1'
    );
  await hands(lead, 'reviews.csv', file('2025/26 Q9;;52;\r\n'));
  await lead.sees('What the columns hold');
  await lead.chooses('When', 'Period');
  await lead.chooses('Where', 'Area');
  await lead.chooses(heading, 'Value');
  await lead.chooses('Remarks', 'Note');
  await lead.presses('Go on');
  await lead.isTold('Say what an empty cell for the area or the group means');
  await lead.ticks('the whole place, and everybody');
  await lead.presses('Go on');
  await lead.sees('What the names mean');
  await lead.reads(ward);
  await lead.presses('Go on');

  await lead.sees('Check what would change');
  await lead.reads('A percentage lies between 0 and 100, not 1204.5');
  await lead.reads('Write the period like 2024/25 Q3');
  await lead.presses('Save these values');
  await lead.isTold('2 rows cannot be taken');
  const left = await lead.page.request.get(`${new URL(lead.page.url()).pathname}/left-out.csv`);
  expect(await left.text()).toContain('2025/26 Q9,,52,,5,');

  await lead.ticks('Take the good rows, and leave out the 2 rows below');
  await lead.presses('Save these values');
  await lead.sees('Import');
  await lead.reads('2 added, 0 changed');
  await lead.page.goto(`${address}/values`);
  await lead.reads('Café counted');
  await lead.reads('Marked “c” in the file: hidden to protect people.');
  await lead.chooses('Values of', ward);
  await lead.presses('Show');
  await lead.reads('Hidden');

  // The same again: matched by itself, and nothing to do.
  await lead.page.goto(`${need}/import?indicator=${address.split('/').at(-1)}`);
  await hands(lead, 'reviews.csv', file('2025/26 Q9;;52;\r\n'));
  await lead.sees('Check what would change');
  await lead.reads('This same file was imported before');
  await lead.reads('The columns were matched by themselves');
  await lead.reads('There is nothing new in this file');

  await lead.follows('See that import');
  await lead.follows('Undo this import');
  await lead.sees('Undo this import');
  await lead.reads('2 that came with the file will be taken out');
  await lead.presses('Undo the import');
  await lead.hearsThat('The import is undone: 2 values are what they were before');
  await lead.reads('This import is undone');
  await lead.page.goto(`${address}/values`);
  await lead.reads('No values yet');
});

test('a wide workbook brings the values of wards, on a phone; what somebody changes meanwhile is shown, not written over', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', { viewport: phone });
  const lead = await signedIn('lead@fernhollow.example');
  const [title, ward] = [unique('Songs at home'), unique('Mill ward')];
  const address = await addsAnIndicator(lead, title);
  await lead.page.goto(`${address}/values`);
  await lead.writes('Period', '2025/26 Q1');
  await lead.writes(/^Area/, ward);
  await lead.writes(/^Value/, '40');
  await lead.presses('Save the value');
  await lead.hearsThat('The value is saved');

  const data = [
    ['Songs at home, by ward'],
    [],
    ['Indicator', 'Ward', '2025/26 Q1', '2025/26 Q2'],
    [title, ward, 41.5, '43 [p]']
  ].map((row) => row.map((value) => ({ value })));
  const workbook = await writeXlsxFile(data as SheetData).toBuffer(); // rows of plain cells
  await contributor.page.goto(`${need}/import`);
  await hands(contributor, 'wards.xlsx', workbook);
  await contributor.page.waitForURL(/import\/[0-9a-f-]{36}/);
  await expect
    .poll(() => contributor.page.getByRole('heading', { level: 1 }).textContent())
    .toMatch(/What the columns hold|Check what would change/);
  if ((await contributor.page.getByRole('button', { name: 'Go on' }).count()) > 0) {
    await contributor.findsNoFault();
    await contributor.presses('Go on');
  }
  await contributor.sees('Check what would change');
  await contributor.reads('41.5%');

  await lead.follows('2025/26 Q1');
  await lead.writes(/^Value/, '45');
  await lead.presses('Save');
  await lead.hearsThat('The value is changed');

  await contributor.presses('Save these values');
  await contributor.sees('Check what would change');
  await contributor.reads('Somebody changed these values while you were looking');
  await contributor.reads('45.0%');
  await contributor.presses('Save these values');
  await contributor.sees('Import');
  await contributor.reads('1 added, 1 changed');
  await contributor.page.goto(`${address}/values`);
  await contributor.reads('Provisional');
});

test('a file that is none says so; a long one shows how far it is, and others are answered meanwhile', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.page.goto(`${need}/import`);
  await hands(lead, 'picture.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
  await lead.page.waitForURL(/import\/[0-9a-f-]{36}/);
  await lead.sees('The file could not be read');
  await lead.reads('The workbook is damaged');
  await lead.presses('Choose another file');
  await lead.hearsThat('Nothing was saved from it');

  const title = unique('Visits');
  const address = await addsAnIndicator(lead, title);
  await lead.page.goto(`${need}/import?indicator=${address.split('/').at(-1)}`);
  const zones = Array.from(
    { length: 10_000 },
    (_, index) => `${index % 4 === 0 ? 'x' : index % 90}`
  );
  const rows = zones.map((value, index) => `${2000 + (index % 25)}/${String(1 + (index % 25)).padStart(2, '0')} Q${1 + (index % 4)},Most of ${Math.floor(index / 100)},${value}`); // prettier-ignore
  await hands(lead, 'visits.csv', ['period,group,value', ...rows].join('\n'));
  await lead.page.waitForURL(/import\/[0-9a-f-]{36}/);
  await expect
    .poll(() => lead.page.getByRole('heading', { level: 1 }).textContent())
    .toBe('What the names mean');
  const answer = await lead.page.request.get(`${need}/import`);
  expect(await answer.text()).toContain('visits.csv');
});

/** A file in the shape of the Department for Education's, of England, its regions and 150 councils; all figures are made up. */
function fileOfEveryCouncil(year: string, figure: number): string {
  type Area = { area_code: string; area_name: string; region_name: string; upper_tier: string; end_year: string }; // prettier-ignore
  const areas: Area[] = parse(readFileSync('content/data/area-lookup/areas.csv'), { columns: true, bom: true }); // prettier-ignore
  const councils = areas
    .filter(
      (area) =>
        /^E(06|08|09|10)/.test(area.area_code) && area.upper_tier === 'yes' && area.end_year === ''
    ) // prettier-ignore
    .slice(0, 149);
  expect(councils).toHaveLength(149);
  const row = (level: string, region: string, la: string, value: number) =>
    `${year},Academic year,${level},England,${region},"${la}",${value}`;
  return [
    'time_period,time_identifier,geographic_level,country_name,region_name,la_name,gld_percentage',
    row('National', '', '', 67),
    row('Regional', 'North West', '', 66),
    ...councils.map((area, index) => row('Local authority', area.region_name, area.area_name, 50 + (index % 30))), // prettier-ignore
    row('Local authority', 'North West', 'Fernhollow', figure)
  ].join('\n');
}

test('of a publisher’s file of 150 councils the own row comes in and England stands beside it, in five presses; next year in two', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.page.goto(`${need}/add`);
  await lead.writes('Name', unique('Ready at five'));
  await lead.page.getByLabel('How often').selectOption({ label: 'Every school year' });
  await lead.ticks('Postnatal care');
  await lead.presses('Add the indicator');
  const address = new URL(lead.page.url()).pathname.replace(/\/values$/, '');
  const importing = `${need}/import?indicator=${address.split('/').at(-1)}`;
  let presses = 0;
  const pressing = async (button: string) => {
    presses += 1;
    await lead.presses(button);
  };
  const handing = async (content: string) => {
    await lead.page.goto(importing);
    await lead.page
      .getByLabel(/^File with values/)
      .setInputFiles({ name: 'eyfsp.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
    await pressing('Read the values');
  };

  await handing(fileOfEveryCouncil('202425', 68.2));
  await lead.sees('What the columns hold');
  await lead.reads('This looks like a file of Explore Education Statistics');
  await lead.findsNoFault();
  await pressing('Go on');
  await lead.sees('What the names mean');
  await lead.reads('Other councils (149)');
  await lead.findsNoFault();
  presses += 1;
  await lead.marks(lead.page.locator('input[name="elsewhere-nation"][value="compare"]'));
  await pressing('Go on');
  await lead.sees('Check what would change');
  await lead.reads('68.2%');
  await pressing('Save these values');
  await lead.sees('Import');
  await lead.reads('1 added, 0 changed');
  await lead.reads('1 of other places is kept, to compare with');
  expect(presses).toBeLessThan(10);
  expect(presses).toBe(5);

  await lead.page.goto(address);
  await lead.reads('England');
  await lead.reads('67.0%');

  presses = 0;
  await handing(fileOfEveryCouncil('202526', 69.4));
  await lead.sees('Check what would change');
  await lead.reads('69.4%');
  await pressing('Save these values');
  await lead.reads('1 added, 0 changed');
  expect(presses).toBe(2);
});
