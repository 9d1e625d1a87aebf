import { renderSvg } from '#modules/charts';
import { figureText, numberText, unitText } from '../rounding.ts';
import { inNameOrder } from '../name-order.ts';
import type { Measure } from '../views.ts';
import { line, text, textWidth, valueTicks, type Mark, type Size } from './plane.ts';

export type DotRow = {
  readonly name: string;
  readonly value: number | null;
  readonly isHere: boolean;
};

/**
 * Areas beside one another in one period, a dot each, in the order of their names, with a line for the figure they are
 * compared with. An area without a figure says so. Answers null when none has one.
 */
export function drawDots(drawing: {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly measure: Measure;
  readonly rows: readonly DotRow[];
  readonly beside: { readonly name: string; readonly value: number } | null;
  readonly size?: Size;
}): string | null {
  const { measure, beside } = drawing;
  const rows = inNameOrder(drawing.rows);
  const values = rows.flatMap((row) => (row.value === null ? [] : [row.value]));
  if (values.length === 0) return null;
  const rowHeight = rows.length > 16 ? 22 : 28;
  const top = beside === null ? 16 : 40;
  const bottom = top + rows.length * rowHeight;
  const widest = Math.max(...rows.map((row) => textWidth(row.name)));
  const isNarrow = drawing.size === 'narrow';
  const box = isNarrow
    ? { left: Math.min(150, widest + 14), right: 292 }
    : { left: Math.min(260, widest + 20), right: 830 };
  const [width, height] = [isNarrow ? 340 : 900, bottom + 40];
  const ticks = valueTicks(
    beside === null ? values : [...values, beside.value],
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
  if (beside !== null) {
    const place = x(beside.value);
    const words = `${beside.name} ${figureText(beside.value, measure.unit, measure.decimals)}`;
    const half = textWidth(words, 12) / 2;
    marks.push(
      line([place, top - 8], [place, bottom], 'ink', 1.5, { dash: '5 4' }),
      text(Math.min(width - half, Math.max(half, place)), top - 16, words, {
        anchor: 'middle',
        size: 12
      })
    );
  }
  for (const [index, row] of rows.entries()) {
    const y = top + (index + 0.5) * rowHeight;
    const weight = row.isHere ? 600 : 400;
    marks.push(text(box.left - 12, y + 4, row.name, { anchor: 'end', weight }));
    marks.push(line([box.left, y], [box.right, y], 'muted', 1, { opacity: 0.2 }));
    if (row.value === null) {
      marks.push(text(box.left + 8, y + 4, 'No figure', { ink: 'muted', size: 12, halo: true }));
      continue;
    }
    const figure = figureText(row.value, measure.unit, measure.decimals);
    marks.push({
      kind: 'shape',
      shape: row.isHere ? 'diamond' : 'circle',
      x: x(row.value),
      y,
      size: row.isHere ? 8 : 5,
      ink: row.isHere ? 'accent' : 'muted',
      hint: `${row.name}: ${figure}`
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
