/** Charts as SVG text: the same on the server and in the browser. */
import type { Analysis, DrawOptions } from '../types.ts';
import { layoutChart } from './layout.ts';
import { renderSvg } from './svg.ts';

/**
 * Draws an analysed chart.
 *
 * Units: sizes in CSS pixels. Text is 12 px or more at any width from 320.
 * Assumes: `page` colours (the default) find the page's `--chart-…` properties; files that leave the
 * page are drawn with `colours: 'light'`.
 *
 * @example drawChart(analysis, { width: 360, title: 'Children with a plan' }) // '<svg …'
 */
export function drawChart(analysis: Analysis, options: DrawOptions = {}): string {
  return renderSvg(layoutChart(analysis, options), options.colours ?? 'page');
}

/**
 * Two pictures of one chart, for a page that shows `wide` on a screen and `narrow` on a phone; the
 * one that is hidden with `display: none` is not read aloud either.
 */
export function drawForPage(
  analysis: Analysis,
  options: DrawOptions = {}
): { readonly wide: string; readonly narrow: string } {
  const id = options.id;
  const idFor = (suffix: string) => (id === undefined ? {} : { id: `${id}-${suffix}` });
  return {
    wide: drawChart(analysis, { width: 960, ...options, ...idFor('wide') }),
    narrow: drawChart(analysis, { ...options, width: 360, ...idFor('narrow') })
  };
}

/** Empty margin of a picture that stands alone. */
const fileInset = 16;

/** A file of its own: concrete colours, title shown, a margin all round. `width` counts the margin. */
export function chartSvgFile(analysis: Analysis, options: DrawOptions = {}): string {
  const width = (options.width ?? 960) - 2 * fileInset;
  const drawing = layoutChart(analysis, { titleShown: true, ...options, width });
  const colours = options.colours === 'dark' ? 'dark' : 'light';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderSvg(drawing, colours, fileInset)}\n`;
}
