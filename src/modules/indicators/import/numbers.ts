import { plainDigits, type DecimalSign } from '#core/written-numbers';

/**
 * A number of a file with decimals behind a point and no mark between thousands, the per cent sign gone. What is no number in this way of
 * writing stays as it is, for the rules to refuse.
 *
 * @example
 * plainNumber('1.204,5 %', 'comma') // '1204.5'
 * plainNumber('1 204.5', 'point') // '1204.5'
 */
export function plainNumber(text: string, decimal: DecimalSign, percent = true): string {
  return plainDigits(text, { decimal, percent }) ?? text.trim();
}

/** Whether a cell can only be read with a point, or only with a comma; null where it tells neither. */
export function signOf(cell: string): DecimalSign | null {
  const text = cell
    .trim()
    .replace(/\s*%$/, '')
    .replaceAll(/(?<=\d)[\s\u00a0\u202f](?=\d{3})/g, '');
  // Thousands never begin with a zero.
  if (/^-?0*,\d+$/.test(text)) return 'comma';
  if (/^-?0*\.\d+$/.test(text)) return 'point';
  if (/^-?(\d{1,3}(\.\d{3})+|\d+),(\d{1,2}|\d{4,})$/.test(text)) return 'comma';
  if (/^-?(\d{1,3}(,\d{3})+|\d+)\.(\d{1,2}|\d{4,})$/.test(text)) return 'point';
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(text)) return 'comma';
  return /^-?\d{1,3}(,\d{3})+\.\d+$/.test(text) ? 'point' : null;
}
