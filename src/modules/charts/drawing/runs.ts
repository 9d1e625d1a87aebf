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
  const taken: { from: number; to: number; isLow: boolean }[] = [];
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
    // Points above the line leave room below them, and the other way round.
    const isLow = signal.direction !== 'down';
    const width = textWidth(signal.name, size);
    const middle = Math.min(
      right - width / 2 - 4,
      Math.max(left + width / 2 + 4, (start + end) / 2)
    );
    const from = middle - width / 2 - 6;
    const to = middle + width / 2 + 6;
    if (taken.some((other) => other.isLow === isLow && from < other.to && to > other.from))
      continue;
    taken.push({ from, to, isLow });
    const y = isLow ? bottom - 8 : top + size * (analysis.phases.length > 1 ? 2.3 : 1) + 3;
    labels.push({ kind: 'text', x: middle, y, text: signal.name, ink, size, anchor: 'middle', weight: 600, halo: true }); // prettier-ignore
  }
  return { bands, labels };
}
