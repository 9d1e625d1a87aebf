import { type Ink, line, type Mark, type Plane, type Size, text } from './plane.ts';

/** What the lines of a drawing are called, and where their names stand. */

/** What a line is called and how it is drawn. */
export type NamedLine = {
  readonly words: string;
  /** Where the line ends: the pixel of its latest value. */
  readonly at: number;
  readonly ink: Ink;
  readonly width: number;
  readonly dash?: string | undefined;
  readonly shape?: 'circle' | 'diamond' | undefined;
  readonly strong: boolean;
};

/** The names of lines: at their ends, moved apart where they would cover one another, or on a phone in rows beneath. */
export function lineNames(names: readonly NamedLine[], plane: Plane, size: Size): Mark[] {
  if (size === 'narrow') return names.flatMap((name, index) => keyRow(name, plane, index));
  const words = names.map((name) => wrapName(name.words, 26));
  const heights = words.map((lines) => lines.length * 16 + 4);
  const wished = names.map((name) => name.at);
  const middles = spreadLabels(wished, heights, plane.top - 10, plane.bottom + 20);
  return names.flatMap((name, index) => {
    const lines = words[index] ?? [];
    const first = (middles[index] ?? name.at) - ((lines.length - 1) * 16) / 2 + 4;
    const style = { ink: name.ink, weight: name.strong ? 600 : 400 } as const;
    return lines.map((each, row) => text(plane.right + 10, first + row * 16, each, style));
  });
}

function keyRow(name: NamedLine, plane: Plane, index: number): Mark[] {
  const y = plane.bottom + 48 + index * 22;
  const marks: Mark[] = [
    line(
      [4, y - 4],
      [34, y - 4],
      name.ink,
      name.width,
      name.dash === undefined ? {} : { dash: name.dash }
    )
  ];
  if (name.shape !== undefined) {
    marks.push({ kind: 'shape', shape: name.shape, x: 19, y: y - 4, size: 5, ink: name.ink });
  }
  return [...marks, text(44, y, name.words, { ink: name.ink, weight: name.strong ? 600 : 400 })];
}

/** Breaks a name into lines of at most so many letters, at spaces. */
function wrapName(name: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * Moves labels at the ends of lines apart, so that none covers another, as little as it takes and keeping their order.
 * `at` are wished middles, `heights` how much room each needs; answers the middles.
 */
export function spreadLabels(
  at: readonly number[],
  heights: readonly number[],
  top: number,
  bottom: number
): number[] {
  const order = at.map((_, index) => index).sort((one, other) => (at[one] ?? 0) - (at[other] ?? 0));
  const placed = [...at];
  let above = top;
  for (const index of order) {
    const half = (heights[index] ?? 0) / 2;
    placed[index] = Math.max(placed[index] ?? 0, above + half);
    above = (placed[index] ?? 0) + half;
  }
  let below = bottom;
  for (const index of [...order].reverse()) {
    const half = (heights[index] ?? 0) / 2;
    placed[index] = Math.min(placed[index] ?? 0, below - half);
    below = (placed[index] ?? 0) - half;
  }
  return placed;
}
