import { Resvg } from '@resvg/resvg-js';
import { typefaceFiles, typefaceName } from './typeface.server.ts';

/** Drawings as PNG, for documents and slides that cannot hold SVG. */

/** Letters the unpacked typeface does not have (Greek, Cyrillic, …): then the system's are read too. */
const otherLetters =
  /[^\u0000-\u024f\u1e00-\u1eff\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212\u2215]/;

/**
 * A drawing of ours in concrete colours as a PNG file.
 *
 * Units: `scale` is pixels of the picture per CSS pixel; 2 prints well.
 */
export function svgPng(svg: string, scale = 2): Uint8Array {
  return new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: [...typefaceFiles()],
      loadSystemFonts: otherLetters.test(svg),
      defaultFontFamily: typefaceName,
      sansSerifFamily: typefaceName
    }
  })
    .render()
    .asPng();
}
