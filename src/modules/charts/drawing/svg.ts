/** From the description of a drawing to SVG text. */
import { fillOf, renderArea, renderFills } from './areas.ts';
import type { Drawing, Ink, Mark, Shape } from './marks.ts';

export type Palette = { readonly [ink in Ink]: string };

const light: Palette = {
  surface: '#ffffff',
  ink: '#16262d',
  median: '#47662a',
  muted: '#5f6f75',
  signal: '#763b7b',
  improvement: '#47662a',
  concern: '#6e5014',
  accent: '#13566b',
  target: '#6e5014'
};

const dark: Palette = {
  surface: '#172328',
  ink: '#e9eeec',
  median: '#b4d18c',
  muted: '#93a5ab',
  signal: '#dcaee0',
  improvement: '#b4d18c',
  concern: '#e8c67c',
  accent: '#86cbdc',
  target: '#e8c67c'
};

/**
 * `page` takes the page's custom properties, so that light and dark follow the page; `light` and
 * `dark` are plain colours, for files that travel.
 */
export const palettes: { readonly [name in 'page' | 'light' | 'dark']: Palette } = {
  light,
  dark,
  page: {
    surface: `var(--chart-surface, ${light.surface})`,
    ink: `var(--chart-ink, ${light.ink})`,
    median: `var(--chart-median, ${light.median})`,
    muted: `var(--chart-muted, ${light.muted})`,
    signal: `var(--chart-signal, ${light.signal})`,
    improvement: `var(--chart-improvement, var(--chart-median, ${light.improvement}))`,
    concern: `var(--chart-concern, var(--chart-target, ${light.concern}))`,
    accent: `var(--chart-accent, ${light.accent})`,
    target: `var(--chart-target, ${light.target})`
  }
};

export const typeface =
  "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', system-ui, 'Segoe UI', Arial, sans-serif";

/**
 * The drawing as one SVG element with title, description and role. Everything in it is escaped.
 * `inset` adds an empty margin of that many pixels all round.
 */
export function renderSvg(drawing: Drawing, colours: keyof typeof palettes, inset = 0): string {
  const { title, description, marks } = drawing;
  const id = safeId(drawing.id);
  const palette = palettes[colours];
  const width = drawing.width + 2 * inset;
  const height = drawing.height + 2 * inset;
  const ground =
    colours === 'page'
      ? ''
      : `<rect x="${0 - inset}" y="${0 - inset}" width="${width}" height="${height}" fill="${palette.surface}"/>`;
  // What a picture holds is not read out one by one; what can be chosen must be.
  const role = marks.some((mark) => mark.kind === 'shape' && mark.link) ? 'group' : 'img';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="cairn-chart" viewBox="${0 - inset} ${0 - inset} ${width} ${height}" width="${width}" height="${height}" ` +
    `role="${role}" aria-labelledby="${id}-title ${id}-desc" font-family="${typeface}" style="max-width:100%;height:auto">` +
    `<title id="${id}-title">${escapeText(title)}</title><desc id="${id}-desc">${escapeText(description)}</desc>` +
    `${renderFills(marks, id, palette)}${ground}${marks.map((mark) => renderMark(mark, palette, id)).join('')}</svg>`
  );
}

/** An id of letters, digits, hyphens and underscores: other marks become their number. */
export function safeId(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]/gu, (mark) => `_${(mark.codePointAt(0) ?? 0).toString(16)}`);
}

export function escapeText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Tenths of a pixel are enough, and keep pictures small. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A finger needs more than the point itself; neighbours may share some of it. */
const touchRadius = 12;

function renderMark(mark: Mark, palette: Palette, id: string): string {
  switch (mark.kind) {
    case 'line': {
      const dash = mark.dash === undefined ? '' : ` stroke-dasharray="${mark.dash}"`;
      const opacity = mark.opacity === undefined ? '' : ` opacity="${mark.opacity}"`;
      return `<path d="${pathData(mark.path)}" fill="none" stroke="${palette[mark.ink]}" stroke-width="${mark.width}" stroke-linejoin="round"${dash}${opacity}/>`;
    }
    case 'box': {
      const radius = mark.radius === undefined ? '' : ` rx="${mark.radius}"`;
      return `<rect x="${px(mark.x)}" y="${px(mark.y)}" width="${px(mark.width)}" height="${px(mark.height)}" fill="${palette[mark.ink]}" opacity="${mark.opacity}"${radius}/>`;
    }
    case 'text': {
      const weight =
        mark.weight === undefined || mark.weight === 400 ? '' : ` font-weight="${mark.weight}"`;
      const anchor = mark.anchor === 'start' ? '' : ` text-anchor="${mark.anchor}"`;
      const halo = mark.halo
        ? ` stroke="${palette.surface}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`
        : '';
      const turn =
        mark.turn === undefined
          ? ''
          : ` transform="rotate(${mark.turn} ${px(mark.x)} ${px(mark.y)})"`;
      return `<text x="${px(mark.x)}" y="${px(mark.y)}" font-size="${mark.size}" fill="${palette[mark.ink]}"${weight}${anchor}${halo}${turn}>${escapeText(mark.text)}</text>`;
    }
    case 'shape': {
      const shape = renderShape(
        mark.shape,
        mark.x,
        mark.y,
        mark.size,
        palette[mark.ink],
        palette.surface
      );
      const hinted =
        mark.hint === undefined ? shape : `<g><title>${escapeText(mark.hint)}</title>${shape}</g>`;
      if (mark.link === undefined) return hinted;
      const { href, label } = mark.link;
      return (
        `<a href="${escapeText(href)}" aria-label="${escapeText(label)}" class="cairn-chart__link">` +
        `<circle cx="${px(mark.x)}" cy="${px(mark.y)}" r="${touchRadius}" fill="transparent"/>${hinted}</a>`
      );
    }
    case 'area':
      return renderArea(mark, fillOf(mark.fill, id), palette, escapeText);
  }
}

