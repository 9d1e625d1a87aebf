import type { renderSvg } from '#modules/charts';
import { numberText, unitText } from '../figures/rounding.ts';
import { isAfterBreak } from '../figures/trend.ts';
import type { FigureStatus, Measure } from '../types.ts';

/** What a drawing of figures over time stands on: scales, axes, breaks. Pixels from the top left. */

export type Drawing = Parameters<typeof renderSvg>[0];
export type Mark = Drawing['marks'][number];
export type Ink = Extract<Mark, { kind: 'line' }>['ink'];

/** A point of a line: when its period starts, what it is called, and its value in the unit of the measure. */
export type PlacedFigure = {
  readonly period: string;
  readonly starts: string;
  readonly value: number | null;
  readonly status: FigureStatus;
};

export const textSize = 13;

/** A drawing for a screen, with names at the ends of lines, or for a phone, with names beneath. */
export type Size = 'wide' | 'narrow';

/** The box of a drawing over time. On a phone `names` rows stand beneath the plot. */
export function frameOf(
  size: Size,
  names: number
): {
  readonly width: number;
  readonly height: number;
  readonly box: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
} {
  if (size === 'wide')
    return { width: 900, height: 372, box: { left: 58, right: 690, top: 30, bottom: 330 } };
  const bottom = 260;
  return {
    width: 340,
    height: bottom + 34 + names * 22,
    box: { left: 46, right: 326, top: 30, bottom }
  };
}

/** Roughly how wide a text is in the typeface of the page. Errs on the wide side. */
export function textWidth(text: string, size = textSize): number {
  return text.length * size * 0.56;
}

/** Months since the year 0, with the day as a fraction: the place of a period along the axis. */
export function timeOf(starts: string): number {
  const [year = 0, month = 1, day = 1] = starts.split('-').map(Number);
  return year * 12 + month + (day - 1) / 31;
}

/** A round step of 1, 2, 2.5 or 5 times a power of ten that divides the span into about `wanted` parts. */
export function roundStep(span: number, wanted: number): number {
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
}

/** Round ticks that hold every value with a little air; never below zero for what cannot be, nor above 100%. */
export function valueTicks(values: readonly number[], measure: Measure, wanted = 5): number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low || Math.max(1, Math.abs(high) * 0.2);
  const step = roundStep(span * 1.15, wanted);
  const canBeNegative = low < 0;
  let first = Math.floor((low - span * 0.06) / step);
  if (!canBeNegative) first = Math.max(0, first);
  let last = Math.ceil((high + span * 0.06) / step);
  if (measure.unit === 'percent' && high <= 100) last = Math.min(last, Math.floor(100 / step));
  if (last * step < high) last += 1;
  const ticks: number[] = [];
  for (let index = first; index <= last; index++)
    ticks.push(Number((index * step).toPrecision(12)));
  return ticks;
}

export type Plane = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (starts: string) => number;
  readonly y: (value: number) => number;
  readonly marks: readonly Mark[];
};

/**
 * The ground of a drawing over time: value lines with their figures, periods beneath, a dashed line at each break in the
 * series and a band where no line has a figure, with the reason.
 */
export function timePlane(
  figures: readonly PlacedFigure[],
  ticks: readonly number[],
  measure: Measure,
  box: { left: number; right: number; top: number; bottom: number }
): Plane {
  const { left, right, top, bottom } = box;
  const times = figures.map((figure) => timeOf(figure.starts));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const air = 14;
  const x = (starts: string) =>
    first === last
      ? (left + right) / 2
      : left + air + ((timeOf(starts) - first) / (last - first)) * (right - left - 2 * air);
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const y = (value: number) => bottom - ((value - low) / (high - low || 1)) * (bottom - top);
  const decimals = ticks.every(Number.isInteger) ? 0 : 1;
  const marks: Mark[] = ticks.flatMap((tick): Mark[] => [
    line([left, y(tick)], [right, y(tick)], 'muted', 1, { opacity: 0.25 }),
    text(
      left - 8,
      y(tick) + 4,
      `${numberText(tick, decimals)}${measure.unit === 'percent' ? unitText.percent : ''}`,
      {
        ink: 'muted',
        anchor: 'end',
        size: 12
      }
    )
  ]);
  const ordered = [...new Map(figures.map((figure) => [figure.period, figure])).values()].sort(
    (one, other) => timeOf(one.starts) - timeOf(other.starts)
  );
  marks.push(...missingBands(ordered, figures, x, { top, bottom }));
  marks.push(...breakLines(ordered, measure, x, { left, right, top, bottom }));
  marks.push(...periodLabels(ordered, measure, x, bottom, right - left));
  return { left, right, top, bottom, x, y, marks };
}

