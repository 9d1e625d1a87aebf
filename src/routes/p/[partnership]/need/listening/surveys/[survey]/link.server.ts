import { qrSquares, qrSvg } from '#core/qr-code';

/** The whole address at which a survey is answered. */
export function surveyAddress(origin: string, token: string): string {
  return `${origin}/s/${token}`;
}

/** The address as a QR code; null where it is too long for one. */
export function surveyCode(address: string, title: string): string | null {
  const squares = qrSquares(address);
  return squares.ok ? qrSvg(squares.value, `QR code of the link to “${title}”`) : null;
}
