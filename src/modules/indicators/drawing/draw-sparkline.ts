import { renderSvg } from '#modules/charts';
import { joinedLines } from '../figures/lines.ts';
import { latestOf } from '../figures/trend.ts';
import type { Figure, Measure } from '../types.ts';
import { type Mark, timeOf } from './plane.ts';

/**
 * A trend small enough for a row of a list: lines that end at breaks and missing figures, and a dot at the latest
 * one, open where it is provisional.
 */
export function drawSparkline(drawing: {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly measure: Measure;
  readonly figures: readonly Figure[];
}): string | null {
  const { measure, figures } = drawing;
  const latest = latestOf(figures);
  const values = figures.flatMap((figure) => (figure.value === null ? [] : [figure.value]));
  if (latest === null || values.length < 2) return null;
  const [width, height, air] = [168, 44, 7];
  const times = figures.map((figure) => timeOf(figure.starts));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (starts: string) =>
    air + ((timeOf(starts) - first) / (last - first || 1)) * (width - 2 * air);
  const y = (value: number) =>
    high === low ? height / 2 : height - air - ((value - low) / (high - low)) * (height - 2 * air);
  const marks = joinedLines(figures, measure).flatMap((stretch): Mark[] => {
    const path = stretch.map((figure) => [x(figure.starts), y(figure.value)] as const);
    const [only] = path;
    if (path.length === 1 && only)
      return [{ kind: 'shape', shape: 'dot', x: only[0], y: only[1], size: 2, ink: 'muted' }];
    return [{ kind: 'line', path, ink: 'muted', width: 2 }];
  });
  marks.push({
    kind: 'shape',
    shape: latest.status === 'provisional' ? 'ring' : 'circle',
    x: x(latest.starts),
    y: y(latest.value),
    size: 4.5,
    ink: 'accent'
  });
  const { id, title, says } = drawing;
  return renderSvg({ width, height, id, title, description: says, marks }, 'page');
}
