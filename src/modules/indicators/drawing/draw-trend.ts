import { renderSvg } from '#modules/charts';
import { joinedLines } from '../figures/lines.ts';
import { figureText } from '../figures/rounding.ts';
import { latestOf } from '../figures/trend.ts';
import { qualityWords } from '../labels.ts';
import { baselineWords, targetWords } from '../indicator/sentences.ts';
import type { TrendLine } from '../indicator/view.ts';
import type { Baseline, Measure } from '../types.ts';
import { lineNames, type NamedLine } from './names.ts';
import {
  frameOf,
  type Ink,
  line,
  type Mark,
  type Plane,
  type Size,
  timePlane,
  valueTicks
} from './plane.ts';

export type TrendDrawing = {
  readonly id: string;
  readonly title: string;
  /** The sentence that says what the drawing shows: its text alternative. */
  readonly says: string;
  readonly measure: Measure;
  readonly lines: readonly Pick<TrendLine, 'role' | 'name' | 'figures'>[];
  readonly baseline: Baseline | null;
  readonly target: number | null;
  readonly targetBy: string | null;
  readonly size?: Size;
};

type Look = { readonly ink: Ink; readonly width: number; readonly dash?: string };

/** Each kind of line is told from the others by its pen stroke, in black and white too. */
const looks: Readonly<Record<Exclude<TrendLine['role'], 'group'>, Look>> = {
  here: { ink: 'accent', width: 2.75 },
  nation: { ink: 'ink', width: 1.5 },
  region: { ink: 'ink', width: 1.75, dash: '14 4' },
  peers: { ink: 'median', width: 1.75, dash: '6 4' }
};
const groupDashes = ['10 3 2 3', '10 3 2 3 2 3', '2 2'];

/** The looks of lines in their order; each group of the partnership's own has another stroke. */
function looksOf(lines: TrendDrawing['lines']): Look[] {
  let groups = 0;
  return lines.map(({ role }): Look => {
    if (role !== 'group') return looks[role];
    const dash = groupDashes[groups++ % groupDashes.length] ?? '';
    return { ink: 'median', width: 1.75, dash };
  });
}

/**
 * Figures of an area over time beside those it is compared with, as SVG. Lines end at breaks and missing figures; each
 * is named at its end. Provisional figures are rings. A baseline is a line from its period on, a target one across. Answers null when fewer than two periods have a figure.
 */
export function drawTrend(drawing: TrendDrawing): string | null {
  const { measure, lines, baseline, target } = drawing;
  const figures = lines.flatMap((each) => each.figures);
  const values = figures.flatMap((figure) => (figure.value === null ? [] : [figure.value]));
  const periods = new Set(
    figures.filter((figure) => figure.value !== null).map(({ period }) => period)
  );
  if (periods.size < 2) return null;
  const { size = 'wide' } = drawing;
  const aims = [baseline?.value ?? null, target].filter((aim) => aim !== null);
  const { width, height, box } = frameOf(size, lines.length + aims.length);
  const ticks = valueTicks([...values, ...aims], measure);
  const plane = timePlane(figures, ticks, measure, box);
  const marks: Mark[] = [...plane.marks];
  if (baseline !== null) marks.push(...baselineMarks(baseline, drawing, plane));
  if (target !== null) {
    const [from, to] = [box.left, box.right].map((x) => [x, plane.y(target)] as const);
    if (from && to) marks.push(line(from, to, 'target', 1.5, { dash: targetDash }));
  }
  const drawn = looksOf(lines);
  const behindFirst = lines.map((each, index) => ({ ...each, ...(drawn[index] ?? looks.peers) }));
  for (const each of behindFirst.reverse()) marks.push(...lineMarks(each, measure, plane));
  marks.push(...lineNames(namesOf(drawing, plane), plane, size));
  const { id, title, says } = drawing;
  return renderSvg({ width, height, id, title, description: says, marks }, 'page');
}

const targetDash = '1 4';
const baselineLook = { ink: 'muted', width: 1.5, dash: '4 3' } as const;

/** From the period of the baseline to the right edge, with a square where it begins; across where nobody said of when it is. */
function baselineMarks(baseline: Baseline, { lines }: TrendDrawing, plane: Plane): Mark[] {
  const of = lines[0]?.figures.find((figure) => figure.period === baseline.period);
  const y = plane.y(baseline.value);
  const from = of === undefined ? plane.left : plane.x(of.starts);
  const { ink, width, dash } = baselineLook;
  const across = line([from, y], [plane.right, y], ink, width, { dash });
  return of === undefined
    ? [across]
    : [across, { kind: 'shape', shape: 'square', x: from, y, size: 9, ink }];
}

function lineMarks(
  each: TrendDrawing['lines'][number] & Look,
  measure: Measure,
  plane: Plane
): Mark[] {
  const { ink, width, dash } = each;
  const isMany = each.figures.length > 24;
  return joinedLines(each.figures, measure).flatMap((stretch): Mark[] => {
    const path = stretch.map((figure) => [plane.x(figure.starts), plane.y(figure.value)] as const);
    const drawn: Mark[] =
      path.length > 1 ? [{ kind: 'line', path, ink, width, ...(dash ? { dash } : {}) }] : [];
    const isDotted = each.role === 'here' || path.length === 1;
    if (!isDotted) return drawn;
    return [
      ...drawn,
      ...stretch.map((figure): Mark => {
        const shape = figure.status === 'provisional' ? 'ring' : 'circle';
        const size = isMany ? 3 : each.role === 'here' ? 5 : 3.5;
        const hint = `${each.name}, ${figure.period}: ${figureText(figure.value, measure.unit, measure.decimals)}${qualityWords(figure.status)}`;
        return {
          kind: 'shape',
          shape,
          x: plane.x(figure.starts),
          y: plane.y(figure.value),
          size,
          ink,
          hint
        };
      })
    ];
  });
}

/** Each line with its name and latest figure, then baseline and target. */
function namesOf(drawing: TrendDrawing, plane: Plane): NamedLine[] {
  const { lines, measure, baseline, target } = drawing;
  const drawn = looksOf(lines);
  const named = lines.flatMap((each, index): NamedLine[] => {
    const latest = latestOf(each.figures);
    if (latest === null) return [];
    const isHere = each.role === 'here';
    const words = `${each.name} ${figureText(latest.value, measure.unit, measure.decimals)}`;
    const shape = isHere ? ('circle' as const) : undefined;
    const look = { ...(drawn[index] ?? looks.peers), shape };
    return [{ ...look, words, at: plane.y(latest.value), strong: isHere }];
  });
  const aim = { width: 1.5, strong: false };
  if (baseline !== null) {
    const words = `Baseline ${baselineWords(baseline, measure)}`;
    named.push({ ...aim, ...baselineLook, words, at: plane.y(baseline.value) });
  }
  if (target !== null) {
    const words = `Target ${targetWords(target, { ...measure, targetBy: drawing.targetBy })}`;
    named.push({ ...aim, ink: 'target', dash: targetDash, words, at: plane.y(target) });
  }
  return named;
}
