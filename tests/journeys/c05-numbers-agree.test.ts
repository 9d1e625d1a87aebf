import fs from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { run as cairnChart } from '../../src/cli/chart.ts';
import { phone } from '../support/browser.ts';
import { signedIn, withoutScripts, type Person } from '../support/person.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const improvement = '/p/fernhollow/improvement';

/** Begins a project with one measure of shares; answers the address of the measure. */
async function measures(person: Person, title: string): Promise<string> {
  await person.page.goto(`${improvement}/new`);
  await person.writes('Title', title);
  await person.presses('Begin the project');
  await person.follows('Add a measure');
  await person.writes('What is measured', title);
  await person.ticks('Outcome');
  await person.ticks('So many of so many');
  await person.ticks('More is better');
  await person.writes(/^Goal/, '70');
  await person.presses('Add the measure');
  await person.sees(title);
  return new URL(person.page.url()).pathname;
}

const weeks = 200;
const monday = (week: number) => new Date(Date.UTC(2022, 0, 3 + 7 * week));
const said = (at: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(at);

/** The ways in which people here write a date, one after another. */
function written(week: number): string {
  const at = monday(week);
  const ways = [
    said(at, { day: 'numeric', month: 'numeric', year: 'numeric' }),
    said(at, { day: 'numeric', month: 'short', year: 'numeric' }),
    said(at, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }),
    `w/c ${said(at, { day: '2-digit', month: '2-digit', year: '2-digit' })}`
  ];
  return ways[week % ways.length] ?? '';
}

/** About 11 of 20 at first and 14 of 20 from the half on, with some of 18 and 22, and a blank now and then. */
function counted(week: number): [string, string] {
  if (week % 40 === 39) return ['', ''];
  const of = 20 + ((week * 7) % 3) * 2 - 2;
  const wobble = ((week * 13) % 7) - 3;
  return [String(Math.max(0, (week < weeks / 2 ? 11 : 14) + wobble)), String(of)];
}

const sheet = [
  ['Stories, all rooms', '', ''],
  ['Week', 'Children', ''],
  ['', 'Yes', 'Out of'],
  ...Array.from({ length: weeks }, (_, week) => [written(week), ...counted(week)]),
  ['', '', '']
];

type Answer = {
  readonly summary: string;
  readonly phases: readonly { centre: number; lower: number | null; upper: number | null }[];
  readonly signals: readonly { readonly sentence: string }[];
};

/** What the command line says of a file, and the numbers it writes. */
async function chartOf(data: string, folder: string) {
  const file = path.join(folder, 'values.csv');
  const out = path.join(folder, 'chart.csv');
  fs.writeFileSync(file, data);
  let printed = '';
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      printed += chunk.toString();
      done();
    }
  });
  const streams = { stdin: process.stdin, stdout: stream, stderr: stream };
  const settings = ['--type', 'p', '--multiply', '100', '--unit', '%', '--target', '70'];
  const named = ['--measure', 'Stories of 200 weeks', '--better', 'up', '--target-label', 'Goal'];
  const code = await cairnChart(['--csv', file, '--out', out, ...settings, ...named], streams);
  expect({ code, printed }).toMatchObject({ code: 0 });
  const [head = '', ...lines] = fs.readFileSync(out, 'utf8').trim().split('\r\n');
  const names = head.split(',');
  const rows = lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
  return { answer: JSON.parse(printed) as Answer, rows };
}

/** A number of the page as it is written there, beside one of the command line rounded as that is. */
function sameDigits(shown: string, exact: string): [string, string] {
  const plain = shown.replaceAll(',', '').replace('−', '-');
  const digits = plain.split('.')[1]?.length ?? 0;
  return [plain, exact === '' ? exact : Number(exact).toFixed(digits)];
}

