import { describe, expect, test } from 'vitest';
import { readCells } from '#platform/spreadsheet.server';
import { fileLimits } from './limits.ts';
import { guessMatching, matchingProblems } from './matching.ts';
import type { Known, Matching } from './meanings.ts';
import { lookOver } from './overview.ts';
import { readFileValues } from './rows.ts';

/** Small files of the kinds that publishers and councils send, with figures of our own, from their bytes to their values. */

const known = (given: Partial<Known['indicators'][number]> = {}): Known => ({
  indicators: [
    {
      id: 'r',
      title: 'Good level of development',
      unit: 'percent',
      decimals: 1,
      frequency: 'academic-year',
      breakdowns: [],
      version: 1,
      ...given
    }
  ],
  areas: { whole: ['Fernhollow'], areas: [], own: { codes: [], laNumber: null }, elsewhere: [] }
});

async function read(content: string | Buffer, here: Known, said: Partial<Matching> = {}) {
  const cells = await readCells(Buffer.from(content), fileLimits);
  if (!cells.ok) throw new Error(cells.error.kind);
  const overview = lookOver(cells.value.cells, null, [], cells.value.separator);
  if (overview === null) throw new Error('nothing below the headings');
  const matching = { ...guessMatching(overview, here, 'r'), ...said };
  const values = [...readFileValues(cells.value.cells, overview, matching, here)];
  return { problems: matchingProblems(matching).map(({ kind }) => kind), values };
}

