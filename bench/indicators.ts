import { performance } from 'node:perf_hooks';
import { besideTable, gapTable, trendTable, type Figure, type Measure } from '#modules/indicators';
import { drawDots, drawGap, drawTrend, summariseGap } from '#modules/indicators/server';

/**
 * What the page of one indicator costs the server: 150 areas over 10 years, the mean of them all in every year, a gap, a
 * dot for each area, in two sizes, and every table. Mark: 50 ms of processor time a page.
 */
export function run(args: readonly string[]): void {
  const figures = madeUpFigures(150, 10);
  for (let turn = 0; turn < 20; turn += 1) drawPage(figures);
  const turns = 60;
  const before = process.cpuUsage();
  const begun = performance.now();
  let letters = 0;
  for (let turn = 0; turn < turns; turn += 1) letters = drawPage(figures);
  const used = process.cpuUsage(before);
  const cpuMs = (used.user + used.system) / 1000 / turns;
  const ms = (performance.now() - begun) / turns;
  const answer = { areas: 150, years: 10, cpuMs, ms, letters, markMs: 50 };
  process.stdout.write(
    args.includes('--json')
      ? `${JSON.stringify(answer)}\n`
      : `one page of an indicator, 150 areas × 10 years: ${cpuMs.toFixed(1)} ms of processor time (mark: 50 ms), ${Math.round(letters / 1000)} kB of drawings\n`
  );
}

const measure: Measure = {
  unit: 'percent',
  decimals: 1,
  betterWhen: 'high',
  periodKind: 'academic-year',
  breaks: [{ from: '2021/22', reason: 'Counted anew' }],
  missingPeriods: []
};

type AreaLine = { readonly name: string; readonly figures: readonly Figure[] };

/** Plainly made-up figures between 40 and 90, the same every time. */
function madeUpFigures(areas: number, years: number): AreaLine[] {
  return Array.from({ length: areas }, (_, area) => ({
    name: `Area ${area + 1}`,
    figures: Array.from({ length: years }, (_year, year): Figure => {
      const first = 2015 + year;
      const value = Math.round((40 + ((area * 37 + year * 11) % 500) / 10) * 10) / 10;
      return {
        period: `${first}/${String(first + 1).slice(2)}`,
        starts: `${first}-09-01`,
        value,
        numerator: null,
        denominator: null,
        status: 'published'
      };
    })
  }));
}

/** Draws everything the page shows; answers how many letters that is. */
function drawPage(areas: readonly AreaLine[]): number {
  const [here, other] = areas;
  if (here === undefined || other === undefined) return 0;
  const mean = here.figures.map((figure, year): Figure => {
    const values = areas.flatMap((area) => area.figures[year]?.value ?? []);
    return { ...figure, value: values.reduce((sum, value) => sum + value, 0) / values.length };
  });
  const lines = [
    { role: 'here', name: here.name, figures: here.figures },
    { role: 'nation', name: other.name, figures: other.figures },
    { role: 'peers', name: 'Neighbours', figures: mean }
  ] as const;
  const byGroup = new Map([
    ['better', other.figures],
    ['poorer', here.figures]
  ]);
  const words = { areaName: here.name, betterOffTitle: 'Better off', poorerTitle: 'Poorer' };
  const gap = summariseGap(byGroup, { better: 'better', poorer: 'poorer' }, measure, words);
  const period = here.figures.at(-1)?.period ?? '';
  const rows = areas.map((area, index) => ({
    code: String(index),
    name: area.name,
    value: area.figures.at(-1)?.value ?? null,
    isHere: index === 0
  }));
  let letters = 0;
  for (const size of ['wide', 'narrow'] as const) {
    const common = { title: 'Benchmark', says: 'Made up', measure, size };
    letters += drawTrend({ ...common, id: `trend-${size}`, lines, target: 80 })?.length ?? 0;
    letters += gap === null ? 0 : (drawGap({ ...common, id: `gap-${size}`, gap })?.length ?? 0);
    letters += drawDots({ ...common, id: `dots-${size}`, rows, beside: null })?.length ?? 0;
  }
  trendTable(lines, measure);
  if (gap !== null) gapTable(gap, measure);
  besideTable({ kind: 'councils', period, rows }, measure);
  return letters;
}
