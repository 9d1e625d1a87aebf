import { err, ok, type Result } from './result.ts';

export type NumberProblem =
  { readonly kind: 'number-missing' } | { readonly kind: 'not-a-number'; readonly given: string };

/** The largest number that is taken, either side of zero: up to here whole numbers are exact, and nothing that is counted comes near. */
export const largestNumber = 1e15;

/** Which sign stands before the decimals. The other one, and blanks, part thousands. */
export type DecimalSign = 'point' | 'comma';

/** What may stand in a number, beside its digits. */
export type NumberForm = {
  readonly decimal?: DecimalSign;
  /** Whether a sign for per cent may follow. It is left out and not divided by. */
  readonly percent?: boolean;
  /** Whether a sign for pounds may come first. Other money is refused everywhere, for it would be taken for pounds. */
  readonly pounds?: boolean;
};

// Thousands never begin with a zero: “0,545” is no 545.
const forms: Readonly<Record<DecimalSign, RegExp>> = {
  point: /^-?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d*)?$|^-?\.\d+$/,
  comma: /^-?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d*)?$|^-?,\d+$/
};
/** What parts thousands in any way of writing: blanks of every width, and the apostrophe of Switzerland. */
const between = /(?<=\d)[\s\u00a0\u2007\u2009\u202f'’](?=\d{3}(?:\D|$))/g;

/**
 * The digits of a number as people type it, decimals behind a point and nothing between thousands: `1,250`, `62.5`, `−3`, `+4`, `1 204`.
 * Null for what is no number in this way of writing.
 *
 * @example
 * plainDigits('1.204,50 %', { decimal: 'comma', percent: true }) // '1204.50'
 */
export function plainDigits(text: string, form: NumberForm = {}): string | null {
  const { decimal = 'point', percent = false, pounds = false } = form;
  let bare = text.trim();
  if (pounds) bare = bare.replace(/^£\s*/, '');
  if (percent) bare = bare.replace(/\s*%$/, '');
  bare = bare
    .replace(/^[\u2212\u2013]\s*(?=\d)/, '-')
    .replace(/^\+(?=[\d.,])/, '')
    .replace(between, '');
  if (!forms[decimal].test(bare)) return null;
  const plain =
    decimal === 'comma' ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
  return Math.abs(Number(plain)) <= largestNumber ? plain : null;
}

/**
 * Reads a number as people type it. What may stand beside the digits is said by `form`; where it says nothing, a sign for per cent or pounds
 * may, and is left out of the answer and not divided by.
 * Refuses: a decimal comma where decimals stand behind a point, for nobody could tell it from a thousands comma; more than `largestNumber`.
 *
 * @example
 * readNumber('1,250.5') // { ok: true, value: 1250.5 }
 */
export function readNumber(
  text: string,
  form: NumberForm = { percent: true, pounds: true }
): Result<number, NumberProblem> {
  const given = text.trim();
  if (given === '') return err({ kind: 'number-missing' });
  const digits = plainDigits(given, form);
  return digits === null ? err({ kind: 'not-a-number', given }) : ok(Number(digits));
}
