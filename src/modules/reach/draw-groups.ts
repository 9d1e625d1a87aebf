import { linearScale, renderSvg, roundTicks, type Mark } from '#modules/charts';
import type { GroupReach } from './figures.ts';

/**
 * Each group's share among all who could come (an open diamond) and among those served (a filled circle), with the distance between
 * them drawn and said in points. Answers null where no group has both.
 */
export function drawGroups(drawing: {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly groups: readonly GroupReach[];
  readonly size: 'wide' | 'narrow';
}): string | null {
  const { groups, size, id, title, says } = drawing;
  const shares = groups
    .flatMap(({ shareOfEligible, shareOfServed }) => [shareOfEligible, shareOfServed])
    .filter((share) => share !== null);
  if (shares.length === 0) return null;
  const isWide = size === 'wide';
  const box = isWide ? { left: 190, right: 660 } : { left: 10, right: 316 };
  const rowHeight = isWide ? 34 : 52;
  const top = 34;
  const bottom = top + groups.length * rowHeight;
  const ticks = roundTicks(0, Math.max(...shares), isWide ? 5 : 3);
  const most = Math.max(...shares, ticks.at(-1) ?? 0);
  const x = linearScale(0, most, box.left, box.right);
  const marks: Mark[] = [
    { kind: 'shape', shape: 'open-diamond', x: 14, y: 14, size: 7, ink: 'ink' },
    text(26, 18, 'Of all who could come'),
    { kind: 'shape', shape: 'circle', x: 182, y: 14, size: 6, ink: 'accent' },
    text(194, 18, 'Of those served'),
    ...ticks.flatMap((tick): Mark[] => [
      {
        kind: 'line',
        path: [
          [x(tick), top],
          [x(tick), bottom]
        ],
        ink: 'muted',
        width: 1,
        opacity: 0.25
      },
      {
        kind: 'text',
        x: x(tick),
        y: bottom + 16,
        text: `${tick}%`,
        ink: 'muted',
        size: 12,
        anchor: 'middle'
      }
    ])
  ];
  for (const [at, { group, shareOfEligible, shareOfServed, gap }] of groups.entries()) {
    const y = top + at * rowHeight + (isWide ? rowHeight / 2 : rowHeight - 14);
    marks.push(
      isWide
        ? { ...text(box.left - 12, y + 4, group), anchor: 'end' }
        : text(box.left, y - 16, group)
    );
    if (shareOfEligible === null || shareOfServed === null || gap === null) {
      marks.push(text(box.left + 8, y + 4, 'Not counted'));
      continue;
    }
    marks.push(
      {
        kind: 'line',
        path: [
          [x(shareOfEligible), y],
          [x(shareOfServed), y]
        ],
        ink: 'muted',
        width: 3
      },
      { kind: 'shape', shape: 'open-diamond', x: x(shareOfEligible), y, size: 8, ink: 'ink' },
      { kind: 'shape', shape: 'circle', x: x(shareOfServed), y, size: 6, ink: 'accent' }
    );
    const words = gapWords(gap);
    const end = Math.max(x(shareOfEligible), x(shareOfServed)) + 14;
    marks.push(
      isWide ? text(end, y + 4, words) : { ...text(box.right, y - 16, words), anchor: 'end' }
    );
  }
  return renderSvg(
    { width: isWide ? 840 : 330, height: bottom + 26, id, title, description: says, marks },
    'page'
  );
}

/** @example gapWords(-19.6) // '20 points below its share' */
export function gapWords(gap: number): string {
  const whole = Math.round(Math.abs(gap));
  if (whole === 0) return 'its share';
  return `${whole} ${whole === 1 ? 'point' : 'points'} ${gap < 0 ? 'below its share' : 'above its share'}`;
}

function text(x: number, y: number, words: string): Extract<Mark, { kind: 'text' }> {
  return { kind: 'text', x, y, text: words, ink: 'ink', size: 13, anchor: 'start' };
}
