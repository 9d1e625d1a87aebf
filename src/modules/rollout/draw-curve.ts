import {
  dateTicks,
  dayNumber,
  linearScale,
  renderSvg,
  roundTicks,
  type Ink,
  type Mark
} from '#modules/charts';
import type { CurvePoint } from './rules.ts';

const textSize = 13;
const smallSize = 12;

type Goal = { readonly settings: number; readonly by: string | null };

/**
 * How a change spread, as SVG: settings that use it in steps over time, those that use it fully below, all that could use it above, the
 * goal as a dashed line, and an open diamond on each day on which a setting stopped. On a phone the names stand beneath.
 * Assumes: points in time order. Answers null without a point.
 */
export function drawCurve(drawing: {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly curve: readonly CurvePoint[];
  readonly goal: Goal | null;
  readonly size: 'wide' | 'narrow';
}): string | null {
  const { curve, goal, size, id, title, says } = drawing;
  const first = curve[0];
  const last = curve.at(-1);
  if (first === undefined || last === undefined) return null;
  const isWide = size === 'wide';
  const box = isWide
    ? { left: 40, right: 660, top: 20, bottom: 300 }
    : { left: 34, right: 316, top: 16, bottom: 220 };
  const goalDay = goal?.by === undefined || goal.by === null ? null : dayNumber(goal.by);
  const from = dayNumber(first.on) ?? 0;
  const to = Math.max(dayNumber(last.on) ?? from, goalDay ?? from, from + 1);
  const most = Math.max(1, goal?.settings ?? 0, ...curve.map(({ eligible }) => eligible));
  const x = linearScale(from, to, box.left + 6, box.right - 6);
  const y = linearScale(0, most, box.bottom, box.top);
  const at = (point: CurvePoint) => x(dayNumber(point.on) ?? from);

  const marks: Mark[] = [
    ...axisMarks(box, x, y, { from, to, most, isWide }),
    steps(curve, at, (point) => y(point.eligible), { ink: 'muted', width: 1.5, dash: '3 3' }),
    ...goalMarks(goal, goalDay, box, x, y),
    steps(curve, at, (point) => y(point.using), { ink: 'accent', width: 3 }),
    steps(curve, at, (point) => y(point.fully), { ink: 'median', width: 2, dash: '8 4' }),
    ...stopMarks(curve, at, y)
  ];
  const named: readonly Named[] = [
    {
      words: `Could use it: ${last.eligible}`,
      at: y(last.eligible),
      ink: 'muted',
      dash: '3 3',
      width: 1.5
    },
    { words: `Using it: ${last.using}`, at: y(last.using), ink: 'accent', width: 3 },
    {
      words: `Of them fully: ${last.fully}`,
      at: y(last.fully),
      ink: 'median',
      dash: '8 4',
      width: 2
    },
    ...(goal === null
      ? []
      : [
          {
            words: `Goal: ${goal.settings}`,
            at: y(goal.settings),
            ink: 'target' as const,
            dash: '2 3',
            width: 2
          }
        ])
  ];
  const hasStops = curve.some((point, index) => point.stopped > (curve[index - 1]?.stopped ?? 0));
  const names = isWide
    ? namesBeside(named, box.right + 10, hasStops)
    : namesBeneath(named, box, hasStops);
  const height = isWide ? 336 : box.bottom + 44 + (named.length + (hasStops ? 1 : 0)) * 20;
  return renderSvg(
    {
      width: isWide ? 840 : 330,
      height,
      id,
      title,
      description: says,
      marks: [...marks, ...names]
    },
    'page'
  );
}

type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};
type Place = (value: number) => number;

function axisMarks(
  box: Box,
  x: Place,
  y: Place,
  { from, to, most, isWide }: { from: number; to: number; most: number; isWide: boolean }
): Mark[] {
  const values = roundTicks(0, most, Math.min(5, most)).filter(Number.isInteger);
  const days = dateTicks(from, to, isWide ? 8 : 4, 'day');
  return [
    ...values.flatMap((value): Mark[] => [
      line([box.left, y(value)], [box.right, y(value)], 'muted', 1, 0.25),
      text(box.left - 8, y(value) + 4, String(value), 'end')
    ]),
    ...days.flatMap(({ day, label, year }): Mark[] => [
      line([x(day), box.bottom], [x(day), box.bottom + 5], 'muted', 1),
      text(x(day), box.bottom + 18, label, 'middle'),
      ...(year === null ? [] : [text(x(day), box.bottom + 33, year, 'middle')])
    ])
  ];
}

