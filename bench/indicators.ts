import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import {
  besideTable,
  classesOf,
  gapTable,
  mapSentence,
  mapTable,
  trendTable,
  type Figure,
  type MapView,
  type Measure
} from '#modules/indicators';
import { drawDots, drawGap, drawMap, drawTrend } from '#modules/indicators/drawing';
import { gapOf } from '../src/modules/indicators/figures/gap.ts';
import {
  boundaryLayers,
  readBoundaries
} from '../src/modules/indicators/open/boundaries/read-boundaries.ts';

/**
 * What the page of one indicator costs the server: 150 areas over 10 years beside nation, region, the mean of them all in every
 * year and a group, baseline and target, a gap, a dot for each area, in two sizes, and every table; and its map: every upper-tier authority of England with classes, the
 * sentence and the table. Mark: 50 ms of processor time a page.
 */
export function run(args: readonly string[]): void {
  const figures = madeUpFigures(150, 10);
  const page = timed(() => drawPage(figures));
  const view = madeUpMap();
  const map = timed(() => drawMapPage(view));
  const answer = { areas: 150, years: 10, page, map, markMs: 50 };
  const words = (name: string, { cpuMs, letters }: Timed) =>
    `${name}: ${cpuMs.toFixed(1)} ms of processor time (mark: 50 ms), ${Math.round(letters / 1000)} kB of drawings\n`;
  process.stdout.write(
    args.includes('--json')
      ? `${JSON.stringify(answer)}\n`
      : words('one page of an indicator, 150 areas × 10 years', page) +
          words(`its map, ${view.areas.length} areas`, map)
  );
}

type Timed = { readonly cpuMs: number; readonly ms: number; readonly letters: number };

function timed(draw: () => number): Timed {
  for (let turn = 0; turn < 10; turn += 1) draw();
  const turns = 60;
  const before = process.cpuUsage();
  const begun = performance.now();
  let letters = 0;
  for (let turn = 0; turn < turns; turn += 1) letters = draw();
  const used = process.cpuUsage(before);
  const cpuMs = (used.user + used.system) / 1000 / turns;
  return { cpuMs, ms: (performance.now() - begun) / turns, letters };
}

/** The outlines that ship with Cairn, with plainly made-up figures. */
function madeUpMap(): MapView {
  const [layer] = boundaryLayers;
  if (layer === undefined) throw new Error('no outlines');
  const file = `content/data/${layer.folder}/boundaries.geojson`;
  const read = readBoundaries(JSON.parse(readFileSync(file, 'utf8')), layer);
  if (!read.ok) throw new Error(JSON.stringify(read.error[0]));
  const areas = read.value.map(({ area, name }, index) => ({
    code: area,
    name,
    value: 40 + ((index * 37) % 500) / 10,
    status: 'published' as const,
    hidden: null,
    isHere: index === 0,
    counted: null
  }));
  return {
    ...{ id: 'made-up', title: 'Made up', plainTitle: 'Made up', measure, source: '' },
    ...{ attribution: '', licenceUrl: null, outlineAttribution: '', updatedAt: null },
    ...{ nationName: 'England', hereName: null, regionName: null, periods: ['2024/25'] },
    ...{ period: '2024/25', groups: [], group: 'all', extents: ['nation'], extent: 'nation' },
    classing: 'equal-numbers',
    classes: classesOf(
      areas.map((area) => area.value),
      'equal-numbers',
      measure.decimals
    ),
    areas,
    outlines: read.value,
    protection: null
  };
}

function drawMapPage(view: MapView): number {
  const says = mapSentence(view);
  mapTable(view);
  return drawMap({ id: 'map', title: 'Benchmark', says, view })?.length ?? 0;
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
    { id: 'here', role: 'here', name: here.name, figures: here.figures },
    { id: 'nation', role: 'nation', name: other.name, figures: other.figures },
    { id: 'region', role: 'region', name: 'Region', figures: other.figures },
    { id: 'neighbours', role: 'peers', name: 'Neighbours', figures: mean },
    { id: 'own', role: 'group', name: 'A group of our own', figures: mean }
  ] as const;
  const baseline = { value: 60, period: '2018/19' };
  const aims = { baseline, target: 80, targetBy: '2027-03-31' };
  const byGroup = new Map([
    ['better', other.figures],
    ['poorer', here.figures]
  ]);
  const words = { areaName: here.name, betterOffTitle: 'Better off', poorerTitle: 'Poorer' };
  const gap = gapOf(byGroup, { better: 'better', poorer: 'poorer' }, measure, words);
  const period = here.figures.at(-1)?.period ?? '';
  const rows = areas.map((area, index) => ({
    code: String(index),
    name: area.name,
    value: area.figures.at(-1)?.value ?? null,
    status: 'published' as const,
    isHere: index === 0
  }));
  const held = ['England', 'the region'].map((name) => ({ name, value: 61 }));
  let letters = 0;
  for (const size of ['wide', 'narrow'] as const) {
    const common = { title: 'Benchmark', says: 'Made up', measure, size };
    letters += drawTrend({ ...common, id: `trend-${size}`, lines, ...aims })?.length ?? 0;
    letters += gap === null ? 0 : (drawGap({ ...common, id: `gap-${size}`, gap })?.length ?? 0);
    letters += drawDots({ ...common, id: `dots-${size}`, rows, lines: held })?.length ?? 0;
  }
  trendTable(lines, measure, aims);
  if (gap !== null) gapTable(gap, measure);
  besideTable({ id: 'councils', kind: 'councils', name: '', period, rows }, measure);
  return letters;
}
