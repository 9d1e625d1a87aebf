import { defaultRule } from '#modules/disclosure';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicSeries, spanOf } from './public-series.ts';
import type { RawEntry, RawSeries } from './public-types.ts';

const share = (entries: readonly RawEntry[]): RawSeries => ({
  title: 'Families with a story at bedtime',
  form: 'share',
  better: 'increase',
  entries
});

const weekly = (rows: readonly (readonly [part: number, whole: number | null])[]): RawEntry[] =>
  rows.map(([part, whole], week) => ({
    on: new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10),
    part,
    whole
  }));

describe('the span of a date', () => {
  test.each([
    { date: '2026-05-11', grouping: 'entry', span: '2026-05-11' },
    { date: '2026-05-11', grouping: 'month', span: '2026-05' },
    { date: '2026-05-11', grouping: 'quarter', span: '2026-04' },
    { date: '2026-12-31', grouping: 'quarter', span: '2026-10' }
  ] as const)('$date by $grouping is $span', ({ date, grouping, span }) => {
    expect(spanOf(date, grouping)).toBe(span);
  });
});

describe('a measure for everybody', () => {
  test('shows each entry, rounded, where all are large enough', () => {
    const series = publicSeries(
      share(
        weekly([
          [23, 58],
          [31, 60],
          [40, 62]
        ])
      ),
      defaultRule
    );
    // By hand: 25 of 60, 30 of 60, 40 of 60.
    expect(series).toMatchObject({
      grouping: 'entry',
      points: [{ value: 42 }, { value: 50 }, { value: 67 }]
    });
  });

  test('is added up by month where that lets more of it be shown', () => {
    const rows = weekly([
      [9, 20],
      [7, 20],
      [8, 20],
      [10, 21], // January: 34 of 81
      [6, 19],
      [9, 20],
      [9, 20],
      [8, 20], // February: 32 of 79
      [11, 20],
      [7, 20],
      [12, 22],
      [9, 20],
      [9, 20] // March: 48 of 102
    ]);
    const series = publicSeries(share(rows), defaultRule);
    // By hand: 35 of 80, 30 of 80, 50 of 100.
    expect(series).toMatchObject({
      grouping: 'month',
      points: [
        { on: '2026-01', value: 44 },
        { on: '2026-02', value: 38 },
        { on: '2026-03', value: 50 }
      ]
    });
  });

  test('is not shown where the same few people may stand in every entry, however much they add up to', () => {
    const handful = weekly(Array.from({ length: 30 }, () => [3, 20] as const));
    expect(publicSeries(share(handful), defaultRule)).toBeNull();
    const almostAll = weekly(Array.from({ length: 30 }, () => [17, 20] as const));
    expect(publicSeries(share(almostAll), defaultRule)).toBeNull();
  });

  test('keeps a reason in the place of a point that may not be shown', () => {
    const series = publicSeries(
      share(
        weekly([
          [20, 50],
          [22, 50],
          [25, 50],
          [46, 50]
        ])
      ),
      defaultRule
    );
    expect(series?.points.at(-1)).toMatchObject({ value: null, why: 'small-remainder' });
  });

  test('is not shown with fewer than three points', () => {
    expect(
      publicSeries(
        share(
          weekly([
            [20, 50],
            [22, 50]
          ])
        ),
        defaultRule
      )
    ).toBeNull();
  });

  test('of counts hides the small ones and shows none as none', () => {
    const counts: RawSeries = {
      ...share([]),
      form: 'count',
      entries: weekly([
        [0, null],
        [12, null],
        [5, null],
        [33, null],
        [18, null]
      ])
    };
    const series = publicSeries(counts, defaultRule);
    expect(series).toMatchObject({ unit: '', grouping: 'entry' });
    expect(series?.points.map((point) => point.value)).toEqual([0, 10, null, 35, 20]);
  });

  test('never shows a small number, of those counted or of those left over, whatever was recorded', () => {
    const entry = fc
      .tuple(fc.nat(60), fc.nat(60), fc.nat(700))
      .map(([part, rest, day]): RawEntry => ({
        on: new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10),
        part,
        whole: part + rest
      }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
        const series = publicSeries(share(entries), defaultRule);
        for (const point of series?.points ?? []) {
          if (point.value === null) continue;
          const own = entries.filter(
            ({ on }) => spanOf(on, series?.grouping ?? 'entry') === point.on
          );
          const largestPart = Math.max(...own.map(({ part }) => part));
          const largestRest = Math.max(...own.map(({ part, whole }) => (whole ?? 0) - part));
          expect(largestPart).toBeGreaterThan(defaultRule.hideTo);
          expect(largestRest).toBeGreaterThan(defaultRule.hideTo);
        }
      })
    );
  });

  describe('published again', () => {
    // Five single weeks, of which one is small; by month more of it could be shown.
    const rows = weekly([
      [23, 58],
      [3, 60],
      [40, 62],
      [25, 60],
      [31, 60],
      [5, 60],
      [33, 60],
      [35, 60],
      [38, 60]
    ]);
    const counts: RawSeries = { ...share(rows), form: 'count' };

    test('keeps how it was added up, so that no hidden week is left between two pages', () => {
      for (const before of ['entry', 'month'] as const)
        expect(publicSeries(counts, defaultRule, { before })?.grouping ?? before).toBe(before);
      // January by week is 25, hidden, 40, 25; a month of 90 beside them would leave the hidden one 1 to 7 less what rounding hides.
      expect(publicSeries(counts, defaultRule, { before: 'entry' })?.points[1]).toMatchObject({
        value: null,
        why: 'small-number'
      });
    });

    test('shows a month once it is over: what comes in later would be the difference', () => {
      const spans = (today: string) =>
        publicSeries({ ...counts, entries: [...rows, ...later] }, defaultRule, {
          before: 'month',
          today
        })?.points.map(({ on }) => on);
      const later = ['2026-03-09', '2026-04-06'].map((on) => ({ on, part: 40, whole: 60 }));
      expect(spans('2026-04-20')).toEqual(['2026-01', '2026-02', '2026-03']);
      expect(spans('2026-05-01')).toEqual(['2026-01', '2026-02', '2026-03', '2026-04']);
    });
  });
});
