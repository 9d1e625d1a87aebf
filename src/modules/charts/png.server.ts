import { svgPng } from '#platform/picture.server';
import { chartSvgFile } from './drawing/draw.ts';
import type { Analysis, DrawOptions } from './types.ts';

export { svgPng };

/**
 * The chart as a PNG file, for documents and slides that cannot hold SVG.
 *
 * Units: `scale` is pixels of the picture per CSS pixel; 2 prints well.
 * Assumes: called on the server.
 */
export function chartPng(analysis: Analysis, options: DrawOptions = {}, scale = 2): Uint8Array {
  return svgPng(chartSvgFile(analysis, options), scale);
}
