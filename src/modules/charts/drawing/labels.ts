/** Words on the chart: the lines' names at their right ends, and the legend of shapes. */
import type { Analysis, DrawOptions } from '../types.ts';
import { sayFigure } from '../analysis/wording.ts';
import type { Ink, Mark, Shape } from './marks.ts';
import { shorten, textWidth } from './metrics.ts';
import { signalShapes, type Plot } from './plot.ts';

export interface EndLabel {
  readonly name: string;
  readonly figure: string;
  readonly value: number;
  readonly ink: Ink;
  readonly weight: 400 | 600;
}

/** Names and figures of the lines where they end, top to bottom. */
export function endLabels(analysis: Analysis, unit: string): EndLabel[] {
  const last = analysis.points.at(-1);
  const { decimals } = analysis;
  const labels: EndLabel[] = [];
  const add = (name: string, value: number | null | undefined, ink: Ink, weight: 400 | 600) => {
    if (value === null || value === undefined || !Number.isFinite(value)) return;
    labels.push({ name, figure: sayFigure(value, decimals, unit), value, ink, weight });
  };
  add(analysis.centreName, last?.centre, 'median', 600);
  add('Upper limit', last?.upper, 'muted', 400);
  add('Lower limit', last?.lower, 'muted', 400);
  const target = analysis.target;
  if (target) add(target.label ?? 'Target', target.value, 'target', 600);
  return labels.sort((a, b) => b.value - a.value);
}

/** The room they need: in one line when wide, name above figure when narrow. */
export function gutterWidth(labels: readonly EndLabel[], size: number, isNarrow: boolean): number {
  const widths = labels.map(({ name, figure }) =>
    isNarrow
      ? Math.max(textWidth(name, size), textWidth(figure, size))
      : textWidth(`${name} ${figure}`, size)
  );
  return Math.ceil(Math.max(0, ...widths) * 1.03) + 12;
}

/** Places the labels beside their lines, pushed apart where they would overlap. */
export function placeEndLabels(plot: Plot, labels: readonly EndLabel[], width: number): Mark[] {
  const { right, top, bottom, y, size, isNarrow } = plot;
  const height = isNarrow ? size * 2 + 5 : size + 4;
  const wanted = labels.map(({ value }) => y(value));
  const placed = spread(wanted, height, top, bottom);
  return labels.flatMap((label, i) => {
    const at = placed[i] ?? wanted[i] ?? top;
    const line = wanted[i] ?? at;
    const base = {
      kind: 'text',
      x: right + 8,
      ink: label.ink,
      size,
      anchor: 'start',
      weight: label.weight
    } as const;
    const leader: Mark[] =
      Math.abs(at - line) > 3
        ? [{ kind: 'line', path: [[right, line], [right + 6, at]], ink: label.ink, width: 0.8, opacity: 0.7 }] // prettier-ignore
        : [];
    if (!isNarrow) {
      const text = shorten(`${label.name} ${label.figure}`, size, width - 8);
      return [...leader, { ...base, y: at + size * 0.36, text }];
    }
    return [
      ...leader,
      { ...base, y: at - size * 0.16, text: shorten(label.name, size, width - 8) },
      { ...base, y: at + size * 0.92, text: shorten(label.figure, size, width - 8) }
    ];
  });
}

/** Moves places (ordered) apart so that none is nearer than `gap`, staying between `top` and `bottom`. */
export function spread(
  wanted: readonly number[],
  gap: number,
  top: number,
  bottom: number
): number[] {
  const placed = [...wanted];
  for (let i = 1; i < placed.length; i++) {
    placed[i] = Math.max(placed[i] ?? 0, (placed[i - 1] ?? 0) + gap);
  }
  let limit = bottom;
  for (let i = placed.length - 1; i >= 0; i--) {
    placed[i] = Math.min(placed[i] ?? 0, limit);
    limit = (placed[i] ?? 0) - gap;
  }
  // Halfway back towards the wanted places, as far as the neighbours allow.
  let floor = top;
  for (let i = 0; i < placed.length; i++) {
    placed[i] = Math.max(placed[i] ?? 0, floor);
    floor = (placed[i] ?? 0) + gap;
  }
  return placed;
}

interface LegendItem {
  readonly shape: Shape | 'dashed-centre';
  readonly ink: Ink;
  readonly text: string;
}

/** What the shapes on this chart mean; nothing that is not there. */
function legendItems(analysis: Analysis, options: DrawOptions): LegendItem[] {
  const items: LegendItem[] = [];
  for (const meaning of ['improvement', 'concern', 'neutral'] as const) {
    if (!analysis.points.some((point) => point.included && point.meaning === meaning)) continue;
    const { shape, ink, says } = signalShapes[meaning];
    items.push({ shape, ink, text: says });
  }
  const crossings = analysis.signals.find(
    ({ rule }) => rule === 'crossings' || rule === 'number-of-runs'
  );
  if (crossings) items.push({ shape: 'dashed-centre', ink: 'median', text: crossings.name });
  if (analysis.points.some(({ included, value }) => !included && value !== null)) {
    items.push({ shape: 'ring', ink: 'muted', text: 'left out of the calculation' });
  }
  const kinds = new Set((options.annotations ?? []).map(({ kind }) => kind));
  if (kinds.has('cycle')) items.push({ shape: 'triangle', ink: 'accent', text: 'test of change' });
  if (kinds.has('change')) items.push({ shape: 'square', ink: 'accent', text: 'change' });
  return items;
}

/** The legend in as many lines as it needs from `y` down; the answer carries its height. */
export function legend(
  analysis: Analysis,
  options: DrawOptions,
  left: number,
  right: number,
  y: number,
  size: number
): { readonly marks: Mark[]; readonly height: number } {
  const marks: Mark[] = [];
  const lineHeight = size + 7;
  let x = left;
  let line = 0;
  for (const { shape, ink, text } of legendItems(analysis, options)) {
    const width = 18 + textWidth(text, size) + 16;
    if (x > left && x + width - 16 > right) {
      line++;
      x = left;
    }
    const at = y + line * lineHeight + size * 0.7;
    if (shape === 'dashed-centre') {
      marks.push({ kind: 'line', path: [[x, at], [x + 14, at]], ink, width: 1.8, dash: '6 2' }); // prettier-ignore
    } else {
      marks.push({
        kind: 'shape',
        shape,
        x: x + 6,
        y: at,
        size: shape === 'ring' ? 3.6 : 5.4,
        ink
      });
    }
    marks.push({
      kind: 'text',
      x: x + 18,
      y: at + size * 0.36,
      text,
      ink: 'ink',
      size,
      anchor: 'start'
    });
    x += width;
  }
  return { marks, height: marks.length === 0 ? 0 : (line + 1) * lineHeight };
}