/** Bands over periods in which no line has a figure though there are figures before and after. */
function missingBands(
  ordered: readonly PlacedFigure[],
  figures: readonly PlacedFigure[],
  x: Plane['x'],
  { top, bottom }: { top: number; bottom: number }
): Mark[] {
  const known = new Set(
    figures.filter((figure) => figure.value !== null).map((figure) => figure.period)
  );
  const marks: Mark[] = [];
  let index = 0;
  while (index < ordered.length) {
    if (known.has(ordered[index]?.period ?? '')) {
      index += 1;
      continue;
    }
    let end = index;
    while (end + 1 < ordered.length && !known.has(ordered[end + 1]?.period ?? '')) end += 1;
    const [before, from, to, after] = [
      ordered[index - 1],
      ordered[index],
      ordered[end],
      ordered[end + 1]
    ];
    if (before && from && to && after) {
      const start = (x(before.starts) + x(from.starts)) / 2;
      const stop = (x(to.starts) + x(after.starts)) / 2;
      marks.push({
        kind: 'box',
        x: start,
        y: top,
        width: stop - start,
        height: bottom - top,
        ink: 'muted',
        opacity: 0.1
      });
      const middle = (start + stop) / 2;
      const between = ordered.slice(index, end + 1).map(({ period }) => period);
      const said = reasonOf(figures.filter(({ period }) => between.includes(period)));
      const words = stop - start > 90 ? [said] : said.split(' ');
      for (const [row, word] of words.entries()) {
        marks.push(
          text(middle, bottom - 10 - (words.length - 1 - row) * 14, word, {
            ink: 'muted',
            anchor: 'middle',
            size: 12
          })
        );
      }
    }
    index = end + 1;
  }
  return marks;
}

/** Why there is no figure in a band, where all that is known of it agrees. */
function reasonOf(figures: readonly PlacedFigure[]): string {
  const [status, ...others] = new Set(figures.map((figure) => figure.status));
  if (status === undefined || others.length > 0) return 'No figure';
  const words: Partial<Record<FigureStatus, string>> = {
    'not-collected': 'None collected',
    'not-published': 'None published',
    'not-available': 'Not available',
    'not-applicable': 'Not applicable',
    low: 'Rounds to zero',
    suppressed: 'Hidden'
  };
  return words[status] ?? 'No figure';
}

function breakLines(
  ordered: readonly PlacedFigure[],
  measure: Measure,
  x: Plane['x'],
  box: { left: number; right: number; top: number; bottom: number }
): Mark[] {
  return measure.breaks.flatMap(({ from }): Mark[] => {
    const at = ordered.findIndex((figure) => isAfterBreak(figure, from, measure.periodKind));
    const [before, after] = [ordered[at - 1], ordered[at]];
    if (before === undefined || after === undefined) return [];
    const place = (x(before.starts) + x(after.starts)) / 2;
    const isNarrow = box.right - box.left < 400;
    const words = isNarrow ? `New from ${from}` : `Counted differently from ${from}`;
    const isRight = place + textWidth(words, 12) < box.right + (isNarrow ? 0 : 60);
    return [
      line([place, box.top - 4], [place, box.bottom], 'ink', 1, { dash: '2 4', opacity: 0.8 }),
      text(isRight ? place + 6 : place - 6, box.top - 8, words, {
        ink: 'ink',
        anchor: isRight ? 'start' : 'end',
        size: 12,
        halo: true
      })
    ];
  });
}

/** As many period names as fit, the last one always among them; of quarters only the years. */
function periodLabels(
  ordered: readonly PlacedFigure[],
  measure: Measure,
  x: Plane['x'],
  bottom: number,
  width: number
): Mark[] {
  const isQuarterly = measure.periodKind === 'financial-quarter';
  const named = isQuarterly ? ordered.filter((figure) => figure.period.endsWith('Q1')) : ordered;
  const shown = named.length === 0 ? ordered : named;
  const nameOf = (period: string) =>
    isQuarterly && named.length > 0 ? period.replace(/ Q1$/, '') : period;
  const widest = Math.max(...shown.map((figure) => textWidth(nameOf(figure.period), 12)));
  const every = Math.max(
    1,
    Math.ceil(shown.length / Math.max(1, Math.floor(width / (widest + 12))))
  );
  const chosen = shown.filter((_, index) => (shown.length - 1 - index) % every === 0);
  return chosen.flatMap((figure): Mark[] => [
    line([x(figure.starts), bottom], [x(figure.starts), bottom + 5], 'muted', 1),
    text(x(figure.starts), bottom + 20, nameOf(figure.period), {
      ink: 'muted',
      anchor: 'middle',
      size: 12
    })
  ]);
}

export function line(
  from: readonly [number, number],
  to: readonly [number, number],
  ink: Ink,
  width: number,
  more: { dash?: string; opacity?: number } = {}
): Mark {
  return { kind: 'line', path: [from, to], ink, width, ...more };
}

type TextStyle = {
  ink?: Ink;
  anchor?: 'start' | 'middle' | 'end';
  size?: number;
  weight?: 400 | 600;
  halo?: boolean;
};

export function text(x: number, y: number, words: string, style: TextStyle = {}): Mark {
  const { ink = 'ink', anchor = 'start', size = textSize, ...more } = style;
  return { kind: 'text', x, y, text: words, ink, anchor, size, ...more };
}
