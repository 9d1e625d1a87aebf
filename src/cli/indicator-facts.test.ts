import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { run } from './indicator.ts';

/** Facts of record, asked of the command line and of the files that ship; the figures were read in their publishers' words. */

const shipped = path.resolve(import.meta.dirname, '../../content/data');

async function ask(...args: string[]): Promise<{ code: number; answer: unknown; problem: string }> {
  const io = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const code = await run(args, io);
  io.stdout.end();
  io.stderr.end();
  const [out, problem] = await Promise.all([text(io.stdout), text(io.stderr)]);
  return { code, answer: out === '' ? null : JSON.parse(out), problem };
}

const about = (set: string, indicator: string, area: string, ...more: string[]) => [
  ...['--source', path.join(shipped, set), '--indicator', indicator, '--area', area],
  ...more
];

const profile = 'england-eyfsp-gld-by-fsm';
const ready = 'good-level-of-development';
const early = 'england-early-years-indicators';
const framework = 'scotland-npf-children-by-simd';
const national = 'england-eyfsp-national-trend';

describe('figures of record', () => {
  test.each([
    // Department for Education, early years foundation stage profile: England, all children.
    [profile, ready, 'England', '2021/22', 65.2],
    [profile, ready, 'England', '2022/23', 67.2],
    [profile, ready, 'England', '2023/24', 67.7],
    [profile, ready, 'England', '2024/25', 68.3],
    // The fall at the reform of the profile in 2021/22 is a break, not a loss: 71.8 came before.
    [profile, ready, 'England', '2018/19', 71.8],
    [profile, ready, 'Trafford', '2024/25', 74],
    [early, 'communication-and-language-expected', 'Trafford', '2024/25', 84.8],
    [early, 'breastfeeding-at-6-to-8-weeks', 'Trafford', '2023/24', 64.96],
    [early, 'excess-weight-in-reception', 'England', '2024/25', 23.5],
    // Scottish Government, National Performance Framework: no concern at the 27 to 30 month review.
    [framework, 'no-concerns-at-27-to-30-months', 'Scotland', '2015/16', 72],
    [framework, 'no-concerns-at-27-to-30-months', 'Scotland', '2016/17', 66.1]
  ])('%s: %s in %s in %s is %d', async (set, indicator, area, period, value) => {
    const more = ['--period', period, '--breakdown', 'all'];
    const { code, answer } = await ask('value', ...about(set, indicator, area, ...more));
    expect(code).toBe(0);
    expect(answer).toMatchObject({ value });
  });

  test.each([
    // 72.0 − 51.5; Social Mobility Commission in whole numbers: 69 − 49 and 73 − 51.
    [profile, ready, '2023/24', 20.5],
    [national, 'good-level-of-development-national', '2021/22', 20],
    [national, 'good-level-of-development-national', '2024/25', 22],
    [national, 'good-level-of-development-national', '2012/13', 19]
  ])('%s: the gap of %s in England in %s is %d points', async (set, indicator, period, gap) => {
    const { answer } = await ask('gap', ...about(set, indicator, 'England', '--period', period));
    expect(answer).toMatchObject({ gap, unit: 'percentage points' });
  });

  test('a figure that may be revised says so', async () => {
    const asked = about(early, 'phonics-in-year-1', 'England', '--breakdown', 'all');
    const { answer } = await ask('value', ...asked, '--period', '2024/25');
    expect(answer).toMatchObject({ value: 80, status: 'provisional' });
  });
});

describe('areas whose code or borders changed', () => {
  const trend = async (area: string) => {
    const { answer } = await ask('trend', ...about(profile, ready, area));
    return (answer as { period: string; value: number | null; joined: boolean }[]).filter(
      (each) => each.value !== null
    );
  };

  // One code followed one other in 2023 (E10000027, E06000066) and in 2020 (E10000002, E06000060).
  test.each(['Somerset', 'E10000027', 'Buckinghamshire', 'E10000002'])(
    '%s has one line under both of its codes',
    async (area) => {
      const points = await trend(area);
      expect(points.map(({ period }) => period)).toEqual([
        ...['2015/16', '2016/17', '2017/18', '2018/19'],
        ...['2021/22', '2022/23', '2023/24', '2024/25']
      ]);
    }
  );

  test('Cumbria ends where it was split, and its parts begin there: no line joins them', async () => {
    expect((await trend('Cumbria')).map(({ period }) => period).at(-1)).toBe('2021/22');
    for (const part of ['Cumberland', 'Westmorland and Furness']) {
      const points = await trend(part);
      expect([part, points[0]?.period, points[0]?.joined]).toEqual([part, '2022/23', false]);
    }
  });

  test('Northamptonshire likewise, in 2021', async () => {
    expect((await trend('Northamptonshire')).at(-1)?.period).toBe('2018/19');
    expect((await trend('North Northamptonshire'))[0]?.period).toBe('2021/22');
    const asked = about(profile, ready, 'Northamptonshire', '--period', '2024/25');
    expect((await ask('value', ...asked)).problem).toContain('not-available');
  });

  test('the reform of the profile is a break wherever one asks', async () => {
    for (const area of ['England', 'Trafford', 'Somerset', 'Leeds']) {
      const { answer } = await ask('trend', ...about(profile, ready, area));
      const breaks = (answer as { period: string; break: boolean }[]).filter((each) => each.break);
      expect(breaks.map(({ period }) => period)).toEqual(['2021/22']);
    }
  });
});
