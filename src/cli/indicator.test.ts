import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../tests/support/temporary-folder.ts';
import { run } from './indicator.ts';

const shipped = path.resolve(import.meta.dirname, '../../content/data');
/** A folder of data sets in the form in which they were first published, where somebody has one. */
const original = process.env['CAIRN_ORIGINAL_DATA'] ?? '';
if (original === '') {
  console.log('Skipped: CAIRN_ORIGINAL_DATA names no folder of data as first published.');
}

async function ask(...args: string[]): Promise<{ code: number; answer: unknown; problem: string }> {
  const io = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const code = await run(args, io);
  io.stdout.end();
  io.stderr.end();
  const [out, problem] = await Promise.all([text(io.stdout), text(io.stderr)]);
  return { code, answer: out === '' ? null : JSON.parse(out), problem };
}

function about(source: string, indicator: string, area: string, ...more: string[]): string[] {
  return ['--source', source, '--indicator', indicator, '--area', area, ...more];
}

const gld = path.join(shipped, 'england-eyfsp-gld-by-fsm');
const scotland = path.join(shipped, 'scotland-npf-children-by-simd');

// Each looked up in the file by hand, and each gap worked out with pencil and paper.
describe('published facts come out as they were published', () => {
  test('Trafford 2024/25: 77.4 less 48.6 is a gap of 28.8 points', async () => {
    const { code, answer } = await ask(
      'gap',
      ...about(gld, 'good-level-of-development', 'Trafford', '--period', '2024/25')
    );
    expect(code).toBe(0);
    expect(answer).toEqual({
      indicator: 'good-level-of-development',
      area: 'Trafford',
      areaCode: 'E08000009',
      period: '2024/25',
      gap: 28.8,
      unit: 'percentage points',
      groups: { 'not-fsm': 77.4, fsm: 48.6 }
    });
  });

  test.each([
    ['England', '2024/25', 21.2], // 72.5 − 51.3
    ['England', '2023/24', 20.5], // 72 − 51.5
    ['E92000001', '2015/16', 18], // 72 − 54
    ['Trafford', '2018-19', 20] // 76 − 56
  ])('the gap in %s in %s is %s points', async (area, period, gap) => {
    const { answer } = await ask(
      'gap',
      ...about(gld, 'Good level of development at age 5', area, '--period', period)
    );
    expect(answer).toMatchObject({ gap });
  });

  test('the newest value is taken when no period is named', async () => {
    const { answer } = await ask(
      'value',
      ...about(gld, 'good-level-of-development', 'E08000009', '--breakdown', 'FSM')
    );
    expect(answer).toMatchObject({
      period: '2024/25',
      breakdown: 'fsm',
      value: 48.6,
      unit: '%',
      status: 'published'
    });
  });

  test('Perth and Kinross answers to the code it had until 2018', async () => {
    for (const area of ['S12000024', 'S12000048', 'Perth & Kinross']) {
      const { answer } = await ask(
        'value',
        ...about(scotland, 'primary-literacy-expected-level', area, '--period', '2018/19')
      );
      expect(answer).toMatchObject({ areaCode: 'S12000048', value: 65.8 });
    }
  });

  test('the Scottish gap is least less most deprived: 72.4 − 55.8', async () => {
    const { answer } = await ask(
      'gap',
      ...about(scotland, 'no-concerns-at-27-to-30-months', 'Scotland', '--period', '2016/17')
    );
    expect(answer).toMatchObject({ gap: 16.6, groups: { 'simd-5': 72.4, 'simd-1': 55.8 } });
  });

  test('a quarter may be written either way round', async () => {
    const source = path.join(shipped, 'england-childhood-immunisation-quarterly');
    const { answer } = await ask(
      'value',
      ...about(source, 'mmr-first-dose-by-24-months', 'Trafford', '--period', 'Q3 2024/25')
    );
    expect(answer).toMatchObject({ period: '2024/25 Q3', value: 89.1 });
  });
});

