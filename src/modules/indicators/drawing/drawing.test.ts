import { describe, expect, test } from 'vitest';
import { gapOf } from '../figures/gap.ts';
import type { Figure, Measure } from '../types.ts';
import { drawDots } from './draw-dots.ts';
import { drawGap } from './draw-gap.ts';
import { drawSparkline } from './draw-sparkline.ts';
import { drawTrend } from './draw-trend.ts';
import { spreadLabels } from './names.ts';
import { valueTicks } from './plane.ts';

const measure: Measure = {
  unit: 'percent',
  decimals: 1,
  betterWhen: 'high',
  periodKind: 'academic-year',
  breaks: [{ from: '2021/22', reason: 'The profile was reformed' }],
  missingPeriods: []
};

function figures(first: number, values: readonly (number | null)[]): Figure[] {
  return values.map((value, index) => ({
    period: `${first + index}/${String(first + index + 1).slice(2)}`,
    starts: `${first + index}-09-01`,
    value,
    numerator: null,
    denominator: null,
    status: value === null ? 'not-collected' : 'published'
  }));
}

// Trafford and England, good level of development, as published.
const here = figures(2017, [75.3, 74.7, null, null, 71.6, 72.1]);
const nation = figures(2017, [71.5, 71.8, null, null, 65.2, 67.2]);
const trend = {
  id: 'trend',
  title: 'Children ready for Year 1',
  says: 'Trafford is at 72.1%.',
  measure,
  lines: [
    { role: 'here', name: 'Trafford', figures: here },
    { role: 'nation', name: 'England', figures: nation }
  ],
  baseline: null,
  target: null,
  targetBy: null
} as const;

/** How often a line of the picture is begun: once for each stretch that may be joined. */
const pathsIn = (svg: string | null, ink: string) =>
  (svg ?? '')
    .split(/<path /)
    .filter((part) => part.includes(`--chart-${ink}`) && part.includes('fill="none"'));

describe('the drawing of a trend', () => {
  test('never draws across the break, nor across years without a figure', () => {
    const drawn = pathsIn(drawTrend(trend), 'accent').map(
      (path) => /d="([^"]*)"/.exec(path)?.[1] ?? ''
    );
    expect(drawn).toHaveLength(2);
    // Each stretch is one pen stroke between its two points.
    for (const path of drawn) expect(path.match(/[ML]/g)).toEqual(['M', 'L']);
  });

  test('says in words what it shows, names its lines, the break and what was not collected', () => {
    const svg = drawTrend(trend) ?? '';
    expect(svg).toContain('role="img"');
    expect(svg).toContain('Trafford is at 72.1%.');
    for (const words of [
      'Trafford 72.1%',
      'England 67.2%',
      'Counted differently from 2021/22',
      'None collected'
    ]) {
      expect(svg).toContain(words);
    }
  });

  test('gives nation, region, neighbours and each group of its own another stroke, with its name', () => {
    const roles = ['here', 'nation', 'region', 'peers', 'group', 'group'] as const;
    const lines = roles.map((role, index) => ({ role, name: `Line ${index}`, figures: figures(2022, [60 + index, 61 + index]) })); // prettier-ignore
    const svg = drawTrend({ ...trend, lines }) ?? '';
    const strokes = svg
      .split('<path ')
      .filter((path) => path.includes('fill="none"') && path.includes('stroke-width'))
      .filter((path) => /M[^M]*[LHV]/.test(path) && /stroke-width="(2.75|1.75|1.5)"/.test(path))
      .map((path) => `${/stroke-width="([^"]*)"/.exec(path)?.[1]} ${/stroke-dasharray="([^"]*)"/.exec(path)?.[1]}`); // prettier-ignore
    expect(new Set(strokes).size).toBe(6);
    for (const { name } of lines) expect(svg).toContain(`${name} `);
  });

  test('draws a baseline from its period on, and a target with its day', () => {
    const aims = {
      baseline: { value: 71.6, period: '2021/22' },
      target: 78,
      targetBy: '2027-03-31'
    };
    const svg = drawTrend({ ...trend, ...aims }) ?? '';
    // Names are broken over lines at the right.
    const words = svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toContain('Baseline 71.6% (2021/22)');
    expect(words).toContain('Target 78.0% by 31 March 2027');
    const narrow = drawTrend({ ...trend, ...aims, size: 'narrow' }) ?? '';
    expect(narrow).toContain('Baseline 71.6% (2021/22)');
  });

  test('says why nothing is drawn in a period, and draws no zero there', () => {
    const bandOf = (status: Figure['status']) => {
      const some = figures(2021, [70, null, 72]);
      const named = some.map((each) => (each.value === null ? { ...each, status } : each));
      return drawTrend({ ...trend, lines: [{ role: 'here', name: 'x', figures: named }] }) ?? '';
    };
    expect(bandOf('suppressed')).toContain('>Hidden<');
    expect(bandOf('suppressed')).not.toContain('collected');
    expect(bandOf('not-published')).toContain('None published');
    expect(bandOf('low')).toContain('Rounds to');
    expect(bandOf('not-applicable')).toContain('applicable');
    expect(bandOf('not-applicable')).not.toContain('collected');
    expect(bandOf('suppressed').match(/<circle /g)).toHaveLength(2);
  });

  test('escapes the name of a place', () => {
    const svg = drawTrend({
      ...trend,
      lines: [{ role: 'here', name: '<b>Perth & Kinross</b>', figures: here }]
    });
    expect(svg).toContain('&lt;b&gt;Perth &amp; Kinross&lt;/b&gt;');
  });

  test('names its target, and on a phone puts the names beneath', () => {
    const svg = drawTrend({ ...trend, target: 78, size: 'narrow' }) ?? '';
    expect(svg).toContain('Target 78.0%');
    expect(svg).toContain('viewBox="0 0 340 ');
  });

  test('is none when there is nothing to join: a single period or no figure', () => {
    expect(
      drawTrend({ ...trend, lines: [{ role: 'here', name: 'x', figures: figures(2023, [5]) }] })
    ).toBeNull();
    expect(
      drawTrend({ ...trend, lines: [{ role: 'here', name: 'x', figures: figures(2023, [null]) }] })
    ).toBeNull();
  });
});

