import type { Beside, TrendLine } from './indicator-view.ts';
import { areaNote } from './map-sentences.ts';
import { classNumber, type MapView } from './map-view.ts';
import { inNameOrder } from './name-order.ts';
import { periodWords } from './periods.ts';
import { roundTo } from './rounding.ts';
import { statusNames } from './sentences.ts';
import { inOrder } from './trend.ts';
import type { GapView, Measure } from './views.ts';

/** The numbers of a drawing: shown beneath it, and taken out as a file. A missing number is null with words in `missing`. */
export type FigureTable = {
  readonly headings: readonly string[];
  /** What the numbers of each column are: figures in the indicator's unit, points between two of them, or whole numbers. */
  readonly kinds: readonly ColumnKind[];
  readonly rows: readonly FigureRow[];
};
export type ColumnKind = 'figure' | 'points' | 'whole';
export type FigureRow = {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly note: string;
};

/** A table as the rows of a file, its source beneath. A missing number is an empty cell; its note says why. */
export function tableCsv(table: FigureTable, source: string): string[][] {
  const rows = table.rows.map((row) => [
    row.name,
    ...row.values.map((value) => (value === null ? '' : String(value))),
    row.note
  ]);
  const foot = source === '' ? [] : [[], [`Source: ${source}`]];
  return [[...table.headings], ...rows, ...foot];
}

/** A row for each period and a column for each line, newest first; the status of the first line, and breaks, as a note. */
export function trendTable(lines: readonly TrendLine[], measure: Measure): FigureTable {
  const periods = inOrder([
    ...new Map(
      lines.flatMap((line) => line.figures).map((figure) => [figure.period, figure])
    ).values()
  ]).reverse();
  const rows = periods.map(({ period }): FigureRow => {
    const figures = lines.map((line) => line.figures.find((figure) => figure.period === period));
    const status = figures[0]?.status;
    const isPlain = status === undefined || status === 'published' || status === 'final';
    const broken = measure.breaks.find((each) => each.from === period);
    const notes = [isPlain ? '' : statusNames[status], broken ? `Break: ${broken.reason}` : ''];
    return {
      name: period,
      values: figures.map((figure) => rounded(figure?.value ?? null, measure)),
      note: notes.filter((note) => note !== '').join('. ')
    };
  });
  const headings = ['Period', ...lines.map((line) => line.name), 'Note'];
  return { headings, kinds: lines.map(() => 'figure'), rows };
}

/** A row for each period: the better-off group, the poorer group, and the gap. Newest first. */
export function gapTable(gap: GapView, measure: Measure): FigureTable {
  const rows = [...gap.points].reverse().map((point): FigureRow => ({
    name: point.period,
    values: [point.betterOff, point.poorer, point.gap].map((value) => rounded(value, measure)),
    note: point.gap === null ? statusNames[point.status] : ''
  }));
  const headings = ['Period', gap.betterOffTitle, gap.poorerTitle, 'Gap', 'Note'];
  return { headings, kinds: ['figure', 'figure', 'points'], rows };
}

/** A row for each area, the partnership's own first, the others by name. */
export function besideTable(beside: Beside, measure: Measure): FigureTable {
  const rows = inNameOrder(beside.rows).map((row): FigureRow => ({
    name: row.name,
    values: [rounded(row.value, measure)],
    note: row.value === null ? statusNames['not-available'] : ''
  }));
  return { headings: ['Area', beside.period, 'Note'], kinds: ['figure'], rows };
}

/** A row for each area of a map, by name: its figure, its class, and why it has none. */
export function mapTable(view: MapView): FigureTable {
  const rows = [...view.areas]
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
    .map((area): FigureRow => ({
      name: area.name,
      values: [rounded(area.value, view.measure), classNumber(area, view.classes)],
      note: areaNote(area, view.measure)
    }));
  const period = periodWords(view.period, view.measure.periodKind);
  return { headings: ['Area', period, 'Class', 'Note'], kinds: ['figure', 'whole'], rows };
}

function rounded(value: number | null, { decimals, unit }: Measure): number | null {
  return value === null ? null : roundTo(value, unit === 'count' ? 0 : decimals);
}