describe('a trend', () => {
  test('has every period, with what was not collected as null, the break marked and nothing joined across', async () => {
    const { answer } = await ask('trend', ...about(gld, 'good-level-of-development', 'Trafford'));
    expect(answer).toHaveLength(10);
    expect(answer).toMatchObject([
      { period: '2015/16', value: 73.8, break: false, joined: false },
      { period: '2016/17', value: 73, joined: true },
      { period: '2017/18', value: 75.3, joined: true },
      { period: '2018/19', value: 74.7, joined: true },
      { period: '2019/20', value: null, status: 'not-collected', joined: false },
      { period: '2020/21', value: null, status: 'not-collected', joined: false },
      { period: '2021/22', value: 71.6, break: true, joined: false },
      { period: '2022/23', value: 72.1, break: false, joined: true },
      { period: '2023/24', value: 72.6, joined: true },
      { period: '2024/25', value: 74, joined: true }
    ]);
  });

  test('of the gap is free of the noise of binary fractions', async () => {
    const { answer } = await ask(
      'trend',
      ...about(gld, 'good-level-of-development', 'Trafford', '--breakdown', 'gap')
    );
    const gaps = (answer as { gap: number | null }[]).map(({ gap }) => gap); // the answer of this command
    expect(gaps).toEqual([29, 27, 27, 20, null, null, 27.9, 28.1, 28.4, 28.8]);
  });
});

describe('what cannot be answered is said in a sentence, with exit code 1', () => {
  test.each([
    [about(gld, 'good-level-of-development', 'Narnia'), 'There is no area “Narnia” in these data.'],
    [
      about(gld, 'good-level-of-development', 'Angus'),
      'These data have no figures of “good-level-of-development” for Angus.'
    ],
    [
      about(gld, 'good-level-of-development', 'Trafford', '--period', '2019/20'),
      'No value was published for Trafford (all) in 2019/20: not-collected.'
    ],
    [
      about(gld, 'good-level-of-development', 'Trafford', '--period', '1999/00'),
      'No value was published for 1999/00. These data go from 2015/16 to 2024/25.'
    ],
    [
      about(gld, 'good-level-of-development', 'Trafford', '--breakdown', 'left-handed'),
      'There is no group “left-handed” here. There are: all, fsm, not-fsm.'
    ],
    [
      about(gld, 'happiness', 'Trafford'),
      'There is no indicator “happiness” in these data. There are: good-level-of-development.'
    ],
    [about('/nowhere', 'x', 'y'), 'There is no values.csv and no data.csv in the folder /nowhere.']
  ])('value %j', async (args, sentence) => {
    expect(await ask('value', ...args)).toEqual({
      code: 1,
      answer: null,
      problem: `${sentence}\n`
    });
  });

  test('a gap where there are no two groups', async () => {
    const source = path.join(shipped, 'scotland-27-30-month');
    const { code, problem } = await ask(
      'gap',
      ...about(source, 'children-in-absolute-low-income', 'Angus')
    );
    expect({ code, problem }).toEqual({
      code: 1,
      problem: 'A gap needs a better-off and a poorer group; here there are only: all.\n'
    });
  });

  test('an unknown option, and nothing asked', async () => {
    expect((await ask('value', '--colour', 'red')).code).toBe(1);
    expect((await ask()).problem).toContain('Use: cairn indicator value');
  });
});

const folder = makeTemporaryFolder('indicator');
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a negative denominator is refused', async () => {
  await writeFile(
    path.join(folder, 'data.csv'),
    'area_code,area_name,period,indicator,breakdown,value,numerator,denominator,unit,status\nE08000009,Trafford,2024,Seen,All,50,5,-10,%,\n'
  );
  expect(await ask('value', ...about(folder, 'seen', 'Trafford'))).toEqual({
    code: 1,
    answer: null,
    problem: 'The denominator for Trafford in 2024 is -10; it must be above zero.\n'
  });
});

// Rows as the Department for Education publishes them (Open Government Licence v3.0), in the form of its own file.
const asPublished = `area_code,area_name,area_level,period,year,indicator,breakdown,value,unit,status
E08000009,Trafford,local authority,2018/19,2019,Good level of development,All children,74.7,%,
E08000009,Trafford,local authority,2019/20,2020,Good level of development,All children,,%,not collected (COVID-19)
E08000009,Trafford,local authority,2021/22,2022,Good level of development,All children,71.6,%,
E08000009,Trafford,local authority,2024/25,2025,Good level of development,FSM,48.6,%,
E08000009,Trafford,local authority,2024/25,2025,Good level of development,Not FSM,77.4,%,
`;

