import fs from 'node:fs';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../tests/support/temporary-folder.ts';
import { run } from './chart.ts';

let folder: string;
beforeAll(() => {
  folder = makeTemporaryFolder('chart');
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function call(args: string[], input = '') {
  let out = '';
  let error = '';
  const into = (add: (text: string) => void) =>
    new Writable({
      write(chunk, _encoding, done) {
        add(String(chunk));
        done();
      }
    });
  const code = await run(args, {
    stdin: Readable.from([input]),
    stdout: into((text) => (out += text)),
    stderr: into((text) => (error += text))
  });
  return { code, out, error };
}

const input = { chart: 'run', xType: 'index', x: [1, 2, 3, 4], y: [3, 6, 4, 7] };

describe('cairn chart, given JSON', () => {
  test('answers one input with one answer', async () => {
    const { code, out } = await call([], JSON.stringify(input));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      points: { cl: [5, 5, 5, 5] },
      parts: [{ nUseful: 4, crossings: 3 }]
    });
  });

  test('answers a case file in order, with an error in its place', async () => {
    const cases = [
      { id: 'a', engine: 'qicharts2', input: { ...input, chart: 't', y: [1, 0, 1, 1] } },
      { id: 'b', engine: 'qicharts2', input }
    ];
    const { code, out } = await call([], JSON.stringify({ cases }));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      { error: 'The time between events at 2 is 0. It must be greater than zero.' },
      expect.objectContaining({ parts: expect.any(Array) as unknown[] }) as object
    ]);
  });

  test('says what is wrong with anything else', async () => {
    expect(await call([], 'x = 1')).toEqual({
      code: 1,
      out: '',
      error: 'Standard input is not JSON.\n'
    });
    expect((await call([])).error).toContain('There is nothing on standard input.');
    expect((await call(['--colour', 'red'])).code).toBe(1);
    expect((await call(['--type', 'p'])).error).toContain('Name the data with --csv FILE');
  });
});

