import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisOf, monthlyRows, numbered, waitingTimes } from '../builders.ts';
import { bernoulliCusum } from '../cusum.ts';
import { paretoTable } from '../pareto.ts';
import type { Analysis, ChartType, DrawOptions } from '../types.ts';
import { describeChart } from './describe.ts';
import { chartSvgFile, drawChart, drawForPage } from './draw.ts';
import { spread } from './labels.ts';
import { layoutChart } from './layout.ts';
import { textWidth, wrapText } from './metrics.ts';
import { describeCusum, describePareto, drawCusum, drawPareto } from './other-charts.ts';

const waiting = analysisOf({
  type: 'i',
  xKind: 'date',
  points: monthlyRows(waitingTimes).map((row, i) =>
    i === 5
      ? { ...row, y: null, whyMissing: 'not-collected' }
      : i === 22
        ? { ...row, excluded: true }
        : row
  ),
  measure: 'Waiting time',
  unit: 'days',
  improvement: 'decrease',
  freeze: 12,
  target: { value: 22, label: 'Aim' },
  ruleSet: 'mdc-current'
});

const cycles: DrawOptions = {
  title: 'Waiting for speech therapy',
  annotations: [
    { x: '2024-04-15', label: 'Cycle 1: walk-in clinic', kind: 'cycle' },
    { x: '2024-06-01', label: 'Second clinic on Thursdays', kind: 'change' },
    { x: '2024-07-01', label: 'Leaflet', kind: 'note' }
  ],
  source: 'Made-up figures'
};

const shares = analysisOf({
  type: 'p',
  xKind: 'date',
  points: monthlyRows(
    [31, 35, 30, 33, 36, 29, 34, 31, 33, 35, 30, 32, 44, 45, 47, 43, 46, 44, 48, 45],
    [50, 52, 48, 55, 51, 47, 53, 49, 52, 54, 46, 50, 52, 55, 56, 50, 53, 51, 57, 52]
  ),
  measure: 'Reviews without a concern',
  improvement: 'increase',
  phases: [{ startsAt: '2024-01-01', label: 'After the offer' }]
});

const settings = analysisOf({
  type: 'u',
  xKind: 'category',
  multiply: 1000,
  measure: 'Referrals per 1,000 children',
  points: [
    'Ashby Nursery',
    'Birchwood',
    'Cowal Family Centre',
    'Dene Park',
    'Elm Row',
    'Glenside'
  ].map((x, i) => ({
    x,
    y: i === 3 ? 70 : 30 + i,
    n: 800 + 100 * i
  }))
});

const pictures: { name: string; analysis: Analysis; options: DrawOptions }[] = [
  { name: 'individuals-wide', analysis: waiting, options: { ...cycles, width: 960 } },
  { name: 'individuals-narrow', analysis: waiting, options: { ...cycles, width: 360 } },
  {
    name: 'individuals-compact',
    analysis: waiting,
    options: { ...cycles, width: 300, height: 150, compact: true }
  },
  { name: 'shares-wide', analysis: shares, options: { title: 'Reviews', width: 960 } },
  { name: 'settings-narrow', analysis: settings, options: { title: 'Referrals', width: 360 } }
];

