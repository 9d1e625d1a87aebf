import { renderSvg, textWidth, type Mark } from '#modules/charts';
import { percentWords } from './sentences.ts';
import type { FunnelStep } from './figures.ts';

type Size = 'wide' | 'narrow';
type Funnel = { readonly name: string; readonly steps: readonly FunnelStep[] };

/**
 * The stages of one cycle as bars, with the count and its shares in words; beneath each bar, where another cycle stands beside it, its
 * own as an outline. Filled and outlined bars differ without colour. A stage that nobody counted says so.
 * Assumes: both cycles have the stages of the same programme. Answers null where no stage has a count.
 */
export function drawFunnel(drawing: {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly now: Funnel;
  readonly beside: Funnel | null;
  readonly size: Size;
}): string | null {
  const { now, beside, size, id, title, says } = drawing;
  const counts = [...now.steps, ...(beside?.steps ?? [])].flatMap(({ count }) =>
    count === null ? [] : [count]
  );
  const most = Math.max(...counts);
  if (counts.length === 0 || most === 0) return null;
  const isWide = size === 'wide';
  const width = isWide ? 840 : 330;
  const left = isWide ? 12 : 4;
  const room = isWide ? 480 : 322;
  const rowHeight = (isWide ? 50 : 70) + (beside === null ? 0 : 18);
  const top = beside === null ? 8 : 36;
  const marks: Mark[] = beside === null ? [] : keyOf(now.name, beside.name, left);
  for (const [at, step] of now.steps.entries()) {
    const y = top + at * rowHeight;
    marks.push(text(left, y + 14, step.stage, 600));
    const bar = step.count === null ? 0 : (step.count / most) * room;
    const words =
      step.count === null ? 'Not counted' : [String(step.count), ...shareWords(step)].join(', ');
    // On a phone the shares stand on a line of their own, beneath the bars.
    const barTop = y + 20;
    if (step.count !== null)
      marks.push({
        kind: 'box',
        x: left,
        y: barTop,
        width: Math.max(2, bar),
        height: 18,
        ink: 'accent',
        opacity: 1,
        radius: 2
      });
    marks.push(
      isWide
        ? text(left + bar + 8, barTop + 14, words)
        : text(left, barTop + (beside === null ? 34 : 52), words)
    );
    const other = beside?.steps[at];
    if (other === undefined) continue;
    const otherTop = barTop + 20;
    const otherBar = other.count === null ? 0 : (other.count / most) * room;
    if (other.count !== null) marks.push(outline(left, otherTop, Math.max(2, otherBar), 14));
    const otherWords =
      other.count === null
        ? 'Not counted'
        : isWide
          ? [String(other.count), ...shareWords(other)].join(', ')
          : String(other.count);
    const fits = isWide || otherBar + 8 + textWidth(otherWords, 12) < room;
    marks.push({
      kind: 'text',
      x: fits ? left + otherBar + 8 : left + otherBar - 6,
      y: otherTop + 12,
      text: otherWords,
      ink: 'muted',
      size: 12,
      anchor: fits ? 'start' : 'end'
    });
  }
  const height = top + now.steps.length * rowHeight + 4;
  return renderSvg({ width, height, id, title, description: says, marks }, 'page');
}

function shareWords({ ofFirst, ofPrevious }: FunnelStep): string[] {
  const [first, previous] = [percentWords(ofFirst), percentWords(ofPrevious)];
  return [
    ...(previous === null ? [] : [`${previous} of the stage before`]),
    // For the second stage the two are one.
    ...(first === null || first === previous ? [] : [`${first} of all`])
  ];
}

function keyOf(now: string, beside: string, left: number): Mark[] {
  const second = left + 30 + textWidth(now, 13) + 20;
  return [
    { kind: 'box', x: left, y: 6, width: 20, height: 14, ink: 'accent', opacity: 1, radius: 2 },
    text(left + 28, 18, now),
    outline(second, 6, 20, 14),
    text(second + 28, 18, beside)
  ];
}

function outline(x: number, y: number, width: number, height: number): Mark {
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y]
  ] as const;
  return { kind: 'line', path: corners, ink: 'ink', width: 1.5, dash: '4 2' };
}

function text(x: number, y: number, words: string, weight: 400 | 600 = 400): Mark {
  return { kind: 'text', x, y, text: words, ink: 'ink', size: 13, anchor: 'start', weight };
}