test('two hundred values of a spreadsheet are pasted; every number of the page is the number of cairn chart', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  const measure = await measures(lead, 'Stories of 200 weeks');
  await lead.page.goto(`${measure}/many`);
  await lead.writes(/^Paste rows here/, sheet.map((row) => row.join('\t')).join('\n'));
  await lead.presses('Look before saving');
  await lead.sees('Look before saving');
  await lead.reads('200 new, 0 replaced');
  await lead.presses('Save 200 values');
  await lead.hearsThat('200 values added');
  await lead.reads('Why a run chart?');

  await lead.follows('Change the measure');
  await lead.chooses(/^Chart/, 'P chart');
  await lead.writes(/^Why this chart/, 'The number asked differs from week to week');
  await lead.presses('Save');
  await lead.sees('Stories of 200 weeks');
  await lead.page.getByText('Why a P chart?').click();
  await lead.reads('The number asked differs from week to week');

  const folder = makeTemporaryFolder('chart');
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  const data = await (await lead.page.request.get(`${measure}/values-as-entered.csv`)).text();
  const { answer, rows } = await chartOf(data, folder);
  expect(rows).toHaveLength(weeks);
  expect(answer.signals.length).toBeGreaterThan(0);
  await lead.reads(answer.summary);
  for (const { sentence } of answer.signals) await lead.reads(sentence);

  await lead.page.getByText('Show as a table').click();
  const table = lead.page.locator('.chart__table table');
  const headings = (await table.locator('thead th').allInnerTexts()).map((one) => one.trim());
  const columnOf = (heading: string): string =>
    ({ Count: 'numerator', Of: 'denominator' })[heading] ??
    (heading.startsWith('Mean')
      ? 'centre'
      : heading.startsWith('Lower')
        ? 'lower'
        : heading.startsWith('Upper')
          ? 'upper'
          : heading.startsWith('Stories of')
            ? 'value'
            : '');
  const shown = await table
    .locator('tbody tr')
    .evaluateAll((lines) =>
      lines.map((line) => [...line.children].map((cell) => cell.textContent?.trim() ?? ''))
    );
  expect(shown).toHaveLength(weeks);
  const compared = headings.map(columnOf).filter((name) => name !== '');
  expect(compared.sort()).toEqual([
    'centre',
    'denominator',
    'lower',
    'numerator',
    'upper',
    'value'
  ]);
  const differing = shown.flatMap((cells, row) =>
    headings.flatMap((heading, column) => {
      const name = columnOf(heading);
      const text = cells[column] ?? '';
      if (name === '' || !/\d/.test(text)) return [];
      const [page, command] = sameDigits(text, rows[row]?.[name] ?? '');
      return page === command ? [] : [{ row, heading, page, command }];
    })
  );
  expect(differing).toEqual([]);
  // The lines of the picture carry the same numbers as labels.
  const centre = answer.phases.at(-1)?.centre ?? 0;
  expect(await lead.page.locator('.chart svg').first().innerHTML()).toContain(
    `Mean ${centre.toFixed(1)}%`
  );
});

test('a point of the chart leads to the question why, by keyboard and without scripts', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', {
    ...withoutScripts,
    viewport: phone
  });
  const measure = await measures(contributor, 'Points that ask');
  await contributor.page.goto(`${measure}/many`);
  const few = Array.from({ length: 12 }, (_, week) =>
    [monday(week).toISOString().slice(0, 10), String(10 + (week % 3)), '20'].join('\t')
  );
  await contributor.writes(/^Paste rows here/, few.join('\n'));
  await contributor.presses('Look before saving');
  await contributor.presses('Save 12 values');
  await contributor.hearsThat('12 values added');
  const point = contributor.page.locator('.narrow').getByRole('link', { name: /^17 Jan.*60%/ });
  await point.focus();
  await contributor.page.keyboard.press('Enter');
  await contributor.reads('Why was it so on 17 January 2022?');
  await contributor.reads('The value was 12 of 20');
  await contributor.presses('Put it on the chart');
  await contributor.isTold('Enter what happened then');
  await contributor.reads('Why was it so on 17 January 2022?');
  await contributor.writes('What happened then', 'A grandparent read');
  await contributor.presses('Put it on the chart');
  await contributor.hearsThat('The mark is on the chart');
  await contributor.reads('17 January 2022: A grandparent read');
  // The table leads there as well, from every row.
  await contributor.page.getByText('Show as a table').click();
  await contributor.page.getByRole('link', { name: /^3 Jan.*why was it so/ }).click();
  await contributor.reads('Why was it so on 3 January 2022?');
});

test('two people who add values at the same moment lose neither, and one date is not written over', async () => {
  const first = await signedIn('contributor@fernhollow.example', withoutScripts);
  const second = await signedIn('lead@fernhollow.example', withoutScripts);
  const measure = await measures(first, 'At one moment');
  const people = [first, second] as const;
  const adds = async (person: Person, date: readonly [string, string, string], value: string) => {
    await person.page.goto(`${measure}/add`);
    for (const [index, part] of ['Day', 'Month', 'Year'].entries())
      await person.writes(part, date[index] ?? '');
    await person.writes('Numerator', value);
    await person.writes('Denominator', '20');
  };
  await adds(first, ['2', '3', '2026'], '11');
  await adds(second, ['9', '3', '2026'], '12');
  await Promise.all(people.map((person) => person.presses('Add the value')));
  for (const person of people) await person.hearsThat('The value is added');

  await adds(first, ['16', '3', '2026'], '13');
  await adds(second, ['16', '3', '2026'], '14');
  await Promise.all(people.map((person) => person.presses('Add the value')));
  const told = await Promise.all(
    people.map(async (person) => {
      const told = person.page.getByText(
        /The value is added|There is a value for 16 March 2026 already/
      );
      await told.first().waitFor();
      return told.first().innerText();
    })
  );
  expect(
    told.filter((one) => one.includes('There is a value for 16 March 2026 already'))
  ).toHaveLength(1);
  const values = await (await first.page.request.get(`${measure}/values-as-entered.csv`)).text();
  expect(values.trim().split('\n')).toHaveLength(4);
  expect(values).toMatch(/2026-03-02,11,20[\s\S]*2026-03-09,12,20[\s\S]*2026-03-16,1[34],20/);
});
