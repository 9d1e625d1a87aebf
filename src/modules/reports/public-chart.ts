import type { DrawingBlock } from '#core/written-document';
import type { HiddenReason } from '#modules/disclosure';
import type { PublicPoint, PublicSeries } from './public-types.ts';

/** Where everything of a public chart stands. Units: CSS pixels, from the top left corner. */
export type PublicDrawing = {
  readonly width: number;
  readonly height: number;
  readonly axis: { readonly left: number; readonly right: number; readonly bottom: number };
  readonly grid: readonly { readonly y: number; readonly label: string }[];
  /** One path for each stretch of neighbours that can be shown; a hidden point parts them. */
  readonly lines: readonly string[];
  readonly dots: readonly {
    readonly x: number;
    readonly y: number;
    /** Only the first and the last carry their value. */
    readonly label: string | null;
    readonly anchor: 'start' | 'middle' | 'end';
  }[];
  /** Where a point is hidden: a mark above the plot, at no value, and a faint line down to the axis at its time. */
  readonly gaps: readonly {
    readonly x: number;
    readonly y: number;
    readonly from: number;
    readonly to: number;
  }[];
  readonly dates: readonly {
    readonly x: number;
    readonly label: string;
    readonly anchor: 'start' | 'middle' | 'end';
  }[];
};

const margin = { top: 28, right: 24, bottom: 34, left: 44 } as const;
/** The height above the plot in which hidden points are marked, where there are any. */
const markBand = 22;

/**
 * Lays out a line of safe values, the vertical axis beginning at none so that a small change looks small.
 * Units: `width` in CSS pixels. Assumes: points in time order, at least one of them shown.
 */
export function layoutPublicChart(series: PublicSeries, width: number): PublicDrawing {
  const band = series.points.some((point) => !isShown(point)) ? markBand : 0;
  const plotTop = margin.top + band;
  const height = Math.round(Math.min(300, Math.max(210, width * 0.42))) + band;
  const shown = series.points.filter(isShown);
  const top = topOf(series.unit, Math.max(...shown.map((point) => point.value)));
  const right = width - margin.right;
  const bottom = height - margin.bottom;
  const times = series.points.map((point) => timeOf(point.on));
  const first = times[0] ?? 0;
  const span = Math.max(1, (times.at(-1) ?? 0) - first);
  const xOf = (time: number) =>
    round(margin.left + 12 + ((time - first) / span) * (right - margin.left - 12));
  const yOf = (value: number) => round(bottom - (value / top) * (bottom - plotTop));

  const placed = series.points.map((point, index) => ({
    point,
    x: xOf(times[index] ?? 0),
    y: point.value === null ? bottom : yOf(point.value)
  }));
  const stretches: { x: number; y: number }[][] = [[]];
  for (const { point, x, y } of placed) {
    if (point.value === null) stretches.push([]);
    else stretches.at(-1)?.push({ x, y });
  }
  const firstShown = shown[0];
  const lastShown = shown.at(-1);
  return {
    width,
    height,
    axis: { left: margin.left, right, bottom },
    grid: [0, 0.5, 1].map((part) => ({
      y: yOf(top * part),
      label: valueWords(top * part, series.unit)
    })),
    lines: stretches
      .filter((stretch) => stretch.length > 1)
      .map((stretch) =>
        stretch.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ')
      ),
    dots: placed.flatMap(({ point, x, y }) =>
      point.value === null
        ? []
        : [
            {
              x,
              y,
              label:
                point === firstShown || point === lastShown
                  ? valueWords(point.value, series.unit)
                  : null,
              anchor:
                point === firstShown
                  ? ('start' as const)
                  : x > right - 24
                    ? ('end' as const)
                    : ('middle' as const)
            }
          ]
    ),
    gaps: placed.flatMap(({ point, x }) =>
      point.value === null ? [{ x, y: 16, from: markBand, to: bottom }] : []
    ),
    dates: datesOf(placed.map(({ point, x }) => ({ x, on: point.on })))
  };
}

/** A line of safe values as a picture in concrete colours, for a document. `width` in CSS pixels. */
export function publicChartSvg(series: PublicSeries, width: number): string {
  const drawing = layoutPublicChart(series, width);
  const { axis, height } = drawing;
  const text = (x: number, y: number, anchor: string, words: string, ink: string): string =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="14" fill="${ink}">${words}</text>`;
  const marks = [
    ...drawing.grid.flatMap(({ y, label }) => [
      `<line x1="${axis.left}" x2="${axis.right}" y1="${y}" y2="${y}" stroke="#c9d1d4"/>`,
      text(axis.left - 8, y + 4, 'end', label, '#4a5a61')
    ]),
    ...drawing.lines.map(
      (path) => `<path d="${path}" fill="none" stroke="#0b5a6b" stroke-width="2.5"/>`
    ),
    ...drawing.gaps.flatMap(({ x, y, from, to }) => [
      `<line x1="${x}" x2="${x}" y1="${from}" y2="${to}" stroke="#8a9499" stroke-dasharray="2 4"/>`,
      text(x, y, 'middle', '×', '#4a5a61')
    ]),
    ...drawing.dots.flatMap(({ x, y, label, anchor }) => [
      `<circle cx="${x}" cy="${y}" r="4.5" fill="#0b5a6b"/>`,
      ...(label === null ? [] : [text(x, y - 12, anchor, label, '#16262d')])
    ]),
    ...drawing.dates.map(({ x, label, anchor }) =>
      text(x, axis.bottom + 22, anchor, label, '#4a5a61')
    )
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'Atkinson Hyperlegible Next', Arial, sans-serif">${marks.join('')}</svg>`;
}

