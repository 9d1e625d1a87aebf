/**
 * Marks on the time axis: tests of change, other changes, notes. Their words stand above the plot
 * where there is room; otherwise a number stands there and the words follow under the chart.
 */
import type { Analysis, Annotation, XValue } from '../types.ts';
import { sayMark } from './describe.ts';
import type { Mark, Shape } from './marks.ts';
import { shorten, textWidth, wrapText } from './metrics.ts';

const shapes: { readonly [kind in Annotation['kind']]: Shape } = {
  cycle: 'triangle',
  change: 'square',
  note: 'circle'
};

interface Placed {
  readonly annotation: Annotation;
  readonly x: number;
}

export interface AnnotationPlan {
  readonly placed: readonly Placed[];
  readonly isKeyed: boolean;
  /** Room above the plot and under the axis. */
  readonly above: number;
  readonly below: number;
  readonly lanes: readonly {
    readonly lane: number;
    readonly anchor: 'start' | 'end';
    readonly text: string;
  }[];
  readonly key: readonly (readonly string[])[];
}

const mostLanes = 3;
const longestLabel = 240;

/** Decides how the annotations are shown, before the height of the plot is known. */
export function planAnnotations(
  analysis: Analysis,
  annotations: readonly Annotation[],
  place: (x: XValue) => number | null,
  left: number,
  right: number,
  width: number,
  size: number,
  isNarrow: boolean,
  isCompact: boolean
): AnnotationPlan {
  const placed: Placed[] = annotations
    .map((annotation) => ({ annotation, x: place(annotation.x) }))
    .filter((each): each is Placed => each.x !== null)
    .sort((a, b) => a.x - b.x);
  const lineHeight = size + 5;
  const none = { placed, isKeyed: false, above: 0, below: 0, lanes: [], key: [] };
  if (placed.length === 0 || isCompact) return none;
  const lanes = isNarrow && placed.length > 1 ? null : fitLanes(placed, left, right, size);
  if (lanes) {
    const used = Math.max(...lanes.map(({ lane }) => lane)) + 1;
    return { ...none, lanes, above: used * lineHeight + 4 };
  }
  const key = placed.map(({ annotation }) =>
    wrapText(sayMark(annotation, analysis), size, width - 34, 3)
  );
  const lines = key.reduce((sum, each) => sum + each.length, 0);
  return { ...none, isKeyed: true, above: 22, below: lines * (size + 4) + key.length * 4 + 6, key };
}

interface Label {
  readonly lane: number;
  readonly anchor: 'start' | 'end';
  readonly text: string;
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

/**
 * A lane for every label so that none touches another, and no label is crossed by the line of a
 * mark that stands in a lane above it; `null` when there is no such arrangement.
 */
function fitLanes(
  placed: readonly Placed[],
  left: number,
  right: number,
  size: number
): AnnotationPlan['lanes'] | null {
  const labels: Label[] = [];
  for (const { annotation, x } of placed) {
    const text = shorten(annotation.label, size, longestLabel);
    const width = textWidth(text, size) + 14;
    const candidates: Label[] = [];
    for (let lane = 0; lane < mostLanes; lane++) {
      candidates.push({ lane, anchor: 'start', text, x, from: x - 4, to: x + width });
      candidates.push({ lane, anchor: 'end', text, x, from: x - width, to: x + 4 });
    }
    const free = candidates.find(
      (label) =>
        label.from >= left - 30 &&
        label.to <= right + 60 &&
        labels.every((other) => !isInTheWay(label, other) && !isInTheWay(other, label))
    );
    if (!free) return null;
    labels.push(free);
  }
  return labels;
}

/** The labels overlap, or the line under `one` runs through the words of `other`. */
function isInTheWay(one: Label, other: Label): boolean {
  const isBeside = one.lane === other.lane && one.from < other.to && one.to > other.from;
  const isThrough = one.lane < other.lane && one.x > other.from && one.x < other.to;
  return isBeside || isThrough;
}

/** The marks: a thin line up from the axis, the shape of its kind on the axis, words or number above. */
export function annotationMarks(
  plan: AnnotationPlan,
  top: number,
  bottom: number,
  keyTop: number,
  size: number
): Mark[] {
  const marks: Mark[] = [];
  const lineHeight = size + 5;
  let badgeEnd = -Infinity;
  plan.placed.forEach(({ annotation, x }, i) => {
    const lane = plan.lanes[i];
    const labelY = lane ? top - plan.above + lane.lane * lineHeight + size : top - 12;
    const lineTop = lane ? labelY - size * 0.6 : top - 4;
    marks.push({ kind: 'line', path: [[x, lineTop], [x, bottom]], ink: 'accent', width: 1, opacity: 0.55, ...(annotation.kind === 'change' ? {} : { dash: '2 3' }) }); // prettier-ignore
    marks.push({ kind: 'shape', shape: shapes[annotation.kind], x, y: bottom, size: annotation.kind === 'note' ? 4 : 6, ink: 'accent', hint: annotation.label }); // prettier-ignore
    if (lane) {
      const shift = lane.anchor === 'start' ? 5 : -5;
      marks.push({ kind: 'text', x: x + shift, y: labelY, text: lane.text, ink: 'accent', size, anchor: lane.anchor, halo: true }); // prettier-ignore
      return;
    }
    if (!plan.isKeyed) return;
    const badge = Math.max(x, badgeEnd + 18);
    badgeEnd = badge;
    marks.push(...numberBadge(badge, labelY, i + 1));
  });
  if (plan.isKeyed) {
    let y = keyTop + 6;
    plan.key.forEach((lines, i) => {
      marks.push(...numberBadge(10, y + size * 0.62, i + 1));
      for (const text of lines) {
        marks.push({ kind: 'text', x: 26, y: y + size, text, ink: 'ink', size, anchor: 'start' });
        y += size + 4;
      }
      y += 4;
    });
  }
  return marks;
}

function numberBadge(x: number, y: number, number: number): Mark[] {
  return [
    { kind: 'shape', shape: 'circle', x, y, size: 8.5, ink: 'accent' },
    {
      kind: 'text',
      x,
      y: y + 4.2,
      text: String(number),
      ink: 'surface',
      size: 12,
      anchor: 'middle',
      weight: 600
    }
  ];
}
