/**
 * The icons of variation and assurance as small pictures of our own: direction by an arrow, meaning by the
 * rim (whole, open or double) as well as by colour, and always with words.
 */
import type { AssuranceIcon, VariationIcon } from '../types.ts';
import { escapeText, palettes, safeId } from './svg.ts';

export const variationWords: { readonly [icon in VariationIcon]: string } = {
  'common-cause': 'No change beyond chance',
  'improvement-high': 'Improving: higher than chance would have it',
  'improvement-low': 'Improving: lower than chance would have it',
  'concern-high': 'Getting worse: higher than chance would have it',
  'concern-low': 'Getting worse: lower than chance would have it',
  'neutral-high': 'Changed: higher than chance would have it',
  'neutral-low': 'Changed: lower than chance would have it'
};

export const assuranceWords: { readonly [icon in AssuranceIcon]: string } = {
  passing: 'The target will be met as things are',
  failing: 'The target will be missed as things are',
  'hit-and-miss': 'The target will be met and missed by chance'
};

export interface IconOptions {
  readonly id: string;
  readonly colours?: keyof typeof palettes;
  /** Side in CSS pixels; 40 by default. */
  readonly size?: number;
}

/** The state of the last point, see `Analysis.variation`. */
export function drawVariationIcon(icon: VariationIcon, options: IconOptions): string {
  const palette = palettes[options.colours ?? 'page'];
  if (icon === 'common-cause') {
    const wave = `<path d="M9 22Q13 13 17 20T25 20T31 17" fill="none" stroke="${palette.muted}" stroke-width="2.5" stroke-linecap="round"/>`;
    return frame(variationWords[icon], ring(palette.muted, '') + wave, options);
  }
  const colour = icon.startsWith('improvement')
    ? palette.improvement
    : icon.startsWith('concern')
      ? palette.concern
      : palette.signal;
  const rim = icon.startsWith('concern') ? ' stroke-dasharray="5 3"' : '';
  const inner = icon.startsWith('neutral')
    ? `<circle cx="20" cy="20" r="14" fill="none" stroke="${colour}" stroke-width="1.2"/>`
    : '';
  const isHigh = icon.endsWith('high');
  const arrow = isHigh ? 'M20 10L28 20H23V30H17V20H12Z' : 'M20 30L28 20H23V10H17V20H12Z';
  return frame(variationWords[icon], `${ring(colour, rim)}${inner}<path d="${arrow}" fill="${colour}"/>`, options); // prettier-ignore
}

/** Whether the target can be relied on, see `Analysis.assurance`. */
export function drawAssuranceIcon(icon: AssuranceIcon, options: IconOptions): string {
  const palette = palettes[options.colours ?? 'page'];
  const stroke = (colour: string) =>
    `fill="none" stroke="${colour}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"`;
  switch (icon) {
    case 'passing':
      return frame(assuranceWords[icon], `${ring(palette.improvement, '')}<path d="M12 21L18 27L29 14" ${stroke(palette.improvement)}/>`, options); // prettier-ignore
    case 'failing':
      return frame(assuranceWords[icon], `${ring(palette.concern, ' stroke-dasharray="5 3"')}<path d="M14 14L26 26M26 14L14 26" ${stroke(palette.concern)}/>`, options); // prettier-ignore
    case 'hit-and-miss':
      return frame(assuranceWords[icon], `${ring(palette.muted, '')}<path d="M11 20H17M23 20H29" ${stroke(palette.muted)}/><circle cx="20" cy="13" r="2.5" fill="${palette.muted}"/><circle cx="20" cy="27" r="2.5" fill="${palette.muted}"/>`, options); // prettier-ignore
  }
}

function ring(colour: string, more: string): string {
  return `<circle cx="20" cy="20" r="17.5" fill="none" stroke="${colour}" stroke-width="2.5"${more}/>`;
}

function frame(words: string, content: string, { id, size = 40 }: IconOptions): string {
  const name = `${safeId(id)}-title`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="${size}" height="${size}" role="img" aria-labelledby="${name}"><title id="${name}">${escapeText(words)}</title>${content}</svg>`;
}