describe('a small file', () => {
  test('of percentages below one is asked about', async () => {
    const text = 'Period,Value\n2021/22,0.2\n2022/23,0.7\n';
    expect((await read(text, known())).problems).toEqual(['shares-unsaid']);
    const { values } = await read(text, known(), { areShares: false });
    expect(values.map(({ value }) => value)).toEqual([0.2, 0.7]);
  });

  test('with a breakdown that nobody matched gives none of its rows to everybody', async () => {
    const text =
      'Area,Sex,Period,Value\nFernhollow,Male,2024/25,31\nFernhollow,Persons,2024/25,35\n';
    const { values } = await read(text, known());
    expect(values.map(({ problems }) => problems)).toMatchObject([
      [{ problem: { kind: 'rows-collide', columns: ['Sex'] } }],
      [{ problem: { kind: 'rows-collide', columns: ['Sex'] } }]
    ]);
  });

  test('of the Department for Education has its school years in six digits', async () => {
    const text = [
      'time_period,time_identifier,geographic_level,la_name,pt_good',
      '202223,Academic year,Local authority,Fernhollow,61.5',
      '202324,Academic year,Local authority,Fernhollow,k'
    ].join('\n');
    const uses = ['period', 'period-kind', 'nothing', 'area', 'value'] as const;
    const { values } = await read(text, known(), { uses });
    expect(values.map(({ period, area, value, status }) => [period, area, value, status])).toEqual([
      ['2022/23', '', 61.5, null],
      ['2023/24', '', null, 'low']
    ]);
  });

  test('keeps marks, bounds and figures with notes apart', async () => {
    const cells = [
      '<3',
      '[low]',
      '~',
      '#',
      '1 to 4',
      '[w]',
      '† 44.1',
      '44.1†',
      '44.1 (r)',
      'NULL',
      'fewer than 5',
      'DNA',
      '44.1 [f]',
      'NaN',
      '&lt;5',
      '44.1[note 2]',
      'z'
    ];
    const rows = cells.map((cell, index) => `${2000 + index}/${String(index + 1).padStart(2, '0')},${cell}`); // prettier-ignore
    const { values } = await read(['Period,Value', ...rows].join('\n'), known());
    expect(values.map(({ value, status, problems }) => problems ?? value ?? status)).toEqual([
      'suppressed',
      'low',
      'low',
      'suppressed',
      'suppressed',
      'not-available',
      44.1,
      44.1,
      44.1,
      'not-available',
      'suppressed',
      'not-available',
      44.1,
      'not-available',
      'suppressed',
      44.1,
      'not-applicable'
    ]);
    expect(values[8]?.status).toBe('revised');
  });

  test('whose headings mark a year as provisional keeps that of each figure below', async () => {
    const text = 'Ward,2022/23,2023/24 [p]\nHope ward,41,43\nMill ward,c,[c]\n';
    const { values } = await read(text, known());
    expect(values.map(({ period, value, status }) => [period, value, status])).toEqual([
      ['2022/23', 41, null],
      ['2023/24', 43, 'provisional'],
      ['2022/23', null, 'suppressed'],
      ['2023/24', null, 'suppressed']
    ]);
  });

  test.each([
    // April lies in the first year of a financial and in the second of an academic year.
    ['Financial Year,Month', ['2024/25,April', '2024/25,January'], ['2024-04', '2025-01']],
    ['Year,Month', ['2024/25,April', '2024/25,January'], ['ambiguous-period', '2025-01']],
    ['Year,Month', ['2024,3', '2024,April'], ['2024-03', '2024-04']]
  ])('%s: %j are the months %j', async (headings, rows, months) => {
    const text = `${headings},Value\n${rows.map((row) => `${row},1\n`).join('')}`;
    const { values } = await read(text, known({ frequency: 'month' }));
    expect(values.map(({ period, problems }) => problems?.[0]?.problem.kind ?? period)).toEqual(
      months
    );
  });

  test('with notes below that hold commas takes none of them for a row', async () => {
    const text =
      'Area,Period,Value\nFernhollow,2023/24,54.5\n\nNotes:\n1. Provisional, and may change, later.\nSource: Council, 2024\n';
    const { values } = await read(text, known());
    expect(values.map(({ value }) => value)).toEqual([54.5]);
  });

  test('whose headings say what is counted beside each year is read by the years', async () => {
    const text = 'Ward,GLD (2022/23),GLD (2023/24)\nFernhollow [note 1],41,43\n';
    const { values } = await read(text, known());
    expect(values.map(({ area, period, value }) => [area, period, value])).toEqual([
      ['', '2022/23', 41],
      ['', '2023/24', 43]
    ]);
    const two = 'Ward,Number 2022/23,Number 2023/24,Percentage 2022/23\nFernhollow,4,5,41\n';
    expect((await read(two, known())).problems).toContain('no-period');
  });

  test('in which some percentages carry their sign and others may be shares is asked about', async () => {
    const text = 'Period,Value\n2022/23,41.5%\n2023/24,0.43\n';
    expect((await read(text, known())).problems).toEqual(['shares-unsaid']);
    const { values } = await read(text, known(), { areShares: true });
    expect(values.map(({ value }) => value)).toEqual([41.5, 43]);
  });

  test('of months as a spreadsheet shows them, newest first, is read in any order', async () => {
    const text = 'Month,Value\nMar-24,12\n2024M02,11\n01/2024,10\n';
    const { values } = await read(text, known({ frequency: 'month' }));
    expect(values.map(({ period, value }) => [period, value])).toEqual([
      ['2024-03', 12],
      ['2024-02', 11],
      ['2024-01', 10]
    ]);
  });

  test('of days has them in the order of the whole column', async () => {
    const daily = known({ frequency: 'day' });
    const readDays = async (...days: string[]) =>
      (await read(`Day,Value\n${days.map((day) => `${day},1\n`).join('')}`, daily)).values.map(
        ({ period, problems }) => problems?.[0]?.problem.kind ?? period
      );
    expect(await readDays('04/07/2024', '04/14/2024')).toEqual(['2024-04-07', '2024-04-14']);
    expect(await readDays('04/07/2024', '14/07/2024')).toEqual(['2024-07-04', '2024-07-14']);
    expect(await readDays('04/07/2024', '04/14/2024', '14/07/2024')).toEqual([
      'ambiguous-period',
      '2024-04-14',
      '2024-07-14'
    ]);
  });

  test('in UTF-16 is read, whichever byte comes first, and without its mark', async () => {
    const little = Buffer.from('\ufeffPeriod\tValue\n2023/24\t44.5\n', 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16(), little.subarray(2)]) {
      const { values } = await read(bytes, known());
      expect(values).toMatchObject([{ period: '2023/24', value: 44.5, problems: null }]);
    }
  });

  test('with semicolons reads a lone comma before three digits as a decimal', async () => {
    const { values } = await read('Period;Value\n2023/24;44,125\n', known());
    expect(values).toMatchObject([{ value: 44.125 }]);
  });

  test('loses one cell of a wide row where one is wrong, and none beside it', async () => {
    const text = 'Ward,2021/22,2022/23,2023/24\nFernhollow,41,#DIV/0!,43\n';
    const { values } = await read(text, known());
    expect(values.map(({ value, problems }) => [value, problems?.[0]?.problem.kind])).toEqual([
      [41, undefined],
      [null, 'spreadsheet-error'],
      [43, undefined]
    ]);
  });

  test('with a number beside its years is read by the years', async () => {
    const text = 'Ward,Number,2022/23,2023/24\nFernhollow,40,54.5,56.1\n';
    const { values } = await read(text, known());
    expect(values.map(({ period, value }) => [period, value])).toEqual([
      ['2022/23', 54.5],
      ['2023/24', 56.1]
    ]);
  });
});
