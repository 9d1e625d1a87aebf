/** Centre line, limits, target, the data and their points. */
import { holesBefore } from './holes.ts';
import type { AnalysedPhase, AnalysedPoint } from '../types.ts';
import { sayFigure } from '../analysis/wording.ts';
import { ruleSets } from '../rules/rule-sets.ts';
import type { Ink, Mark } from './marks.ts';
import { textWidth } from './metrics.ts';
import { edgesOf, signalShapes, type Plot } from './plot.ts';

type Level = (point: AnalysedPoint) => number | null;

interface Stroke {
  readonly ink: Ink;
  readonly width: number;
  readonly dash?: string;
  readonly opacity?: number;
}

/** A line that steps at the middle between two points where their levels differ. */
function stepped(plot: Plot, from: number, to: number, level: Level, stroke: Stroke): Mark[] {
  const path: (readonly [number, number] | null)[] = [];
  let before: number | null = null;
  for (let i = from; i < to; i++) {
    const point = plot.analysis.points[i];
    const value = point ? level(point) : null;
    if (value === null) {
      if (before !== null) path.push(null);
      before = null;
      continue;
    }
    const [start, end] = edgesOf(plot, i);
    const y = plot.y(value);
    if (value === before) path[path.length - 1] = [end, y];
    else path.push([start, y], [end, y]);
    before = value;
  }
  return path.length === 0 ? [] : [{ kind: 'line', path, ...stroke }];
}

const twoSigmaRules = Object.values(ruleSets).filter(({ rules }) =>
  rules.some((rule) => rule.kind === 'beyond' && rule.sigma === 2)
);

/** Limits of every phase; beyond a frozen baseline they are dashed, being carried forward. */
export function limitLines(plot: Plot): Mark[] {
  const { analysis, isCompact } = plot;
  const hasNear = !isCompact && twoSigmaRules.some(({ id }) => id === analysis.ruleSet);
  return analysis.phases.flatMap((phase) =>
    baselineAndAfter(phase).flatMap(([from, to, dash]) => [
      ...stepped(plot, from, to, ({ upper }) => upper, { ink: 'muted', width: 1.2, ...dash }),
      ...stepped(plot, from, to, ({ lower }) => lower, { ink: 'muted', width: 1.2, ...dash }),
      ...(hasNear
        ? [
            ...stepped(plot, from, to, ({ upperNear }) => upperNear, nearStroke),
            ...stepped(plot, from, to, ({ lowerNear }) => lowerNear, nearStroke)
          ]
        : [])
    ])
  );
}

const nearStroke: Stroke = { ink: 'muted', width: 1, dash: '1 4', opacity: 0.8 };

type Part = readonly [from: number, to: number, dash: { readonly dash?: string }];

function baselineAndAfter({ from, to, frozenTo }: AnalysedPhase): Part[] {
  if (frozenTo === null) return [[from - 1, to, {}]];
  return [
    [from - 1, frozenTo, {}],
    [frozenTo, to, { dash: '6 4' }]
  ];
}

/** The centre line; dashed in a phase that crosses it too seldom. */
export function centreLines(plot: Plot): Mark[] {
  const { analysis, isCompact } = plot;
  return analysis.phases.flatMap((phase) => {
    const isSeldomCrossed = analysis.signals.some(
      (signal) =>
        signal.phase === phase.phase && signal.direction === null && signal.rule !== 'within'
    );
    return baselineAndAfter(phase).flatMap(([from, to, dash]) =>
      stepped(plot, from, to, ({ centre }) => centre, {
        ink: 'median',
        width: isCompact ? 1.2 : 1.8,
        ...(isSeldomCrossed ? { dash: '10 3' } : dash)
      })
    );
  });
}

export function targetLine({ analysis, left, right, y }: Plot): Mark[] {
  if (!analysis.target) return [];
  const at = y(analysis.target.value);
  return [
    {
      kind: 'line',
      path: [
        [left, at],
        [right, at]
      ],
      ink: 'target',
      width: 1.5,
      dash: '2 4'
    }
  ];
}

/** The border between phases, with their names; and the centre of the earlier ones in figures. */
export function phaseMarks(plot: Plot): Mark[] {
  const { analysis, top, bottom, size, isCompact, unit } = plot;
  if (analysis.phases.length < 2) return [];
  const marks: Mark[] = [];
  const last = analysis.phases.length;
  for (const phase of analysis.phases) {
    const [start] = edgesOf(plot, phase.from - 1);
    const [, end] = edgesOf(plot, phase.to - 1);
    if (phase.phase > 1) {
      marks.push({
        kind: 'line',
        path: [
          [start, top],
          [start, bottom]
        ],
        ink: 'muted',
        width: 1,
        dash: '3 3'
      });
    }
    if (isCompact) continue;
    const name = phase.label ?? (phase.phase > 1 ? `Phase ${phase.phase}` : null);
    if (name !== null && textWidth(name, size) < end - start - 6) {
      marks.push({ kind: 'text', x: start + (phase.phase > 1 ? 4 : 0), y: top - 5, text: name, ink: 'muted', size, anchor: 'start', halo: true }); // prettier-ignore
    }
    if (phase.phase < last && phase.centre !== null) {
      const text = sayFigure(phase.centre, analysis.decimals, unit);
      const place = clearestPlace(plot, phase, phase.centre, textWidth(text, size));
      if (place) {
        marks.push({ kind: 'text', ...place, text, ink: 'median', size, anchor: 'middle', weight: 600, halo: true }); // prettier-ignore
      }
    }
  }
  return marks;
}

