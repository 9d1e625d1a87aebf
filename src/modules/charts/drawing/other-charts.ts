/** Drawings of the two charts that are not values about a centre line: CUSUM and Pareto. */
import type { Cusum } from '../cusum.ts';
import type { ParetoRow } from '../pareto.ts';
import type { DrawOptions } from '../types.ts';
import { sayCount, sayNumber } from '../analysis/wording.ts';
import type { Drawing, Mark } from './marks.ts';
import { shorten, textWidth, wrapText } from './metrics.ts';
import { linearScale, roundTicks } from './scales.ts';
import { renderSvg } from './svg.ts';

type Options = Pick<DrawOptions, 'width' | 'height' | 'title' | 'titleShown' | 'id' | 'colours'>;

interface Frame {
  readonly width: number;
  readonly size: number;
  readonly head: Mark[];
  readonly top: number;
}

function frameOf(title: string, options: Options): Frame {
  const width = Math.max(200, Math.round(options.width ?? 960));
  const size = width < 560 ? 12 : 13;
  const head: Mark[] = [];
  let top = 8;
  if (options.titleShown) {
    const titleSize = width < 560 ? 15 : 18;
    for (const text of wrapText(title, titleSize * 1.04, width - 8, 2)) {
      head.push({ kind: 'text', x: 0, y: top + titleSize, text, ink: 'ink', size: titleSize, anchor: 'start', weight: 600 }); // prettier-ignore
      top += titleSize + 5;
    }
    top += 8;
  }
  return { width, size, head, top };
}

/** What a CUSUM shows, in words. */
export function describeCusum(cusum: Cusum): string {
  const ups = cusum.signalUp.filter(Boolean).length;
  const downs = cusum.signalDown.filter(Boolean).length;
  const rate = `${sayNumber(cusum.baseRate * 100, 1)}%`;
  const first = cusum.signalUp.indexOf(true);
  const firstDown = cusum.signalDown.indexOf(true);
  const rise =
    ups === 0
      ? 'No sign that the rate has risen.'
      : `${sayCount(ups, 'sign')} that the rate has risen, the first at case ${first + 1}.`;
  const fall =
    downs === 0
      ? 'No sign that it has fallen.'
      : `${sayCount(downs, 'sign')} that it has fallen, the first at case ${firstDown + 1}.`;
  return `${sayCount(cusum.up.length, 'case')} against a usual rate of ${rate}. ${rise} ${fall}`;
}

function layoutCusum(cusum: Cusum, options: Options = {}): Drawing {
  const title = options.title ?? 'Cumulative sum of yes and no';
  const { width, size, head, top } = frameOf(title, options);
  const height = options.height ?? top + 290;
  const bottom = height - size - 14;
  const highest = Math.max(cusum.limit, ...cusum.up) * 1.1;
  const left = 34;
  const right = width - Math.ceil(textWidth('Signal: higher', size)) - 14;
  const y = linearScale(-highest, highest, bottom, top);
  const x = linearScale(1, Math.max(2, cusum.up.length), left + 6, right - 6);
  const marks: Mark[] = [];
  const level = (at: number, name: string, dash: string | null) => {
    const ink = at === 0 ? 'median' : 'muted';
    marks.push({ kind: 'line', path: [[left, y(at)], [right, y(at)]], ink, width: 1.4, ...(dash === null ? {} : { dash }) }); // prettier-ignore
    marks.push({ kind: 'text', x: right + 8, y: y(at) + size * 0.36, text: name, ink, size, anchor: 'start' }); // prettier-ignore
  };
  level(0, 'As usual', null);
  level(cusum.limit, 'Signal: higher', '6 4');
  level(-cusum.limit, 'Signal: lower', '6 4');
  for (const sums of [cusum.up, cusum.down]) {
    marks.push({
      kind: 'line',
      path: sums.map((value, i) => [x(i + 1), y(value)] as const),
      ink: 'ink',
      width: 1.4
    });
  }
  cusum.signalUp.forEach((isSignal, i) => {
    if (isSignal) marks.push({ kind: 'shape', shape: 'diamond', x: x(i + 1), y: y(cusum.limit), size: 6, ink: 'signal', hint: `Case ${i + 1}: higher than usual` }); // prettier-ignore
  });
  cusum.signalDown.forEach((isSignal, i) => {
    if (isSignal) marks.push({ kind: 'shape', shape: 'diamond', x: x(i + 1), y: y(-cusum.limit), size: 6, ink: 'signal', hint: `Case ${i + 1}: lower than usual` }); // prettier-ignore
  });
  marks.push({ kind: 'line', path: [[left, bottom], [right, bottom]], ink: 'muted', width: 1 }); // prettier-ignore
  for (const value of roundTicks(0, cusum.up.length, Math.max(2, (right - left) / 80))) {
    if (value < 1) continue;
    marks.push({ kind: 'text', x: x(value), y: bottom + size + 5, text: sayNumber(value, 0), ink: 'ink', size, anchor: 'middle' }); // prettier-ignore
  }
  return {
    width,
    height,
    id: options.id ?? `cusum-${cusum.up.length}-${width}`,
    title,
    description: describeCusum(cusum),
    marks: [...marks, ...head]
  };
}

