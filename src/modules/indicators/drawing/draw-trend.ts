import { renderSvg } from '#modules/charts';
import { figureText } from '../rounding.ts';
import { latestOf } from '../trend.ts';
import type { Figure } from '../types.ts';
import { joinedLines, type Measure } from '../views.ts';
import { lineNames, type NamedLine } from './names.ts';
import {
  frameOf,
  line,
  timePlane,
  valueTicks,
  type Ink,
  type Mark,
  type Plane,
  type Size
} from './plane.ts';

export type TrendDrawing = {
  readonly id: string;
  readonly title: string;
  /** The sentence that says what the drawing shows: its text alternative. */
  readonly says: string;
  readonly measure: Measure;
  readonly lines: readonly {
    readonly role: 'here' | 'nation' | 'peers';
    readonly name: string;
    readonly figures: readonly Figure[];
  }[];
  readonly target: number | null;
  readonly size?: Size;
};

const looks: Readonly<
  Record<TrendDrawing['lines'][number]['role'], { ink: Ink; width: number; dash?: string }>
> = {
  here: { ink: 'accent', width: 2.75 },
  nation: { ink: 'ink', width: 1.5 },
  peers: { ink: 'median', width: 1.75, dash: '6 4' }
};

/**
 * Figures of an area over time beside those it is compared with, as SVG. Lines end at breaks and missing figures; each
 * is named at its end. Provisional figures are rings. Answers null when fewer than two periods have a figure.
 */
export function drawTrend(drawing: TrendDrawing): string | null {
  const { measure, lines, target } = drawing;
  const figures = lines.flatMap((each) => each.figures);
  const values = figures.flatMap((figure) => (figure.value === null ? [] : [figure.value]));
  const periods = new Set(
    figures.filter((figure) => figure.value !== null).map(({ period }) => period)
  );
  if (periods.size < 2) return null;
  const { size = 'wide' } = drawing;
  const { width, height, box } = frameOf(size, lines.length + (target === null ? 0 : 1));
  const ticks = valueTicks(target === null ? values : [...values, target], measure);
  const plane = timePlane(figures, ticks, measure, box);
  const marks: Mark[] = [...plane.marks];
  if (target !== null) {
    marks.push(
      line([box.left, plane.y(target)], [box.right, plane.y(target)], 'target', 1.5, {
        dash: '1 4'
      })
    );
  }
  const behindFirst = [...lines].reverse();
  for (const each of behindFirst) marks.push(...lineMarks(each, measure, plane));
  marks.push(...lineNames(namesOf(drawing, plane), plane, size));
  const { id, title, says } = drawing;
  return renderSvg({ width, height, id, title, description: says, marks }, 'page');
}

function lineMarks(each: TrendDrawing['lines'][number], measure: Measure, plane: Plane): Mark[] {
  const { ink, width, dash } = looks[each.role];
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
        const hint = `${each.name}, ${figure.period}: ${figureText(figure.value, measure.unit, measure.decimals)}`;
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

/** Each line with its name and latest figure. */
function namesOf({ lines, measure, target }: TrendDrawing, plane: Plane): NamedLine[] {
  const figure = (value: number) => figureText(value, measure.unit, measure.decimals);
  const named = lines.flatMap((each): NamedLine[] => {
    const latest = latestOf(each.figures);
    if (latest === null) return [];
    const isHere = each.role === 'here';
    const words = `${each.name} ${figure(latest.value)}`;
    const look = { ...looks[each.role], shape: isHere ? ('circle' as const) : undefined };
    return [{ ...look, words, at: plane.y(latest.value), strong: isHere }];
  });
  if (target === null) return named;
  const look = { ink: 'target', width: 1.5, dash: '1 4', strong: false } as const;
  return [...named, { ...look, words: `Target ${figure(target)}`, at: plane.y(target) }];
}
