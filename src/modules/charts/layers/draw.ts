/** A layered drawing as SVG text, once it is known where everything goes. */
import { textWidth } from '../drawing/metrics.ts';
import { escapeText, palettes, px, renderShape, safeId, typeface } from '../drawing/svg.ts';
import {
  boldness,
  boxText,
  boxWidth,
  labelSize,
  lineHeight,
  noteIndent,
  noteSize,
  padding
} from './boxes.ts';
import type { LaidOutLayers, LayerBox, LayeredGraph, LayerTone, Place } from './types.ts';

type Colours = keyof typeof palettes;
const headingHeight = 34;
const headingSize = 13;
const corner = 8;

/**
 * The drawing as one SVG element. On a page (`page`) its boxes are links and its colours follow the page; a file that travels
 * (`light`) has plain colours, its own ground and no links.
 */
export function renderLayers(graph: LayeredGraph, places: LaidOutLayers, colours: Colours): string {
  const palette = palettes[colours];
  const id = safeId(graph.id);
  const top = graph.headings.length > 0 ? headingHeight : 0;
  const width = Math.ceil(places.width);
  const height = Math.ceil(places.height) + top;
  const ground =
    colours === 'page'
      ? ''
      : `<rect width="${width}" height="${height}" fill="${palette.surface}"/>`;
  const hasLinks = colours === 'page' && graph.boxes.some((box) => box.href !== undefined);
  const inside =
    headings(graph, places, palette) +
    `<g transform="translate(0 ${top})">${lines(graph, places, palette, id)}${boxes(graph, places, { palette, isFile: colours !== 'page' }, hasLinks)}</g>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="cairn-layers" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `role="${hasLinks ? 'group' : 'img'}" aria-labelledby="${id}-title ${id}-desc" font-family="${typeface}">` +
    `<title id="${id}-title">${escapeText(graph.title)}</title><desc id="${id}-desc">${escapeText(graph.description)}</desc>` +
    `${arrowHead(id, palette)}${ground}${inside}</svg>`
  );
}

type Palette = (typeof palettes)[Colours];

function arrowHead(id: string, palette: Palette): string {
  return `<defs><marker id="${id}-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0.5L7.5 4L0 7.5Z" fill="${palette.muted}"/></marker></defs>`;
}

/** Each heading stands over the middle of its layer's boxes. */
function headings(graph: LayeredGraph, places: LaidOutLayers, palette: Palette): string {
  const parts = graph.headings.map((heading, layer) => {
    const lefts = places.boxes
      .filter((_, index) => graph.boxes[index]?.layer === layer)
      .map((box) => box.x);
    if (lefts.length === 0) return '';
    const middle = (Math.min(...lefts) + Math.max(...lefts) + boxWidth) / 2;
    return `<text x="${px(middle)}" y="20" font-size="${headingSize}" font-weight="600" text-anchor="middle" fill="${palette.muted}">${escapeText(heading)}</text>`;
  });
  return parts.join('');
}

function lines(graph: LayeredGraph, places: LaidOutLayers, palette: Palette, id: string): string {
  const arrowAt = graph.arrowAt ?? 'to';
  const marker =
    arrowAt === 'none' ? '' : ` marker-${arrowAt === 'to' ? 'end' : 'start'}="url(#${id}-arrow)"`;
  const parts = places.links.map(({ index, curve }) => {
    const link = graph.links[index];
    if (link === undefined || curve.length < 4) return '';
    const dash = link.kind === 'dotted' ? ' stroke-dasharray="2 5" stroke-linecap="round"' : '';
    const line = `<path d="${curveData(curve)}" fill="none" stroke="${palette.muted}" stroke-width="1.75"${dash}${marker}/>`;
    const hint = link.hint === undefined ? '' : `<title>${escapeText(link.hint)}</title>`;
    return `<g>${hint}${line}${link.sign === undefined ? '' : sign(link.sign, middleOf(curve), palette)}</g>`;
  });
  return parts.join('');
}

function curveData(curve: readonly Place[]): string {
  const at = ({ x, y }: Place) => `${px(x)} ${px(y)}`;
  return curve
    .map((place, index) => {
      if (index === 0) return `M${at(place)}`;
      return index % 3 === 1 ? `C${at(place)}` : ` ${at(place)}`;
    })
    .join('');
}

const steps = 8; // straight pieces that stand for one curve, when its length is wanted

/** The place halfway along a line. */
function middleOf(curve: readonly Place[]): Place {
  const path: Place[] = [];
  for (let first = 0; first + 3 < curve.length; first += 3) {
    for (let step = 0; step <= steps; step++) path.push(onCurve(curve, first, step / steps));
  }
  const lengths = path.map((place, index) => {
    const before = path[index - 1] ?? place;
    return Math.hypot(place.x - before.x, place.y - before.y);
  });
  const half = lengths.reduce((sum, one) => sum + one, 0) / 2;
  let gone = 0;
  const at = lengths.findIndex((one) => (gone += one) >= half);
  return path[Math.max(0, at)] ?? { x: 0, y: 0 };
}

/** A place on the curve that starts at `first`, `share` of the way along it (0 to 1). */
function onCurve(curve: readonly Place[], first: number, share: number): Place {
  const rest = 1 - share;
  const weights = [rest ** 3, 3 * rest ** 2 * share, 3 * rest * share ** 2, share ** 3];
  const sum = (of: 'x' | 'y') =>
    weights.reduce((all, weight, index) => all + weight * (curve[first + index]?.[of] ?? 0), 0);
  return { x: sum('x'), y: sum('y') };
}

function sign(which: 'raises' | 'lowers', { x, y }: Place, palette: Palette): string {
  const upright = which === 'raises' ? `M${px(x)} ${px(y - 4)}V${px(y + 4)}` : '';
  return (
    `<circle cx="${px(x)}" cy="${px(y)}" r="8" fill="${palette.surface}" stroke="${palette.muted}" stroke-width="1.25"/>` +
    `<path d="M${px(x - 4)} ${px(y)}H${px(x + 4)}${upright}" stroke="${palette.ink}" stroke-width="1.75"/>`
  );
}

function boxes(graph: LayeredGraph, places: LaidOutLayers, pen: Pen, hasLinks: boolean): string {
  const parts = graph.boxes.map((box, index) => {
    const place = places.boxes[index];
    if (place === undefined) return '';
    const drawn = boxPicture(box, place, pen);
    if (!hasLinks || box.href === undefined) return `<g>${drawn}</g>`;
    const name = box.note === undefined ? box.label : `${box.label}. ${box.note}`;
    return `<a href="${escapeText(box.href)}" aria-label="${escapeText(name)}">${drawn}</a>`;
  });
  return parts.join('');
}

function toneInk(tone: LayerTone, palette: Palette): string {
  return {
    plain: palette.muted,
    loch: palette.accent,
    lichen: palette.median,
    heather: palette.signal,
    sand: palette.target
  }[tone];
}

type Pen = { readonly palette: Palette; readonly isFile: boolean };

function boxPicture(box: LayerBox, { x, y }: Place, { palette, isFile }: Pen): string {
  const { label, note, height } = boxText(box);
  const ink = toneInk(box.tone ?? 'plain', palette);
  const dash = box.isDashed === true ? ' stroke-dasharray="5 4"' : '';
  const edge = `<rect x="${px(x)}" y="${px(y)}" width="${boxWidth}" height="${px(height)}" rx="${corner}" fill="${palette.surface}" stroke="${ink}" stroke-width="1.5"${dash}/>`;
  const bar = `<path d="M${px(x + 4.5)} ${px(y + corner)}V${px(y + height - corner)}" stroke="${ink}" stroke-width="3.5" stroke-linecap="round"/>`;
  const left = x + padding.across;
  const write = (text: string, at: number, base: number, size: number, isBold: boolean) =>
    `<text x="${px(at)}" y="${px(base)}" font-size="${size}" fill="${palette.ink}"${isBold ? ' font-weight="600"' : ''}${isFile ? fitted(text, size, isBold) : ''}>${escapeText(text)}</text>`;
  let base = y + padding.down + labelSize - 0.5;
  const text: string[] = [];
  for (const line of label) {
    text.push(write(line, left, base, labelSize, true));
    base += lineHeight.label;
  }
  if (note.length > 0) {
    base += 2;
    if (box.shape !== undefined) {
      text.push(renderShape(box.shape, left + 5, base - 4.5, 5, ink, palette.surface));
    }
    for (const line of note) {
      text.push(write(line, left + noteIndent(box), base, noteSize, false));
      base += lineHeight.note;
    }
  }
  // Spaces draw nothing; they keep the words of two lines apart for whoever hears the box, not sees it.
  return edge + bar + text.join(' ');
}

/** A file may be opened where our typeface is missing: its words keep the width they were given. */
function fitted(text: string, size: number, isBold: boolean): string {
  const width = textWidth(text, size) * (isBold ? boldness : 1);
  return ` textLength="${px(width)}" lengthAdjust="spacingAndGlyphs"`;
}