/** What a Pareto chart shows, in words: the fewest categories that make up four fifths. */
export function describePareto(rows: readonly ParetoRow[]): string {
  const total = rows.at(-1)?.cumulativeCount ?? 0;
  if (total === 0) return 'There is nothing to count yet.';
  const few = rows.findIndex(({ cumulativeShare }) => cumulativeShare >= 0.8 - 1e-9) + 1;
  const share = sayNumber((rows[few - 1]?.cumulativeShare ?? 1) * 100, 0);
  const first = rows[0];
  return `${sayCount(total, 'event')} in ${sayCount(rows.length, 'category', 'categories')}. ${few} of them make up ${share}%. The most frequent is ${first?.category ?? ''} (${sayNumber(first?.count ?? 0, 0)}).`;
}

/** Bars lie down, so that names of any length can be read; the cumulative share stands at their end. */
function layoutPareto(rows: readonly ParetoRow[], options: Options = {}): Drawing {
  const title = options.title ?? 'Reasons by how often they come';
  const { width, size, head, top } = frameOf(title, options);
  const rowHeight = 26;
  const height = options.height ?? top + size + 10 + rows.length * rowHeight + 6;
  const names = rows.map(({ category }) => shorten(category, size, width * 0.34));
  const left = Math.ceil(Math.max(30, ...names.map((name) => textWidth(name, size)))) + 10;
  const gutter = Math.ceil(textWidth('Running total', size)) + 10;
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const countWidth = Math.ceil(textWidth(sayNumber(most, 0), size)) + 10;
  const x = linearScale(0, most, left, width - gutter - countWidth);
  const marks: Mark[] = [
    {
      kind: 'text',
      x: width,
      y: top + size,
      text: 'Running total',
      ink: 'muted',
      size,
      anchor: 'end'
    }
  ];
  rows.forEach(({ count, cumulativeShare }, i) => {
    const y = top + size + 10 + i * rowHeight;
    const middle = y + rowHeight / 2 + size * 0.36 - 2;
    const isVital = i === 0 || (rows[i - 1]?.cumulativeShare ?? 0) < 0.8 - 1e-9;
    marks.push(
      {
        kind: 'text',
        x: left - 10,
        y: middle,
        text: names[i] ?? '',
        ink: 'ink',
        size,
        anchor: 'end'
      },
      { kind: 'box', x: left, y: y + 2, width: Math.max(1, x(count) - left), height: rowHeight - 8, ink: isVital ? 'accent' : 'muted', opacity: isVital ? 0.9 : 0.55, radius: 2 }, // prettier-ignore
      { kind: 'text', x: x(count) + 6, y: middle, text: sayNumber(count, 0), ink: 'ink', size, anchor: 'start', weight: isVital ? 600 : 400 }, // prettier-ignore
      { kind: 'text', x: width, y: middle, text: `${sayNumber(cumulativeShare * 100, 0)}%`, ink: 'muted', size, anchor: 'end' } // prettier-ignore
    );
  });
  return {
    width,
    height,
    id: options.id ?? `pareto-${rows.length}-${width}`,
    title,
    description: describePareto(rows),
    marks: [...marks, ...head]
  };
}

export function drawCusum(cusum: Cusum, options: Options = {}): string {
  return renderSvg(layoutCusum(cusum, options), options.colours ?? 'page');
}

export function drawPareto(rows: readonly ParetoRow[], options: Options = {}): string {
  return renderSvg(layoutPareto(rows, options), options.colours ?? 'page');
}
