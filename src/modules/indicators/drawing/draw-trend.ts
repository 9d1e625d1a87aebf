import { renderSvg } from '#modules/charts';
import { figureText } from '../rounding.ts';
import { latestOf } from '../trend.ts';
import type { Figure } from '../types.ts';
import { joinedLines, type Measure } from '../views.ts';
import {
  line,
  spreadLabels,
  text,
  textSize,
  timePlane,
  valueTicks,
  wrapName,
  type Ink,
  type Mark,
  type Plane
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
 * is named at its end. Provisional figures are rings. Answers null when there is no figure at all.
 */
export function drawTrend(drawing: TrendDrawing): string | null {
  const { measure, lines, target } = drawing;
  const figures = lines.flatMap((each) => each.figures);
  const values = figures.flatMap((figure) => (figure.value === null ? [] : [figure.value]));
  if (values.length === 0) return null;
  const [width, height] = [760, 360];
  const box = { left: 58, right: 570, top: 30, bottom: 312 };
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
  marks.push(...endLabels(drawing, plane));
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

/** Each line's name and latest figure, at its end. */
function endLabels({ lines, measure, target }: TrendDrawing, plane: Plane): Mark[] {
  const labels = lines.flatMap((each) => {
    const latest = latestOf(each.figures);
    if (latest === null) return [];
    const figure = figureText(latest.value, measure.unit, measure.decimals);
    return [
      {
        ...looks[each.role],
        words: wrapName(`${each.name} ${figure}`, 25),
        at: plane.y(latest.value),
        isHere: each.role === 'here'
      }
    ];
  });
  if (target !== null) {
    const words = [`Target ${figureText(target, measure.unit, measure.decimals)}`];
    labels.push({ ...looks.nation, ink: 'target', words, at: plane.y(target), isHere: false });
  }
  const lineHeight = 16;
  const heights = labels.map((label) => label.words.length * lineHeight + 4);
  const middles = spreadLabels(
    labels.map((label) => label.at),
    heights,
    plane.top - 10,
    plane.bottom + 20
  );
  return labels.flatMap((label, index) => {
    const middle = middles[index] ?? label.at;
    const first = middle - ((label.words.length - 1) * lineHeight) / 2 + 4;
    return label.words.map((words, row) =>
      text(plane.right + 10, first + row * lineHeight, words, {
        ink: label.ink,
        size: textSize,
        weight: label.isHere ? 600 : 400
      })
    );
  });
}
