import { renderSVG } from 'uqr';

/** The whole address at which a survey is answered. */
export function surveyAddress(origin: string, token: string): string {
  return `${origin}/s/${token}`;
}

/**
 * An address as the SVG of a QR code, black on white whatever the colours of the page: cameras need the contrast.
 * A seventh of it may be damaged (level M); its quiet border is the four squares that ISO/IEC 18004 asks for.
 */
export function surveyCode(address: string): string {
  return renderSVG(address, { ecc: 'M', border: 4, pixelSize: 1 });
}