describe('the picture', () => {
  test.each(pictures)(
    '$name is as it was when somebody last looked at it',
    async ({ name, analysis, options }) => {
      await expect(drawChart(analysis, options)).toMatchFileSnapshot(`pictures/${name}.svg`);
    }
  );

  test('is the same every time', () => {
    expect(drawChart(waiting, cycles)).toBe(drawChart(waiting, cycles));
  });

  test('has a title, a description and a role for those who do not see it', () => {
    const svg = drawChart(waiting, { ...cycles, id: 'wait' });
    expect(svg).toContain('role="img" aria-labelledby="wait-title wait-desc"');
    expect(svg).toContain('<title id="wait-title">Waiting for speech therapy</title>');
    expect(svg).toContain(
      '<desc id="wait-desc">I chart (XmR) of 26 points from Jan 2023 to Feb 2025.'
    );
  });

  test('takes the colours of the page, and plain ones for a file', () => {
    expect(drawChart(waiting)).toContain('var(--chart-ink, #16262d)');
    const file = chartSvgFile(waiting, cycles);
    expect(file).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg /);
    expect(file).not.toContain('var(');
    expect(file).toContain('Waiting for speech therapy</text>');
    expect(chartSvgFile(waiting, { colours: 'dark' })).toContain('#172328');
  });

  test('uses no red, in any colours', () => {
    for (const colours of ['page', 'light', 'dark'] as const) {
      const svg = drawChart(waiting, { colours });
      for (const [, red, green, blue] of svg.matchAll(
        /#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/g
      )) {
        const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => parseInt(part ?? '', 16));
        expect(r > 150 && g < 90 && b < 90).toBe(false);
      }
    }
  });

  test('shows signals by shape: filled diamonds for the better, open ones for the worse', () => {
    const shapes = (improvement: 'increase' | 'decrease') => {
      const analysis = analysisOf({
        type: 'i',
        xKind: 'date',
        points: monthlyRows(waitingTimes),
        freeze: 12,
        improvement
      });
      return new Set(
        layoutChart(analysis).marks.flatMap((mark) =>
          mark.kind === 'shape' && mark.shape !== 'dot' ? [mark.shape] : []
        )
      );
    };
    expect(shapes('decrease')).toEqual(new Set(['diamond']));
    expect(shapes('increase')).toEqual(new Set(['open-diamond']));
  });

  test('says in words what its shapes mean, and only of those that are there', () => {
    const legendOf = (analysis: Analysis) =>
      layoutChart(analysis).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(legendOf(waiting)).toEqual(
      expect.arrayContaining([
        'signal, for the better',
        'left out of the calculation',
        'Baseline',
        'Aim 22 days'
      ])
    );
    expect(legendOf(shares)).not.toContain('left out of the calculation');
  });

  test('has text of at least 12 pixels within its edges at 320, 360 and 960 pixels', () => {
    for (const width of [320, 360, 960]) {
      for (const { analysis, options } of pictures) {
        const drawing = layoutChart(analysis, { ...options, width, compact: false });
        for (const mark of drawing.marks) {
          if (mark.kind !== 'text') continue;
          expect(mark.size).toBeGreaterThanOrEqual(12);
          if (mark.turn !== undefined) continue;
          const wide = textWidth(mark.text, mark.size);
          const start =
            mark.anchor === 'start'
              ? mark.x
              : mark.anchor === 'end'
                ? mark.x - wide
                : mark.x - wide / 2;
          expect(start).toBeGreaterThanOrEqual(-1);
          expect(start + wide).toBeLessThanOrEqual(width + 6);
          expect(mark.y).toBeLessThanOrEqual(drawing.height + 1);
        }
      }
    }
  });

  test('escapes what it is given', () => {
    const svg = drawChart(waiting, { title: '<script>alert("1")</script> & more\u0007' });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more</title>');
  });

  test('leads from its points where the page says, each called by its date and value', () => {
    const linked = drawChart(waiting, {
      ...cycles,
      pointHref: (x) => (x === waiting.points[2]?.x ? '?mark=1&then=<2>#mark' : null)
    });
    expect(linked.match(/<a /g)).toHaveLength(1);
    expect(linked).toContain('href="?mark=1&amp;then=&lt;2&gt;#mark"');
    expect(linked).toMatch(/aria-label="Mar 2023: 36 days"/);
    // A picture whose parts can be chosen is a group; one without is read as one thing.
    expect(linked).toContain('role="group"');
    expect(drawChart(waiting, cycles)).toContain('role="img"');
    expect(chartSvgFile(waiting, cycles)).not.toContain('<a ');
  });

  test('of one point, of no values and of ten thousand points can be drawn', () => {
    const one = analysisOf({ type: 'run', xKind: 'date', points: monthlyRows([5]) });
    const none = analysisOf({ type: 'i', xKind: 'date', points: monthlyRows([null, null]) });
    const many = analysisOf({
      type: 'i',
      xKind: 'index',
      points: Array.from({ length: 10_000 }, (_, i) => ({ x: i, y: (i * 7919) % 100 }))
    });
    for (const analysis of [one, none, many]) {
      const svg = drawChart(analysis, { width: 360 });
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  test('of any values can be drawn without anything that is not a number', () => {
    const value = fc.option(fc.double({ min: -1e100, max: 1e100, noNaN: true }), { nil: null });
    const type = fc.constantFrom<ChartType>('run', 'i', 'mr');
    const width = fc.integer({ min: 200, max: 1200 });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 40 }),
        type,
        width,
        fc.boolean(),
        (values, kind, wide, compact) => {
          const analysis = analysisOf({ type: kind, ...numbered(values), freeze: 5 });
          expect(drawChart(analysis, { width: wide, compact })).not.toMatch(
            /NaN|Infinity|undefined/
          );
        }
      ),
      { numRuns: 60 }
    );
  });

  test('has an id that is safe wherever it came from', () => {
    expect(drawChart(waiting, { id: 'a "b"' })).toContain('id="a_20_22b_22-title"');
  });

  test('comes twice for a page, with ids of their own', () => {
    const { wide, narrow } = drawForPage(waiting, { ...cycles, id: 'wait' });
    expect(wide).toContain('width="960"');
    expect(wide).toContain('id="wait-wide-title"');
    expect(narrow).toContain('width="360"');
    expect(narrow).toContain('id="wait-narrow-title"');
  });
});

