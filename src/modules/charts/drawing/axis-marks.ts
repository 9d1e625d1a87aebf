/** Grid, ticks and the names under them. */
import type { VerticalAxis } from './axis.ts';
import type { Mark } from './marks.ts';
import { textWidth } from './metrics.ts';
import type { Plot } from './plot.ts';

/** Faint lines across the plot at the ticks of the vertical axis, with their figures. */
export function grid({ left, right, size, isCompact }: Plot, { ticks }: VerticalAxis): Mark[] {
  const shown = isCompact && ticks.length > 3 ? ticks.filter((_, i) => i % 2 === 0) : ticks;
  return shown.flatMap(({ at, label }) => [
    { kind: 'line', path: [[left, at], [right, at]], ink: 'muted', width: 1, opacity: 0.16 } as const, // prettier-ignore
    { kind: 'text', x: left - 7, y: at + size * 0.36, text: label, ink: 'muted', size, anchor: 'end' } as const // prettier-ignore
  ]);
}

/** The horizontal axis with its ticks; a name is left out where it would touch the one before. */
export function timeTicks(plot: Plot, hasYears: boolean): Mark[] {
  const { left, right, bottom, size, isCompact } = plot;
  const { ticks, turn } = plot.x;
  const marks: Mark[] = [
    { kind: 'line', path: [[left, bottom], [right, bottom]], ink: 'muted', width: 1 } // prettier-ignore
  ];
  let end = -Infinity;
  for (const { at, lines, under } of ticks) {
    marks.push({ kind: 'line', path: [[at, bottom], [at, bottom + 4]], ink: 'muted', width: 1 }); // prettier-ignore
    if (turn !== 0) {
      marks.push({ kind: 'text', x: at + 4, y: bottom + 14, text: lines.join(' '), ink: 'ink', size, anchor: 'end', turn }); // prettier-ignore
      continue;
    }
    const half = Math.max(...lines.map((line) => textWidth(line, size))) / 2;
    if (at - half > end) {
      lines.forEach((text, i) => {
        marks.push({ kind: 'text', x: at, y: bottom + size * (i + 1) + 6, text, ink: 'ink', size, anchor: 'middle' }); // prettier-ignore
      });
      end = at + half + 6;
    }
    if (hasYears && under !== null) {
      marks.push({ kind: 'text', x: at, y: bottom + size * 2 + 9, text: under, ink: 'muted', size, anchor: 'middle', weight: isCompact ? 400 : 600 }); // prettier-ignore
    }
  }
  return marks;
}
