import { renderSvg, type Drawing, type Mark } from '#modules/charts';
import { dateOf } from '#core/dates';
import { daysBetween, sayDate } from '#core/written-dates';
import type { ProgressScore } from './types.ts';

const size = { width: 720, height: 250 } as const;
const plot = { left: 40, right: 20, top: 14, bottom: 34 } as const;

/** The scores over time as steps, in the order of their days; each stands until the next. */
export function progressDrawing(
  scores: readonly Pick<ProgressScore, 'scoredOn' | 'score' | 'number'>[],
  today: string,
  title: string
): Drawing {
  const inTime = scores.toSorted(
    (one, other) => one.scoredOn.localeCompare(other.scoredOn) || one.number - other.number
  );
  const first = inTime[0]?.scoredOn ?? today;
  const days = Math.max(1, daysBetween(first, today));
  const x = (day: string) =>
    plot.left + (daysBetween(first, day) / days) * (size.width - plot.left - plot.right);
  const y = (score: number) => plot.top + (1 - score / 5) * (size.height - plot.top - plot.bottom);

  const grid: Mark[] = [0, 1, 2, 3, 4, 5].flatMap((score) => [
    {
      kind: 'line',
      path: [
        [plot.left, y(score)],
        [size.width - plot.right, y(score)]
      ],
      ink: 'muted',
      width: score === 0 ? 1.25 : 0.5,
      opacity: score === 0 ? 1 : 0.5
    },
    {
      kind: 'text',
      x: plot.left - 10,
      y: y(score) + 4.5,
      text: String(score),
      ink: 'muted',
      size: 13,
      anchor: 'end'
    }
  ]);
  const corners = inTime.flatMap(({ scoredOn, score }, index) => {
    const before = inTime[index - 1];
    const at = [x(scoredOn), y(score)] as const;
    return before === undefined ? [at] : [[x(scoredOn), y(before.score)] as const, at];
  });
  const last = inTime.at(-1);
  const steps: Mark = {
    kind: 'line',
    path: last === undefined ? [] : [...corners, [x(today), y(last.score)]],
    ink: 'ink',
    width: 2
  };
  const dots: Mark[] = inTime.map(({ scoredOn, score }) => ({
    kind: 'shape',
    shape: 'circle',
    x: x(scoredOn),
    y: y(score),
    size: 5,
    ink: 'accent',
    hint: `${score} on ${sayDate(scoredOn)}`
  }));
  const ends: Mark[] = [
    dateText(plot.left, first, 'start'),
    dateText(size.width - plot.right, today, 'end')
  ];
  return {
    ...size,
    id: 'progress',
    title,
    description: progressSentence(inTime),
    marks: [...grid, steps, ...dots, ...ends]
  };
}

function dateText(x: number, day: string, anchor: 'start' | 'end'): Mark {
  return {
    kind: 'text',
    x,
    y: size.height - 10,
    text: sayDate(day),
    ink: 'muted',
    size: 13,
    anchor
  };
}

/** What the chart of scores shows, in a sentence. */
export function progressSentence(
  scores: readonly Pick<ProgressScore, 'scoredOn' | 'score'>[]
): string {
  const first = scores[0];
  const last = scores.at(-1);
  if (first === undefined || last === undefined) return 'Nobody has scored this project yet.';
  return scores.length === 1
    ? `Scored once: ${last.score} of 5 on ${sayDate(last.scoredOn)}.`
    : `Scored ${scores.length} times: from ${first.score} on ${sayDate(first.scoredOn)} to ${last.score} of 5 on ${sayDate(last.scoredOn)}.`;
}

export function drawProgress(
  scores: readonly Pick<ProgressScore, 'scoredOn' | 'score' | 'number'>[],
  now: Date,
  title: string
): string {
  return renderSvg(progressDrawing(scores, dateOf(now), title), 'page');
}