/** Level until the day of the next point: between two points nothing changed. */
function steps(
  curve: readonly CurvePoint[],
  at: (point: CurvePoint) => number,
  valueOf: (point: CurvePoint) => number,
  style: { readonly ink: Ink; readonly width: number; readonly dash?: string }
): Mark {
  const path = curve.flatMap((point, index): [number, number][] => {
    const before = curve[index - 1];
    const corner: [number, number] = [at(point), valueOf(point)];
    return before === undefined ? [corner] : [[at(point), valueOf(before)], corner];
  });
  return { kind: 'line', path, ...style };
}

function goalMarks(
  goal: Goal | null,
  goalDay: number | null,
  box: Box,
  x: Place,
  y: Place
): Mark[] {
  if (goal === null) return [];
  const end = goalDay === null ? box.right : x(goalDay);
  return [
    {
      kind: 'line',
      path: [
        [box.left, y(goal.settings)],
        [end, y(goal.settings)]
      ],
      ink: 'target',
      width: 2,
      dash: '2 3'
    },
    ...(goalDay === null
      ? []
      : [
          {
            kind: 'shape',
            shape: 'ring',
            x: end,
            y: y(goal.settings),
            size: 5,
            ink: 'target'
          } as const
        ])
  ];
}

function stopMarks(
  curve: readonly CurvePoint[],
  at: (point: CurvePoint) => number,
  y: Place
): Mark[] {
  return curve.flatMap((point, index): Mark[] => {
    const stopped = point.stopped - (curve[index - 1]?.stopped ?? 0);
    if (stopped <= 0) return [];
    const hint = `${stopped} stopped`;
    return [
      {
        kind: 'shape',
        shape: 'open-diamond',
        x: at(point),
        y: y(point.using),
        size: 7,
        ink: 'ink',
        hint
      }
    ];
  });
}

type Named = {
  readonly words: string;
  readonly at: number;
  readonly ink: Ink;
  readonly width: number;
  readonly dash?: string;
};

const stopWords = 'A setting stopped';
const nameHeight = 20;

/** Names at the ends of their lines, moved apart where they would cover one another. */
function namesBeside(named: readonly Named[], left: number, hasStops: boolean): Mark[] {
  const sorted = [...named].sort((one, other) => one.at - other.at);
  let lowest = -Infinity;
  const marks = sorted.flatMap((one): Mark[] => {
    const place = Math.max(one.at, lowest + nameHeight);
    lowest = place;
    return [
      {
        kind: 'line',
        path: [
          [left, place],
          [left + 18, place]
        ],
        ink: one.ink,
        width: one.width,
        ...(one.dash === undefined ? {} : { dash: one.dash })
      },
      {
        kind: 'text',
        x: left + 24,
        y: place + 4,
        text: one.words,
        ink: 'ink',
        size: textSize,
        anchor: 'start',
        weight: 600
      }
    ];
  });
  if (!hasStops) return marks;
  const place = lowest + nameHeight;
  return [
    ...marks,
    { kind: 'shape', shape: 'open-diamond', x: left + 9, y: place, size: 6, ink: 'ink' },
    {
      kind: 'text',
      x: left + 24,
      y: place + 4,
      text: stopWords,
      ink: 'ink',
      size: textSize,
      anchor: 'start'
    }
  ];
}

function namesBeneath(named: readonly Named[], box: Box, hasStops: boolean): Mark[] {
  const top = box.bottom + 54;
  const rows = named.flatMap((one, index): Mark[] => {
    const place = top + index * nameHeight;
    return [
      {
        kind: 'line',
        path: [
          [box.left, place - 4],
          [box.left + 22, place - 4]
        ],
        ink: one.ink,
        width: one.width,
        ...(one.dash === undefined ? {} : { dash: one.dash })
      },
      {
        kind: 'text',
        x: box.left + 30,
        y: place,
        text: one.words,
        ink: 'ink',
        size: textSize,
        anchor: 'start'
      }
    ];
  });
  if (!hasStops) return rows;
  const place = top + named.length * nameHeight;
  return [
    ...rows,
    { kind: 'shape', shape: 'open-diamond', x: box.left + 11, y: place - 4, size: 6, ink: 'ink' },
    {
      kind: 'text',
      x: box.left + 30,
      y: place,
      text: stopWords,
      ink: 'ink',
      size: textSize,
      anchor: 'start'
    }
  ];
}

function line(
  from: readonly [number, number],
  to: readonly [number, number],
  ink: Ink,
  width: number,
  opacity = 1
): Mark {
  return { kind: 'line', path: [from, to], ink, width, opacity };
}

function text(x: number, y: number, words: string, anchor: 'middle' | 'end'): Mark {
  return { kind: 'text', x, y, text: words, ink: 'muted', size: smallSize, anchor };
}
