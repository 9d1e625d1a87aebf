import { isDate } from './scan-date.ts';
import { blanks, dashes, type Find, matchesOf } from './find.ts';
import { isOfRegister } from './scan-label.ts';

/**
 * Ten digits, not part of a longer number, a price or a decimal; blanks or dashes may stand between them. A comma beside
 * them parts the cells of a pasted table: nobody writes ten digits in a row with commas for thousands. A number may
 * follow letters without a blank only when they say what it is ("NHS9434765919").
 */
const tenDigits = new RegExp(
  `(?<![\\p{L}\\d£$€+]|[£$€+][${blanks}]?|\\d\\.)(?<label>(?:NHS|CHI)(?:no|num|number)?)?` +
    `(?<digits>\\d(?:[${blanks}${dashes}]{0,3}\\d){9})(?![\\p{L}\\d%]|\\.\\d)`,
  'giu'
);
/** Ten digits in the groups of such a number, parted by dots or strokes. Where a date stands in front it has to be one: else they are a decimal. */
const pointedDigits = new RegExp(
  `(?<![\\p{L}\\d£$€+]|\\d[.,/])(?:(?<digits>\\d{3}(?<point>[./_])\\s?\\d{3}(?:\\k<point>\\s?|[${blanks}])\\d{4})|` +
    `(?<dated>\\d{6}\\s?[./_]\\s?\\d{4}|\\d{2}(?<stroke>[./_])\\d{2}\\k<stroke>\\d{2}[./_${dashes}${blanks}]{1,3}\\d{4}))(?![\\p{L}\\d%]|[.,/]\\d)`,
  'giu'
);
/** Any marks may part the digits after a word that announces them, and a leading zero may be lost, as spreadsheets lose it. */
const announcedDigits = new RegExp(
  `(?<![\\p{L}\\d])(?<label>(?:NHS|CHI|H\\s?&\\s?C|HSC|health\\s+and\\s+care|community\\s+health\\s+index|patient\\s+(?:no|number|id))(?![\\p{L}])[^\\d\\n]{0,30}(?:\\(?10[\\s-]digits?\\)?[^\\d\\n]{0,6})?\\n?)(?<digits>\\d(?:(?!,\\s)[\\s${blanks}${dashes}./_,]{0,3}\\d){8,9})(?![\\p{L}\\d%]|[.,/]\\d)`,
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
  return [...announcedIn(text), ...pointedIn(text), ...plainIn(text)];
}

function announcedIn(text: string): Find[] {
  return matchesOf(text, announcedDigits).flatMap(({ start, end, groups }) => {
    const { digits = '', label = '' } = groups;
    const kind = kindOf(digits.replace(/\D/g, '').padStart(10, '0'));
    return kind === null ? [] : [{ kind, start: start + label.length, end }];
  });
}

function pointedIn(text: string): Find[] {
  return matchesOf(text, pointedDigits).flatMap(({ start, end, groups }) => {
    const { digits = '', dated = '' } = groups;
    const kind = kindOf((digits || dated).replace(/\D/g, ''));
    if (kind === null || (dated && kind !== 'chi-number') || isOfRegister(text, start)) return [];
    return [{ kind, start, end }];
  });
}

function plainIn(text: string): Find[] {
  return matchesOf(text, tenDigits).flatMap(({ start, end, groups }) => {
    const { digits: written = '', label = '' } = groups;
    if (label === '' && isOfRegister(text, start)) return [];
    const grouping = written.split(/\D+/).map((group) => group.length);
    const isAnnounced = announced.test(text.slice(Math.max(0, start - 40), start));
    if (!isAnnounced && !groupings.has(grouping.join(' '))) return [];
    const kind = kindOf(written.replace(/\D/g, ''), label !== '');
    return kind === null ? [] : [{ kind, start: start + label.length, end }];
  });
}

/** Which of the two ten digits are, or null for neither. */
function kindOf(digits: string, isLabelled = false): 'nhs-number' | 'chi-number' | null {
  if (!hasCheckDigit(digits) || new Set(digits).size === 1) return null;
  if (startsWithDate(digits)) return 'chi-number';
  return digits.startsWith('0') && !isLabelled ? null : 'nhs-number';
}
