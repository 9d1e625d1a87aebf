/** The stretches that make a signal: a soft band behind them, and what they are in words. */
import type { Signal } from '../types.ts';
import type { Mark } from './marks.ts';
import { textWidth } from './metrics.ts';
import { edgesOf, signalShapes, type Plot } from './plot.ts';

const stretchRules: readonly Signal['rule'][] = [
  'same-side',
  'longest-run',
  'trend',
  'within',
  'straddling',
  'alternating'
];

/** More labels than this would cover the data. The latest are labelled. */
const mostLabels = 2;

export function runMarks(plot: Plot): { readonly bands: Mark[]; readonly labels: Mark[] } {
  const { analysis, top, bottom, left, right, size, isCompact } = plot;
  const bands: Mark[] = [];
  const labels: Mark[] = [];
  const taken: { from: number; to: number; at: number }[] = [];
  const stretches = analysis.signals.filter(({ rule }) => stretchRules.includes(rule));
  for (const signal of [...stretches].reverse()) {
    const first = (signal.points[0] ?? 1) - 1;
    const last = (signal.points.at(-1) ?? 1) - 1;
    const [start] = edgesOf(plot, first);
    const [, end] = edgesOf(plot, last);
    const { ink } = signalShapes[signal.meaning];
    bands.push({
      kind: 'box',
      x: start,
      y: top,
      width: end - start,
      height: bottom - top,
      ink,
      opacity: 0.09
    });
    if (isCompact || labels.length >= mostLabels) continue;
    const text = nameThatFits(signal, size, end - start);
    if (text === null) continue;
    const width = textWidth(text, size);
    const middle = Math.min(
      right - width / 2 - 4,
      Math.max(left + width / 2 + 4, (start + end) / 2)
    );
    const at = labelHeight(plot, signal, last);
    const from = middle - width / 2 - 6;
    const to = middle + width / 2 + 6;
    const isTaken = taken.some(
      (other) => from < other.to && to > other.from && Math.abs(other.at - at) < size + 4
    );
    if (isTaken) continue;
    taken.push({ from, to, at });
    labels.push({ kind: 'text', x: middle, y: at, text, ink, size, anchor: 'middle', weight: 600, halo: true }); // prettier-ignore
  }
  return { bands, labels };
}

/** Beside the centre line on the side the run keeps away from; in a free corner for trends. */
function labelHeight(
  { analysis, top, bottom, y, size }: Plot,
  signal: Signal,
  last: number
): number {
  const centre = analysis.points[last]?.centre ?? null;
  if (signal.rule === 'trend' || signal.direction === null || centre === null) {
    return signal.direction === 'down' ? top + size + 3 : bottom - 8;
  }
  return signal.direction === 'up' ? y(centre) + size + 6 : y(centre) - 8;
}

/** The name of the signal, or how many points in a row, or nothing where the data would be covered. */
function nameThatFits(signal: Signal, size: number, room: number): string | null {
  const short = `${signal.points.length} in a row`;
  return [signal.name, short].find((name) => textWidth(name, size) <= room + 8) ?? null;
}
