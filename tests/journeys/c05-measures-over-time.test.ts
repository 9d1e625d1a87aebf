import { analyseChart, chartTable } from '#modules/charts';
import { expect, test } from 'vitest';
import { signedIn, withoutScripts, type Person } from '../support/person.ts';

const improvement = '/p/fernhollow/improvement';

/** Twelve weeks about 11 of 20, then twelve about 15: a shift that the rules must name. */
const counts = [
  11, 10, 12, 9, 11, 12, 10, 11, 10, 12, 11, 10, 15, 14, 16, 15, 14, 16, 15, 17, 16, 15, 17, 16
];
const monday = (week: number) =>
  new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10);
const rows = counts.map((count, week) => [monday(week), String(count), '20']);

/** Begins a project with one measure; answers the address of the measure. */
async function measures(person: Person, title: string): Promise<string> {
  await person.page.goto(`${improvement}/new`);
  await person.writes('Title', title);
  await person.presses('Begin the project');
  await person.follows('Add a measure');
  await person.sees('Add a measure');
  await person.writes('What is measured', `${title}: children`);
  await person.presses('Add the measure');
  await person.isTold('Choose what kind of measure it is');
  await person.isTold('Choose what one entry holds');
  await person.ticks('Outcome');
  await person.ticks('So many of so many');
  await person.ticks('More is better');
  await person.writes(/^Goal/, '75');
  await person.presses('Add the measure');
  await person.sees(`${title}: children`);
  return new URL(person.page.url()).pathname;
}

async function pastes(person: Person, measure: string, text: string): Promise<void> {
  await person.page.goto(`${measure}/many`);
  await person.writes(/^Paste rows here/, text);
  await person.presses('Look before saving');
}

test('values are pasted, looked at and saved; the chart says what the rules see, beside the tests', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  const measure = await measures(lead, 'Stories read');
  await lead.reads('No chart yet');
  await lead.opens(`${measure}/add`, 'Add a value');
  await lead.writes('Day', '5');
  await lead.writes('Month', '1');
  await lead.writes('Year', '2026');
  await lead.writes('Numerator', '21');
  await lead.writes('Denominator', '20');
  await lead.presses('Add the value');
  await lead.isTold('21 of only 20 cannot be');
  await lead.writes('Numerator', '12');
  await lead.presses('Add the value');
  await lead.hearsThat('The value is added');

  const bad = [
    ...rows.slice(1, 4),
    ['31/2/2026', '1', '20'],
    ['9/3/2026', '1', '-20'],
    ['16/3/2026', '=A1', '20']
  ];
  await pastes(lead, measure, bad.map((row) => row.join('\t')).join('\n'));
  await lead.isTold('3 rows cannot be read, so nothing was saved');
  await lead.reads('Row 4: the date, 31/2/2026, is not in the calendar.');
  await lead.reads('Row 5: the denominator is −20.');
  await lead.reads('Row 6: “=A1” is a formula.');
  expect(await lead.field(/^Paste rows here/).inputValue()).toContain('31/2/2026');

  await pastes(lead, measure, rows.map((row) => row.join('\t')).join('\n'));
  await lead.sees('Look before saving');
  await lead.reads('1 date has a value already');
  await lead.reads('Replaces 12 of 20');
  await lead.presses('Save 24 values');
  await lead.hearsThat('23 values added, 1 replaced');

  const analysed = analyseChart({
    type: 'run',
    xKind: 'date',
    points: rows.map(([x = '', y, n]) => ({ x, y: Number(y), n: Number(n) })),
    measure: 'Stories read: children',
    unit: '%',
    multiply: 100,
    improvement: 'increase',
    target: { value: 75, label: 'Goal' }
  });
  if (!analysed.ok) throw new Error(analysed.error.kind);
  await lead.sees('Stories read: children');
  await lead.reads(analysed.value.summary);
  expect(analysed.value.signals.length).toBeGreaterThan(0);
  for (const { sentence } of analysed.value.signals) await lead.reads(sentence);
  await lead.page.getByText('Show as a table').click();
  const shown = await lead.page.locator('.chart__table tbody tr').evaluateAll((lines) =>
    // A date leads to the question beside it, which only a screen reader is told.
    lines.map((line) =>
      [...line.children].map((cell) =>
        (cell.textContent?.trim() ?? '').replace(/: why was it so\?$/, '')
      )
    )
  );
  const said = chartTable(analysed.value).rows.map((row) =>
    row.map((cell) => (cell === '' ? '–' : cell))
  );
  expect(shown).toEqual(said);

  // A test of the project stands on the time axis.
  await lead.follows('Stories read');
  await lead.follows('Plan a test');
  await lead.writes('What we will try', 'A bag for each book');
  await lead.writes('Prediction 1', 'More books go home');
  await lead.presses('Save the plan');
  await lead.ticks('Yes, as planned');
  await lead.writes('What happened', 'All bags went home.');
  await lead.writes('Day', '30');
  await lead.writes('Month', '3');
  await lead.writes('Year', '2026');
  await lead.presses('Save what happened');
  await lead.opens(measure, 'Stories read: children');
  expect(await lead.page.locator('.chart svg').first().innerHTML()).toContain(
    'A bag for each book'
  );
  const picture = await lead.page.request.get(`${measure}/chart.svg`);
  expect(await picture.text()).toContain('A bag for each book');

  // A new phase is offered on the chart, and begun with its reason.
  expect(await lead.page.locator('.chart svg').first().innerHTML()).toContain(
    'A new phase from here?'
  );
  await lead.follows('Begin a new phase');
  await lead.sees('Baseline and phases');
  await lead.writes('What changed then', 'Book bags for every group');
  await lead.presses('Begin the phase');
  await lead.hearsThat('The new phase has begun');
  await lead.reads(/up from 55% to \d\d(\.\d)?% since .*, more than chance would do\./);

  await lead.opens('/p/fernhollow/improvement', 'Improvement');
  await lead.reads('Changed for the better');
});

