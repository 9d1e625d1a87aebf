/** Areas of a map as SVG: their outlines, and the fills by which their classes differ. */
import type { AreaFill, Ink, Mark } from './marks.ts';

type AreaMark = Extract<Mark, { kind: 'area' }>;
type Colours = { readonly [ink in Ink]: string };

/** How dark each step is, and how large the dots are that lie 5 pixels apart. */
const steps: Readonly<Record<string, { readonly shade: number; readonly dot: number }>> = {
  'step-1': { shade: 0.08, dot: 0 },
  'step-2': { shade: 0.22, dot: 0.7 },
  'step-3': { shade: 0.42, dot: 1.05 },
  'step-4': { shade: 0.65, dot: 1.45 },
  'step-5': { shade: 1, dot: 0 }
};

/** The fills that the marks of a drawing use, named after the drawing: two drawings may share a page. */
export function renderFills(marks: readonly Mark[], id: string, palette: Colours): string {
  const used = [...new Set(marks.flatMap((mark) => (mark.kind === 'area' ? [mark.fill] : [])))];
  const fills = used
    .filter((fill) => fill !== 'none')
    .sort()
    .map((fill) => renderFill(fill, id, palette));
  return fills.length === 0 ? '' : `<defs>${fills.join('')}</defs>`;
}

function renderFill(fill: AreaFill, id: string, palette: Colours): string {
  const open = `<pattern id="${id}-${fill}" width="5" height="5" patternUnits="userSpaceOnUse">`;
  const ground = `<rect width="5" height="5" fill="${palette.surface}"/>`;
  const step = steps[fill];
  if (step === undefined) {
    const line = `<path d="M-1 6L6 -1M-1 1L1 -1M4 6L6 4" stroke="${palette.muted}" stroke-width="0.8"/>`;
    return `${open}${ground}${line}</pattern>`;
  }
  const shade = `<rect width="5" height="5" fill="${palette.accent}" opacity="${step.shade}"/>`;
  const dot =
    step.dot === 0 ? '' : `<circle cx="2.5" cy="2.5" r="${step.dot}" fill="${palette.accent}"/>`;
  return `${open}${ground}${shade}${dot}</pattern>`;
}

/** What an area's `fill` attribute holds. */
export function fillOf(fill: AreaFill, id: string): string {
  return fill === 'none' ? 'none' : `url(#${id}-${fill})`;
}

/** One area. Its corners are written as steps from one to the next, in tenths of a pixel, which keeps maps small. */
export function renderArea(
  mark: AreaMark,
  fill: string,
  palette: Colours,
  escape: (text: string) => string
): string {
  const edge =
    mark.outline === null
      ? ''
      : ` stroke="${palette[mark.outline.ink]}" stroke-width="${mark.outline.width}" stroke-linejoin="round"`;
  const data = mark.rings.map(ringData).join('');
  const shape = `d="${data}" fill="${fill}" fill-rule="evenodd"${edge}`;
  return mark.hint === undefined
    ? `<path ${shape}/>`
    : `<path ${shape}><title>${escape(mark.hint)}</title></path>`;
}

function ringData(ring: readonly (readonly [number, number])[]): string {
  let data = '';
  let [lastX, lastY] = [0, 0];
  for (const [x, y] of ring) {
    const [tenthX, tenthY] = [Math.round(x * 10), Math.round(y * 10)];
    const [stepX, stepY] = [tenthX - lastX, tenthY - lastY];
    if (data === '') data = `M${tenthX / 10} ${tenthY / 10}l`;
    else if (stepX !== 0 || stepY !== 0) data += pair(stepX, stepY, data.endsWith('l'));
    [lastX, lastY] = [tenthX, tenthY];
  }
  return `${data}z`;
}

/** A step as SVG writes it shortest: no space where a minus parts the numbers, no zero before a point. */
function pair(stepX: number, stepY: number, isFirst: boolean): string {
  const [x, y] = [short(stepX), short(stepY)];
  return `${isFirst || x.startsWith('-') ? '' : ' '}${x}${y.startsWith('-') ? '' : ' '}${y}`;
}

function short(tenths: number): string {
  return String(tenths / 10).replace(/^(-?)0\./, '$1.');
}
