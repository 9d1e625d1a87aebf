/** Which sign stands before the decimals. The other one, and blanks, part thousands. */
export type DecimalSign = 'point' | 'comma';

const forms: Readonly<Record<DecimalSign, RegExp>> = {
  point: /^-?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?$/,
  comma: /^-?(\d{1,3}(\.\d{3})+|\d+)?(,\d*)?$/
};
const blank = /[\s\u00a0\u2007\u2009\u202f'’]/;

/**
 * A number of a file as `readNumber` takes it: decimals behind a point, no mark between thousands, the per cent sign gone. What is no
 * number in this way of writing stays as it is, for the rules to refuse.
 *
 * @example
 * plainNumber('1.204,5 %', 'comma') // '1204.5'
 * plainNumber('1 204.5', 'point') // '1204.5'
 */
export function plainNumber(text: string, decimal: DecimalSign): string {
  const trimmed = text
    .trim()
    .replace(/\s*%$/, '')
    .replace(/^[\u2212\u2013]\s*(?=\d)/, '-')
    .replace(/^\+(?=\d)/, '');
  const number = trimmed.replace(/(?<=\d)[\s\u00a0\u2007\u2009\u202f'’](?=\d{3}(\D|$))/g, '');
  if (blank.test(number)) return trimmed;
  if (number === '' || !/\d/.test(number) || !forms[decimal].test(number)) return trimmed;
  const grouped = decimal === 'comma' ? number.replaceAll('.', '') : number.replaceAll(',', '');
  return grouped.replace(',', '.');
}

/** Whether a cell can only be read with a point, or only with a comma; null where it tells neither. */
export function signOf(cell: string): DecimalSign | null {
  const text = cell
    .trim()
    .replace(/\s*%$/, '')
    .replaceAll(/(?<=\d)[\s\u00a0\u202f](?=\d{3})/g, '');
  if (/^-?(\d{1,3}(\.\d{3})+|\d+),(\d{1,2}|\d{4,})$/.test(text)) return 'comma';
  if (/^-?(\d{1,3}(,\d{3})+|\d+)\.(\d{1,2}|\d{4,})$/.test(text)) return 'point';
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(text)) return 'comma';
  return /^-?\d{1,3}(,\d{3})+\.\d+$/.test(text) ? 'point' : null;
}