function pathData(path: readonly (readonly [number, number] | null)[]): string {
  let data = '';
  let isDown = false;
  for (const corner of path) {
    if (corner === null) {
      isDown = false;
      continue;
    }
    data += `${isDown ? 'L' : 'M'}${px(corner[0])} ${px(corner[1])}`;
    isDown = true;
  }
  return data;
}

/** `size` is the radius of a circle, or half the diagonal. Each has a halo in the ground's colour. */
export function renderShape(
  shape: Shape,
  x: number,
  y: number,
  size: number,
  ink: string,
  ground: string
): string {
  const halo = `stroke="${ground}" stroke-width="1.5"`;
  const diamond = (half: number) =>
    `M${px(x)} ${px(y - half)}L${px(x + half)} ${px(y)}L${px(x)} ${px(y + half)}L${px(x - half)} ${px(y)}Z`;
  switch (shape) {
    case 'dot':
      return `<circle cx="${px(x)}" cy="${px(y)}" r="${size}" fill="${ink}"/>`;
    case 'circle':
      return `<circle cx="${px(x)}" cy="${px(y)}" r="${size}" fill="${ink}" ${halo}/>`;
    case 'ring':
      return `<circle cx="${px(x)}" cy="${px(y)}" r="${size}" fill="${ground}" stroke="${ink}" stroke-width="1.5"/>`;
    case 'diamond':
      return `<path d="${diamond(size)}" fill="${ink}" ${halo}/>`;
    case 'open-diamond':
      return (
        `<path d="${diamond(size)}" fill="${ground}" ${halo}/>` +
        `<path d="${diamond(size - 1.2)}" fill="${ground}" stroke="${ink}" stroke-width="2"/>`
      );
    case 'triangle':
      return `<path d="M${px(x)} ${px(y - size)}L${px(x + size)} ${px(y + size * 0.8)}L${px(x - size)} ${px(y + size * 0.8)}Z" fill="${ink}" ${halo}/>`;
    case 'square':
      return `<rect x="${px(x - size * 0.85)}" y="${px(y - size * 0.85)}" width="${px(size * 1.7)}" height="${px(size * 1.7)}" fill="${ink}" ${halo}/>`;
    case 'question': // drawn in a square of 16, as beside words on a page
      return `<path transform="translate(${px(x - size)} ${px(y - size)}) scale(${size / 8})" d="M5 5.4a3 3 0 1 1 4.4 2.7C8.4 8.7 8 9.2 8 10.3M8 13.4v.2" fill="none" stroke="${ink}" stroke-width="2.5" stroke-linecap="round"/>`;
  }
}