test('bad files end in a clear sentence and leave nothing half-saved', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  const measure = await measures(contributor, 'Bad files');
  const uploads = async (name: string, buffer: Buffer) => {
    await contributor.page.goto(`${measure}/many`);
    await contributor.page
      .getByLabel(/^Or choose a file/)
      .setInputFiles({ name, mimeType: 'text/csv', buffer });
    await contributor.presses('Look before saving');
  };
  await uploads('headings.csv', Buffer.from('Label,Tag,Organisation\nA,B,C\n'));
  await contributor.isTold('The headings must be Date, Numerator, Denominator');
  const day = (index: number) => new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10);
  const many = Array.from({ length: 10_001 }, (_, index) => `${day(index)},1,2`).join('\n');
  await uploads('many.csv', Buffer.from(many));
  await contributor.isTold('There are 10,001 rows; at most 10,000 can be added at once');
  await uploads('picture.csv', Buffer.from('89504e470d0a1a0a0000000d', 'hex'));
  await contributor.isTold('neither a CSV file nor a workbook');
  await uploads('broken.xlsx', Buffer.from('PK\u0003\u0004 and no more', 'latin1'));
  await contributor.isTold('The workbook is damaged');
  const values = await contributor.page.request.get(`${measure}/values.csv`);
  expect((await values.text()).trim().split('\n')).toHaveLength(1);

  // Excel's own CSV, in Windows-1252.
  await uploads(
    'excel.csv',
    Buffer.from('Date,Numerator,Denominator,Note\r\n5/1/2026,12,20,caf\u00e9 closed', 'latin1')
  );
  await contributor.sees('Look before saving');
  await contributor.reads('café closed');
  await contributor.presses('Save 1 value');
  await contributor.hearsThat('1 value added');
});

test('two people who add data to one measure lose nothing', async () => {
  const first = await signedIn('contributor@fernhollow.example', withoutScripts);
  const second = await signedIn('lead@fernhollow.example', withoutScripts);
  const measure = await measures(first, 'Two hands');
  await pastes(
    first,
    measure,
    rows
      .slice(0, 12)
      .map((row) => row.join('\t'))
      .join('\n')
  );
  await pastes(
    second,
    measure,
    rows
      .slice(11)
      .map((row) => row.join('\t'))
      .join('\n')
  );
  await first.presses('Save 12 values');
  await first.hearsThat('12 values added');
  // The last of the first person's dates is the first of the second's: they are shown it before it is replaced.
  await second.presses('Save 13 values');
  await second.isTold('Somebody added values for 23 March 2026 meanwhile');
  await second.reads('Replaces 10 of 20');
  await second.presses('Save 13 values');
  await second.hearsThat('12 values added, 1 replaced');
  const values = await second.page.request.get(`${measure}/values.csv`);
  expect((await values.text()).trim().split('\n')).toHaveLength(25);

  await second.follows(/^Change the value of 23 March 2026/);
  await second.sees('Change the value of 23 March 2026');
  await second.ticks('Shown but not counted');
  await second.presses('Save the value');
  await second.isTold('Say in the note why');
  await second.writes(/^Note/, 'Counted twice by mistake');
  await second.presses('Save the value');
  await second.hearsThat('The value is saved');
  await second.reads('Not counted');
});