/** Where a figure beside the centre line of a phase is furthest from the data. */
function clearestPlace(
  plot: Plot,
  phase: AnalysedPhase,
  centre: number,
  width: number
): { x: number; y: number } | null {
  const { x, y, size } = plot;
  const start = x.at[phase.from - 1] ?? 0;
  const end = x.at[phase.to - 1] ?? start;
  if (end - start < width) return null;
  let best: { x: number; y: number; room: number } | null = null;
  for (let step = 0; step <= 10; step++) {
    const middle = start + width / 2 + ((end - start - width) * step) / 10;
    for (const away of [-6, size + 3, -6 - size, size * 2 + 3]) {
      const baseline = y(centre) + away;
      // Enough is enough: from there on nearer to the line is better.
      const clear = clearance(plot, phase, middle, width, baseline - size * 0.36);
      const room = Math.min(clear, size * 1.1) - Math.abs(away) / 20;
      if (!best || room > best.room) best = { x: middle, y: baseline, room };
    }
  }
  return best && { x: best.x, y: best.y };
}

/** How far the data line stays from the middle of a text of this width. */
function clearance(
  { x, y, analysis }: Plot,
  phase: AnalysedPhase,
  middle: number,
  width: number,
  height: number
): number {
  let room = Infinity;
  for (let i = phase.from - 1; i <= phase.to; i++) {
    const [x1, x2] = [x.at[i - 1], x.at[i]];
    const [y1, y2] = [analysis.points[i - 1]?.value, analysis.points[i]?.value];
    if (x1 === undefined || x2 === undefined || typeof y1 !== 'number' || typeof y2 !== 'number')
      continue;
    const from = Math.max(x1, middle - width / 2 - 3);
    const to = Math.min(x2, middle + width / 2 + 3);
    if (from > to) continue;
    for (const at of [from, (from + to) / 2, to]) {
      const share = x2 === x1 ? 0 : (at - x1) / (x2 - x1);
      room = Math.min(room, Math.abs(y(y1 + share * (y2 - y1)) - height));
    }
  }
  return room;
}

/** So many points that dots would touch. */
function isDense({ analysis, left, right }: Plot): boolean {
  return (right - left) / Math.max(1, analysis.points.length) < 4;
}

/** The thin ink line through the values: broken where one is missing or was not measured, past points left out. */
export function dataLine(plot: Plot): Mark[] {
  const { analysis, x, y, isCompact } = plot;
  if (analysis.xKind === 'category') return [];
  const path: (readonly [number, number] | null)[] = [];
  const holes = holesBefore(analysis);
  analysis.points.forEach((point, i) => {
    if (holes[i] === true) path.push(null);
    if (!point.included) return;
    path.push(point.value === null ? null : [x.at[i] ?? 0, y(point.value)]);
  });
  return [{ kind: 'line', path, ink: 'ink', width: isCompact || isDense(plot) ? 1.1 : 1.5 }];
}

/** Points: dots, diamonds for signals, rings for those left out. Hints only where a pointer can aim. */
export function pointMarks(plot: Plot): Mark[] {
  const { analysis, x, y, left, right, isNarrow, isCompact, unit } = plot;
  const { points, decimals, xKind } = analysis;
  const gap = (right - left) / Math.max(1, points.length);
  const dot =
    xKind === 'category' ? 4 : isCompact || gap < 4 ? 0 : gap < 8 ? 2 : isNarrow ? 2.6 : 3.2;
  const signal = isCompact || gap < 4 ? 3.6 : isNarrow ? 5.2 : 6.4;
  const hasHints = !isCompact && gap >= 3;
  const marks: Mark[] = [];
  points.forEach((point, i) => {
    if (point.value === null || !Number.isFinite(point.value)) return;
    const place = { x: x.at[i] ?? 0, y: y(point.value) };
    const words = hintOf(point, decimals, unit);
    const href = plot.options.pointHref?.(point.x) ?? null;
    const hint = {
      ...(hasHints ? { hint: words } : {}),
      ...(href === null ? {} : { link: { href, label: words } })
    };
    if (!point.included) {
      marks.push({
        kind: 'shape',
        shape: 'ring',
        ...place,
        size: Math.max(2.6, dot),
        ink: 'muted',
        ...hint
      });
    } else if (point.meaning !== null) {
      const { shape, ink } = signalShapes[point.meaning];
      marks.push({ kind: 'shape', shape, ...place, size: signal, ink, ...hint });
    } else if (dot > 0 || href !== null) {
      marks.push({
        kind: 'shape',
        shape: 'dot',
        ...place,
        size: Math.max(dot, href === null ? 0 : 2),
        ink: 'ink',
        ...hint
      });
    }
  });
  return marks;
}

function hintOf(point: AnalysedPoint, decimals: number, unit: string): string {
  const value = `${point.label}: ${sayFigure(point.value ?? 0, decimals, unit)}`;
  if (point.denominator === null || point.numerator === null) return value;
  return `${value} (${sayFigure(point.numerator, 2, '')} of ${sayFigure(point.denominator, 2, '')})`;
}