describe('cairn chart --csv', () => {
  test.each([
    'date;value\n01.02.2025;5,5\n01.03.2025;7,25\n',
    'date;value\n2025-02-01;5.5\n2025-03-01;7.25\n',
    'date\tvalue\n2025-02-01\t5.5\n2025-03-01\t7.25\n'
  ])('reads %j', async (text) => {
    const { out, error } = await call(['--csv', '-', '--type', 'run'], text);
    expect(error).toBe('');
    expect(out).toContain('From 5.5 (Feb 2025) to 7.25 (Mar 2025).');
  });

  test('asks what 1.250 is in a file parted by semicolons where nothing tells', async () => {
    const text = 'date;value\n2025-02-01;1.250\n2025-03-01;1.300\n';
    const args = ['--csv', '-', '--type', 'run'];
    expect((await call(args, text)).error).toMatch(/^Numbers such as 1\.250 could be/);
    expect((await call([...args, '--decimal', 'comma'], text)).out).toContain('From 1,250 ');
    expect((await call([...args, '--decimal', 'point'], text)).out).toContain('From 1.25 ');
    expect((await call(args, `${text}2025-04-01;1.301,5\n`)).out).toContain('From 1,250 ');
    expect((await call(args, `${text}2025-04-01;0.875\n`)).out).toContain('From 1.25 ');
  });

  const csv = 'date,numerator,denominator\n2024-01-01,31,50\n2024-02-01,35,52\n2024-03-01,30,48\n';

  test.each([
    { ending: 'svg', starts: '<?xml' },
    { ending: 'csv', starts: 'x,value,numerator' },
    { ending: 'png', starts: '\u0089PNG' }
  ])('draws a chart as $ending', async ({ ending, starts }) => {
    const data = path.join(folder, 'data.csv');
    const out = path.join(folder, `chart.${ending}`);
    fs.writeFileSync(data, csv);
    const answer = await call([
      '--csv',
      data,
      '--type',
      'p',
      '--out',
      out,
      '--title',
      'Seen in time'
    ]);
    expect(answer).toMatchObject({ code: 0, error: '' });
    expect(JSON.parse(answer.out)).toMatchObject({
      out,
      type: 'p',
      points: 3,
      phases: [{ centre: 64 }]
    });
    expect(fs.readFileSync(out, 'latin1').startsWith(starts)).toBe(true);
  });

  const named = 'date,Présents\n2024-01-01,31\n2024-02-01,35\n2024-03-01,30\n';
  test.each([
    { encoding: 'UTF-16', bytes: Buffer.from(`\ufeff${named}`, 'utf16le') },
    { encoding: 'Windows-1252', bytes: Buffer.from(named, 'latin1') }
  ])('reads a file in $encoding', async ({ bytes }) => {
    const data = path.join(folder, 'encoded.csv');
    fs.writeFileSync(data, bytes);
    const answer = await call(['--csv', data, '--type', 'i', '--value', 'Présents']);
    expect(answer).toMatchObject({ code: 0, error: '' });
    expect(JSON.parse(answer.out)).toMatchObject({ points: 3 });
  });

  test('refuses a file that is no text', async () => {
    const data = path.join(folder, 'no-text.csv');
    fs.writeFileSync(data, Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x01, 0x02]));
    const { code, error } = await call(['--csv', data, '--type', 'p']);
    expect({ code, error }).toEqual({ code: 1, error: `${data} is not a table of text.\n` });
  });

  test('reads standard input and prints what the chart says', async () => {
    const { out } = await call(
      ['--csv', '-', '--type', 'p', '--target', '70', '--better', 'up'],
      csv
    );
    expect(JSON.parse(out)).toMatchObject({
      summary: expect.stringMatching(/^From .* too few to tell/) as string
    });
  });

  test('names the line of a row that cannot be charted, empty lines counted', async () => {
    const rows = 'place,date,value\n\nAshby,2024-01-01,5\nBirch,2024-01-01,7\n';
    const { code, error } = await call(['--csv', '-', '--type', 'run', '--value', 'value'], rows);
    expect(code).toBe(1);
    expect(error).toMatch(/^The column place holds 2 different values: Ashby, Birch/);
    const unnamed = rows.replace('place', 'of whom');
    expect((await call(['--csv', '-', '--type', 'run'], unnamed)).error).toMatch(
      /^Lines 3 and 4 both stand for 2024-01-01\. .* --only "of whom=…"/
    );
    const chosen = await call(['--csv', '-', '--type', 'run', '--only', 'of whom=Ashby'], unnamed);
    expect(JSON.parse(chosen.out)).toMatchObject({ points: 1 });
  });

  test.each([
    { args: ['--csv', '-', '--type', 'p', '--only', 'place'], says: /--only takes COLUMN=VALUE/ },
    { args: ['--csv', '-', '--type', 'p', '--decimal', 'dot'], says: /--decimal takes point/ },
    { args: ['--csv', '-', '--type', 'p', '--together', 'all'], says: /--together takes sum/ },
    { args: ['--csv', '-'], says: /^Name the chart with --type/ },
    { args: ['--csv', '-', '--type', 'p', '--out', 'a.jpg'], says: /should end in/ },
    { args: ['--csv', '/nowhere/at/all.csv', '--type', 'p'], says: /cannot be read/ },
    { args: ['--csv', '-', '--type', 'c', '--target', 'high'], says: /--target takes a number/ },
    { args: ['--csv', '-', '--type', 'c', '--better', 'right'], says: /--better takes up or down/ },
    { args: ['--csv', '-', '--type', 'c', '--rules', 'golden'], says: /--rules takes one of/ },
    {
      args: ['--csv', '-', '--type', 'run', '--rules', 'nelson'],
      says: /These rules look at limits/
    },
    {
      args: ['--csv', '-', '--type', 'p', '--out', '/nowhere/chart.svg'],
      says: /cannot be written/
    }
  ])('explains $args', async ({ args, says }) => {
    const { code, error, out } = await call(args, csv);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(error).toMatch(says);
  });

  test('lists its settings', async () => {
    expect((await call(['--help'])).out).toContain('--freeze NUMBER');
  });
});
