import { sayDate } from '#core/written-dates';
import { inNameOrder } from '../figures/name-order.ts';
import { type FigureRow, type FigureTable, rounded } from '../figures/table.ts';
import { inOrder } from '../figures/trend.ts';
import { statusNames } from '../labels.ts';
import type { FollowedIndicator } from '../need/followed.ts';
import type { Figure, GapView, Measure } from '../types.ts';
import { inGroup } from './sentences.ts';
import type { Beside, TrendLine } from './view.ts';

/**
 * A row for each period and a column for each line, newest first. The note says the status of the first line, that of any other
 * whose figure is missing or may be revised, breaks, and which period is the baseline. A baseline or target that is no figure of
 * a period stands beneath.
 */
export function trendTable(
  lines: readonly TrendLine[],
  measure: Measure,
  aims: Aims = noAims
): FigureTable {
  const periods = inOrder([
    ...new Map(
      lines.flatMap((line) => line.figures).map((figure) => [figure.period, figure])
    ).values()
  ]).reverse();
  const { baseline } = aims;
  const isBaseline = (figure: Figure | undefined) =>
    baseline !== null && figure?.period === baseline.period && figure.value === baseline.value;
  const rows = periods.map(({ period }): FigureRow => {
    const figures = lines.map((line) => line.figures.find((figure) => figure.period === period));
    const [first, ...others] = figures.map(statusNote);
    const broken = measure.breaks.find((each) => each.from === period);
    const notes = [
      isBaseline(figures[0]) ? 'Baseline' : '',
      first ?? '',
      ...others.map((note, index) =>
        note === '' || note === first ? '' : `${lines[index + 1]?.name ?? ''}: ${lowerFirst(note)}`
      ),
      broken ? `Break: ${broken.reason}` : ''
    ];
    return {
      name: period,
      values: figures.map((figure) => rounded(figure?.value ?? null, measure)),
      note: notes.filter((note) => note !== '').join('. ')
    };
  });
  const alone = (name: string, value: number, note: string): FigureRow => ({
    name,
    values: lines.map((_, index) => (index === 0 ? rounded(value, measure) : null)),
    note
  });
  const isInRows = lines[0]?.figures.some(isBaseline) === true;
  const beneath = [
    ...(baseline === null || isInRows ? [] : [alone('Baseline', baseline.value, baseline.period)]),
    ...(aims.target === null
      ? []
      : [
          alone('Target', aims.target, aims.targetBy === null ? '' : `By ${sayDate(aims.targetBy)}`)
        ])
  ];
  const headings = [
    'Period',
    ...lines.map((line) => inGroup(line.name, measure.groupTitle)),
    'Note'
  ];
  return { headings, kinds: lines.map(() => 'figure'), rows: [...rows, ...beneath] };
}

/** What a line is held against. */
export type Aims = Pick<FollowedIndicator, 'baseline' | 'target' | 'targetBy'>;
const noAims: Aims = { baseline: null, target: null, targetBy: null };

/** Why a figure is missing or may change; empty where there is nothing to say. */
function statusNote(figure: Pick<Figure, 'status'> | undefined): string {
  const isPlain =
    figure === undefined || figure.status === 'published' || figure.status === 'final';
  return isPlain ? '' : statusNames[figure.status];
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** A row for each period: the better-off group, the poorer group, the gap, and the gap where else it is published. Newest first. */
export function gapTable(gap: GapView, measure: Measure): FigureTable {
  const rows = [...gap.points].reverse().map((point): FigureRow => {
    const others = gap.beside.map(
      ({ points }) => points.find((each) => each.period === point.period)?.gap ?? null
    );
    const values = [point.betterOff, point.poorer, point.gap, ...others];
    return {
      name: point.period,
      values: values.map((value) => rounded(value, measure)),
      note: statusNote(point)
    };
  });
  const headings = ['Period', gap.betterOffTitle, gap.poorerTitle, 'Gap'];
  const beside = gap.beside.map(({ name }) => `Gap: ${name}`);
  return {
    headings: [...headings, ...beside, 'Note'],
    kinds: ['figure', 'figure', 'points', ...beside.map(() => 'points' as const)],
    rows
  };
}

/** A row for each area, the partnership's own first, the others by name. */
export function besideTable(beside: Beside, measure: Measure): FigureTable {
  const rows = inNameOrder(beside.rows).map((row): FigureRow => ({
    name: row.name,
    values: [rounded(row.value, measure)],
    note: statusNote(row)
  }));
  return {
    headings: ['Area', inGroup(beside.period, measure.groupTitle), 'Note'],
    kinds: ['figure'],
    rows
  };
}
