import { isDate } from './scan-date.ts';
import { blanks, dashes, type Find, matchesOf } from './find.ts';

/**
 * Ten digits, not part of a longer number, a price or a decimal; blanks or dashes may stand between them. A comma beside
 * them parts the cells of a pasted table: nobody writes ten digits in a row with commas for thousands. A number may
 * follow letters without a blank only when they say what it is ("NHS9434765919").
 */
const tenDigits = new RegExp(
  `(?<![\\p{L}\\d£$€+]|[£$€+][${blanks}]?|\\d\\.)(?<label>(?:NHS|CHI)(?:no)?)?` +
    `(?<digits>\\d(?:[${blanks}${dashes}]{0,3}\\d){9})(?![\\p{L}\\d%]|\\.\\d)`,
  'giu'
);

/** The ways people group ten digits when they write such a number; lists of counts seldom look like these. */
const groupings = new Set([
  '10',
  '3 3 4',
  '6 4',
  '6 3 1',
  '2 2 2 4',
  '2 2 2 3 1',
  '5 5',
  '4 3 3',
  '4 6',
  '3 7'
]);

/** Words before a number that make any grouping of it believable. */
const announced = /(?:^|[^\p{L}])(?:NHS|CHI)(?![\p{L}])[^\d\n]{0,24}$/iu;

/**
 * Whether the tenth digit is the check digit of the first nine: weights 10 down to 2, and eleven less what remains of
 * their sum after division by eleven; 11 counts as 0, and 10 is never given out. NHS numbers and CHI numbers share it.
 *
 * Assumes: ten digits, nothing between them.
 * Source: NHS Data Dictionary, "NHS NUMBER", modulus 11 algorithm.
 *
 * @example
 * hasCheckDigit('9434765919') // true
 * hasCheckDigit('9434765918') // false
 */
export function hasCheckDigit(tenDigits: string): boolean {
  const digits = Array.from(tenDigits, Number);
  const sum = digits.slice(0, 9).reduce((total, digit, place) => total + digit * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === digits[9];
}

/** Whether the first six digits are a day, a month and the last two figures of a year, of any century. */
export function startsWithDate(digits: string): boolean {
  const [day, month, year] = [0, 2, 4].map((from) => Number(digits.slice(from, from + 2)));
  if (day === undefined || month === undefined || year === undefined) return false;
  return isDate(day, month, 2000 + year) || isDate(day, month, 1900 + year);
}

/**
 * NHS and CHI numbers in a text. Both have ten digits and the same check digit; a number that starts with a date
 * is called a CHI number, any other an NHS number (NHS numbers of England, Wales, Man and Northern Ireland start
 * beyond 31, so the two never meet).
 *
 * Leaves alone: ten equal digits, prices, decimals, parts of longer numbers, and ten digits that start with a zero but
 * no date, unless a label says otherwise: those are telephone numbers.
 */
export function findIdentityNumbers(text: string): Find[] {
  const finds: Find[] = [];
  for (const { start, end, groups } of matchesOf(text, tenDigits)) {
    const { digits: written = '', label = '' } = groups;
    const grouping = written.split(/\D+/).map((group) => group.length);
    const digits = written.replace(/\D/g, '');
    const isAnnounced = announced.test(text.slice(Math.max(0, start - 40), start));
    if (!isAnnounced && !groupings.has(grouping.join(' '))) continue;
    if (!hasCheckDigit(digits)) continue;
    if (new Set(digits).size === 1) continue;
    const dated = startsWithDate(digits);
    if (!dated && digits.startsWith('0') && label === '') continue;
    const kind = dated ? 'chi-number' : 'nhs-number';
    finds.push({ kind, start: start + label.length, end });
  }
  return finds;
}
