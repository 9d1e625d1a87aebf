import { renderSvg } from '#modules/charts';
import { inNameOrder } from '../figures/name-order.ts';
import { figureText, numberText, unitText } from '../figures/rounding.ts';
import { qualityWords, statusLabels } from '../labels.ts';
import type { FigureStatus, Measure } from '../types.ts';
import { line, type Mark, type Size, text, textWidth, valueTicks } from './plane.ts';

export type DotRow = {
  readonly name: string;
  readonly value: number | null;
  readonly status: FigureStatus;
  readonly isHere: boolean;
};

/** A figure that the areas are held against, drawn as a line down. */
export type DotLine = { readonly name: string; readonly value: number };

/** How high the name of a line stands. */
const lineRow = 20;
/** The first line, the second, and so on: told apart by their strokes and names. */
const dashes = ['5 4', '14 4', '2 3', '10 3 2 3', '10 3 2 3 2 3'];

/**
 * Areas beside one another in one period, a dot each, in the order of their names, with a line for each figure they are compared
 * with. An area without a figure says why; a provisional figure is open. Answers null when none has one.
 */
export function drawDots(drawing: {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly measure: Measure;
  readonly rows: readonly DotRow[];
  readonly lines: readonly DotLine[];
  readonly size?: Size;
}): string | null {
  const { measure, lines } = drawing;
  const rows = inNameOrder(drawing.rows);
  const values = rows.flatMap((row) => (row.value === null ? [] : [row.value]));
  if (values.length === 0) return null;
  const rowHeight = rows.length > 16 ? 22 : 28;
  const top = 16 + lines.length * lineRow;
  const bottom = top + rows.length * rowHeight;
  const widest = Math.max(...rows.map((row) => textWidth(row.name)));
  const isNarrow = drawing.size === 'narrow';
  const box = isNarrow
    ? { left: Math.min(150, widest + 14), right: 292 }
    : { left: Math.min(260, widest + 20), right: 830 };
  const [width, height] = [isNarrow ? 340 : 900, bottom + 40];
  const ticks = valueTicks(
    [...values, ...lines.map(({ value }) => value)],
    measure,
    isNarrow ? 2 : 6
  );
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const x = (value: number) =>
    box.left + ((value - low) / (high - low || 1)) * (box.right - box.left);
  const decimals = ticks.every(Number.isInteger) ? 0 : 1;
  const sign = measure.unit === 'percent' ? unitText.percent : '';
  const marks: Mark[] = ticks.flatMap((tick): Mark[] => [
    line([x(tick), top], [x(tick), bottom], 'muted', 1, { opacity: 0.25 }),
    text(x(tick), bottom + 20, `${numberText(tick, decimals)}${sign}`, {
      ink: 'muted',
      anchor: 'middle',
      size: 12
    })
  ]);
  for (const [index, each] of lines.entries()) {
    const place = x(each.value);
    const labelAt = 16 + index * lineRow;
    const words = `${each.name} ${figureText(each.value, measure.unit, measure.decimals)}`;
    const half = textWidth(words, 12) / 2;
    const dash = dashes[index % dashes.length] ?? '';
    marks.push(
      line([place, labelAt + 6], [place, bottom], 'ink', 1.25, { dash, opacity: 0.75 }),
      text(Math.min(width - half, Math.max(half, place)), labelAt, words, {
        anchor: 'middle',
        size: 12,
        halo: true
      })
    );
  }
  for (const [index, row] of rows.entries()) {
    const y = top + (index + 0.5) * rowHeight;
    const weight = row.isHere ? 600 : 400;
    marks.push(text(box.left - 12, y + 4, row.name, { anchor: 'end', weight }));
    marks.push(line([box.left, y], [box.right, y], 'muted', 1, { opacity: 0.2 }));
    if (row.value === null) {
      const why = statusLabels[row.status];
      marks.push(text(box.left + 8, y + 4, why, { ink: 'muted', size: 12, halo: true }));
      continue;
    }
    const figure = figureText(row.value, measure.unit, measure.decimals);
    marks.push({
      kind: 'shape',
      shape: shapeOf(row),
      x: x(row.value),
      y,
      size: row.isHere ? 8 : 5,
      ink: row.isHere ? 'accent' : 'muted',
      hint: `${row.name}: ${figure}${qualityWords(row.status)}`
    });
    marks.push(
      text(x(row.value) + 12, y + 4, figure, {
        ink: row.isHere ? 'accent' : 'ink',
        size: 12,
        weight,
        halo: true
      })
    );
  }
  const { id, title, says } = drawing;
  return renderSvg({ width, height, id, title, description: says, marks }, 'page');
}

function shapeOf({ isHere, status }: DotRow): 'diamond' | 'open-diamond' | 'circle' | 'ring' {
  if (status === 'provisional') return isHere ? 'open-diamond' : 'ring';
  return isHere ? 'diamond' : 'circle';
}