/** A line of safe values as a drawing of a document, with its sentence and its table. */
export function publicChartBlock(series: PublicSeries): DrawingBlock {
  return {
    kind: 'drawing',
    title: series.title,
    svg: publicChartSvg(series, 640),
    alternative: publicSeriesSentence(series),
    table: {
      kind: 'table',
      caption: `${series.title}, as a table`,
      rowHeaders: true,
      columns: [{ heading: 'When' }, { heading: 'Value', align: 'right' }],
      rows: publicRows(series).map(({ when, value }) => [when, value])
    }
  };
}

type Shown = PublicPoint & { readonly value: number };

function isShown(point: PublicPoint): point is Extract<PublicPoint, Shown> {
  return point.value !== null;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** The top of the axis: 100 for percentages, else the next of 1, 2, 5 times a power of ten. */
function topOf(unit: PublicSeries['unit'], largest: number): number {
  if (unit === '%') return 100;
  const power = 10 ** Math.floor(Math.log10(Math.max(largest, 10)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= largest) ?? largest;
}

function timeOf(on: string): number {
  return Date.parse(on.length === 7 ? `${on}-01T00:00:00Z` : `${on}T00:00:00Z`);
}

/** The first date and the last. */
function datesOf(
  points: readonly { readonly x: number; readonly on: string }[]
): PublicDrawing['dates'] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    { x: first.x - 12, label: shortSpan(first.on), anchor: 'start' },
    { x: last.x, label: shortSpan(last.on), anchor: 'end' }
  ];
}

const monthAndYear = new Intl.DateTimeFormat('en-GB', {
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC'
});
const longMonth = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC'
});
const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const monthAlone = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const numbers = new Intl.NumberFormat('en-GB');

function shortSpan(on: string): string {
  return monthAndYear.format(new Date(timeOf(on)));
}

/** The span of a point in words: "11 May 2026", "May 2026", "April to June 2026". */
export function spanWords(on: string, grouping: PublicSeries['grouping']): string {
  const begins = new Date(timeOf(on));
  if (grouping === 'entry') return longDay.format(begins);
  if (grouping === 'month') return longMonth.format(begins);
  const ends = new Date(Date.UTC(begins.getUTCFullYear(), begins.getUTCMonth() + 2, 1));
  return `${monthAlone.format(begins)} to ${longMonth.format(ends)}`;
}

function valueWords(value: number, unit: PublicSeries['unit']): string {
  return `${numbers.format(value)}${unit}`;
}

const gapWords: Readonly<Partial<Record<HiddenReason, string>>> = {
  'small-number': 'not shown: too few',
  'small-group': 'not shown: too few were asked',
  'small-remainder': 'not shown: nearly the same for everyone'
};

/** The rows of the table beside the chart. */
export function publicRows(series: PublicSeries): { when: string; value: string }[] {
  return series.points.map((point) => ({
    when: spanWords(point.on, series.grouping),
    value:
      point.value === null
        ? (gapWords[point.why] ?? 'not shown')
        : valueWords(point.value, series.unit)
  }));
}

/**
 * What the line shows, as one would say it: where it began and where it is now. Claims nothing of chance or cause. Where the chart
 * is not `isDrawn` beside it, no mark of it is named.
 */
export function publicSeriesSentence(series: PublicSeries, { isDrawn = true } = {}): string {
  const shown = series.points.filter(isShown);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return '';
  const at = (point: PublicPoint) => spanWords(point.on, series.grouping);
  const lead = series.grouping === 'entry' ? 'On' : 'In';
  const hidden = series.points.length - shown.length;
  const gaps =
    hidden === 0
      ? ''
      : ` ${hidden === 1 ? 'One point' : `${numbers.format(hidden)} points`}${isDrawn ? ' (×)' : ''} ${hidden === 1 ? 'is' : 'are'} not shown.`;
  return `${lead} ${at(first)} it was ${valueWords(first.value, series.unit)}; ${lead.toLowerCase()} ${at(last)} it was ${valueWords(last.value, series.unit)}.${gaps}`;
}