describe('the drawing of a gap', () => {
  const byGroup = new Map([
    ['not-fsm', figures(2021, [75.4, 75.6, 76.1, 77.4])],
    ['fsm', figures(2021, [47.5, 47.5, 47.7, 48.6])]
  ]);
  const words = { areaName: 'Trafford', betterOffTitle: 'Not eligible', poorerTitle: 'Eligible' };
  const gap = gapOf(byGroup, { better: 'not-fsm', poorer: 'fsm' }, measure, words);

  test('names the gap in points and both groups', () => {
    if (gap === null) throw new Error('no gap');
    const svg = drawGap({ id: 'gap', title: 'Gap', says: 'Gap: 28.8 points', measure, gap }) ?? '';
    for (const label of ['Gap 28.8 points', 'Not eligible 77.4%', 'Eligible 48.6%', '>27.9<']) {
      expect(svg).toContain(label);
    }
  });

  test('is none where one of the groups has no figures', () => {
    const alone = new Map([['fsm', figures(2021, [47.5])]]);
    expect(gapOf(alone, { better: 'not-fsm', poorer: 'fsm' }, measure, words)).toBeNull();
  });
});

describe('areas beside one another', () => {
  const rows = [
    { name: 'Surrey', value: 74.1, status: 'provisional', isHere: false },
    { name: 'Bromley', value: null, status: 'not-published', isHere: false },
    { name: 'Trafford', value: 74, status: 'published', isHere: true }
  ] as const;
  const svg =
    drawDots({
      id: 'dots',
      title: 'x',
      says: 'y',
      measure,
      rows,
      lines: [
        { name: 'England', value: 68.3 },
        { name: 'the North West', value: 66.2 }
      ]
    }) ?? '';

  test('stand in the order of their names, the own area first, without ranks', () => {
    const names = [...svg.matchAll(/>(Trafford|Bromley|Surrey)</g)].map((match) => match[1]);
    expect(names).toEqual(['Trafford', 'Bromley', 'Surrey']);
  });

  test('say why a figure is missing; it is not drawn at zero', () => {
    expect(svg).toContain('Not published');
    expect(svg.match(/<circle /g)).toHaveLength(1);
  });

  test('open the mark of a figure that may be revised, and say so', () => {
    expect(svg).toContain('Surrey: 74.1% (provisional)');
    expect(/<circle [^>]*fill="([^"]*)"/.exec(svg)?.[1]).toContain('surface');
  });

  test('are held against the nation and the region, each by name and with a stroke of its own', () => {
    expect(svg).toContain('England 68.3%');
    expect(svg).toContain('the North West 66.2%');
    expect(
      new Set([...svg.matchAll(/stroke-dasharray="([^"]*)"/g)].map(([, dash]) => dash)).size
    ).toBe(2);
  });
});

test('a small trend ends in a dot, and is none with a single figure', () => {
  const drawing = { id: 's', title: 'x', says: 'y', measure };
  expect(drawSparkline({ ...drawing, figures: here })).toContain('<circle');
  expect(drawSparkline({ ...drawing, figures: figures(2023, [5]) })).toBeNull();
});

test('ticks are round, hold every value and stay within 0 and 100%', () => {
  expect(valueTicks([98.2, 99.9], measure).at(-1)).toBe(100);
  expect(valueTicks([0.5, 3], measure)[0]).toBe(0);
  const ticks = valueTicks([65.2, 75.3], measure);
  expect(ticks[0]).toBeLessThanOrEqual(65.2);
  expect(ticks.at(-1)).toBeGreaterThanOrEqual(75.3);
});

test('labels that would cover one another are moved apart, keeping their order', () => {
  expect(spreadLabels([100, 102, 300], [20, 20, 20], 0, 400)).toEqual([100, 120, 300]);
  expect(spreadLabels([395, 398], [20, 20], 0, 400)).toEqual([370, 390]);
});