describe('a file with names and groups spelt out', () => {
  test('is read like the shipped one: gap, trend with its break, and what was not collected', async () => {
    await writeFile(path.join(folder, 'data.csv'), asPublished);
    const asked = about(folder, 'good level of development', 'trafford');
    expect((await ask('gap', ...asked)).answer).toMatchObject({
      period: '2024/25',
      gap: 28.8,
      groups: { 'Not FSM': 77.4, FSM: 48.6 }
    });
    expect((await ask('value', ...asked, '--breakdown', 'non-FSM')).answer).toMatchObject({
      value: 77.4
    });
    expect((await ask('trend', ...asked)).answer).toMatchObject([
      { period: '2018/19', value: 74.7, break: false },
      { period: '2019/20', value: null, status: 'not collected (COVID-19)' },
      { period: '2021/22', value: 71.6, break: true, joined: false }
    ]);
  });
});

// The same facts from the files as first published, with names and groups spelt as there.
describe.skipIf(original === '')('the data as first published', () => {
  test.each([
    ['england-eyfsp-gld-by-fsm', 'Good level of development', 'Trafford', '2024/25', 28.8],
    ['england-eyfsp-national-trend', 'Good level of development', 'England', '2024/25', 22], // 73 − 51
    [
      'england-early-years-indicators',
      'ks2_reading_writing_maths_expected',
      'England',
      '2024/25',
      21
    ], // 69 − 48
    ['scotland-npf-children-by-simd', 'no_concerns_27_30_month_review', 'Scotland', '2016/17', 16.6] // 72.4 − 55.8
  ])('%s: the gap of %s in %s in %s is %s', async (set, indicator, area, period, gap) => {
    const { answer } = await ask(
      'gap',
      ...about(path.join(original, set), indicator, area, '--period', period)
    );
    expect(answer).toMatchObject({ gap, unit: 'percentage points' });
  });

  test('a share of more than 100 is given as published, and the change of 2024 is marked', async () => {
    const source = path.join(original, 'england-early-years-indicators');
    const { answer } = await ask(
      'trend',
      ...about(source, 'funded_early_education_2_year_olds', 'Trafford')
    );
    expect(answer).toMatchObject([
      { period: '2018', value: 108.6 },
      ...['2019', '2020', '2021', '2022', '2023'].map((period) => ({ period, break: false })),
      { period: '2024', value: 93.5, break: true, joined: false },
      { period: '2025', joined: true }
    ]);
  });
});

describe('a file that says what is measured beside its unit', () => {
  const folder = makeTemporaryFolder('measures');
  const rows = [
    'area_code,area_name,period,indicator,measure,unit,value',
    'X1,Ashby,2021,Children,Count,Persons,2296',
    'X1,Ashby,2021,Children,Percentage,Persons,20.9',
    'X1,Ashby,2021,Poverty,Percentage,Persons,62.4',
    'X1,Ashby,2021,Deprivation,Weighted Score,Score,12.5',
    'X2,Birch,2020,Poverty,Percentage,Persons,50'
  ];

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('gives a percentage of persons in per cent, and a score as one', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'data.csv'), rows.join('\n'));
    expect((await ask('value', ...about(folder, 'Poverty', 'X1'))).answer).toMatchObject({
      value: 62.4,
      unit: '%',
      of: 'Persons'
    });
    expect((await ask('value', ...about(folder, 'Deprivation', 'X1'))).answer).toMatchObject({
      value: 12.5,
      unit: 'Score'
    });
  });

  test('asks which is meant where it holds a count and a percentage', async () => {
    const { code, problem } = await ask('value', ...about(folder, 'Children', 'X1'));
    expect(code).toBe(1);
    expect(problem).toBe(
      'These data hold it in more than one way. Name one with --measure: Count, Percentage.\n'
    );
    const asked = (measure: string) =>
      ask('value', ...about(folder, 'Children', 'X1', '--measure', measure));
    expect((await asked('count')).answer).toMatchObject({ value: 2296, unit: 'Persons' });
    expect((await asked('Percentage')).answer).toMatchObject({ value: 20.9, unit: '%' });
    expect((await asked('Rate')).problem).toContain('There is no measure “Rate” here.');
  });

  test('lists the periods before the first row of an area as missing', async () => {
    expect((await ask('trend', ...about(folder, 'Poverty', 'X1'))).answer).toMatchObject([
      { period: '2020', value: null, status: 'no row for this area' },
      { period: '2021', value: 62.4 }
    ]);
  });
});