describe('the text alternative', () => {
  test('says what kind of chart, what it shows, its range, its gaps and its marks', () => {
    const text = describeChart(waiting, cycles);
    expect(text).toContain('I chart (XmR) of 26 points from Jan 2023 to Feb 2025.');
    expect(text).toContain('Lowest 24 days (Oct 2024), highest 37 days (Aug 2023).');
    expect(text).toContain('1 point has no value.');
    expect(text).toContain('Left out of the calculation: Nov 2024.');
    expect(text).toContain(
      'Marked on the time axis: 15 Apr 2024, test of change: Cycle 1: walk-in clinic; Jun 2024, change: Second clinic on Thursdays; Jul 2024: Leaflet.'
    );
  });
});

describe('text', () => {
  test('is wrapped to a width, and cut where lines run out', () => {
    const lines = wrapText('Second clinic on Thursdays for families who work', 12, 120, 2);
    expect(lines).toEqual(['Second clinic on', 'Thursdays for familie…']);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(120);
  });
});

describe('labels at the end of lines', () => {
  test('are pushed apart and stay inside', () => {
    expect(spread([10, 12, 100], 15, 0, 200)).toEqual([10, 25, 100]);
    expect(spread([190, 195, 199], 15, 0, 200)).toEqual([170, 185, 200]);
  });
});

describe('the two charts that have no centre line', () => {
  test('a CUSUM is drawn and told', () => {
    const outcomes = Array.from({ length: 80 }, (_, i) => (i > 40 && i % 3 === 0 ? 1 : 0));
    const cusum = bernoulliCusum(outcomes, { target: 0.05 });
    if (!cusum.ok) throw new Error(cusum.error.kind);
    expect(describeCusum(cusum.value)).toBe(
      '80 cases against a usual rate of 5%. 1 sign that the rate has risen, the first at case 61. No sign that it has fallen.'
    );
    expect(drawCusum(cusum.value, { width: 360 })).toContain('Signal: higher');
  });

  test('a Pareto chart is drawn and told', () => {
    const rows = paretoTable([...Array.from({ length: 8 }, () => 'Late'), 'Full', 'Full', 'Other']);
    expect(describePareto(rows)).toBe(
      '11 events in 3 categories. 2 of them make up 91%. The most frequent is Late (8).'
    );
    expect(drawPareto(rows, { width: 360 })).toContain('>91%</text>');
    expect(describePareto([])).toBe('There is nothing to count yet.');
  });
});

describe('a line', () => {
  const dates = (days: readonly string[]) =>
    drawChart(
      analysisOf({
        type: 'run',
        xKind: 'date',
        points: days.map((x, index) => ({ x, y: 5 + (index % 3) }))
      })
    );
  /** How often the line through the values is lifted: each stretch begins with a move. */
  const stretchesOf = (svg: string) =>
    Math.max(...[...svg.matchAll(/<path d="([^"]*)" fill="none" stroke="var\(--chart-ink[^>]*stroke-width="1\.5"/g)].map(([, path = '']) => path.split('M').length - 1)); // prettier-ignore
  const month = (number: number) => `2024-${String(number).padStart(2, '0')}-01`;
  const days = (numbers: readonly number[]) =>
    numbers.map((number) => `2024-01-${String(number).padStart(2, '0')}`);

  test('is broken over a month that nobody measured', () => {
    expect(stretchesOf(dates([1, 2, 3, 4, 5, 6, 7].map(month)))).toBe(1);
    expect(stretchesOf(dates([1, 2, 3, 5, 6, 7].map(month)))).toBe(2);
    expect(stretchesOf(dates([1, 2, 4, 5, 8, 9, 10].map(month)))).toBe(3);
  });

  test('is joined over weekends, and over points without a rhythm', () => {
    expect(stretchesOf(dates(days([1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15, 16])))).toBe(1);
    expect(stretchesOf(dates(days([1, 2, 3, 4, 5, 15, 16])))).toBe(2);
    expect(stretchesOf(dates(days([1, 2, 9, 12, 17, 30])))).toBe(1);
  });
});
