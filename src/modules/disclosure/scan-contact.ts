import { blanks, dashes, type Find, matchesOf } from './find.ts';
import { startsWithDate } from './scan-identity-number.ts';
import { isOfRegister } from './scan-label.ts';
import { isSharedMailbox } from './scan-mailbox.ts';

/** A local part, an at sign, and a domain with at least one dot and a name at its end. */
const email =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}](?:[\p{L}\p{N}._%+'’-]*[\p{L}\p{N}_%+-])?@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}(?![\p{L}\p{N}])/giu;

/** The same with the signs in words, as people write them to hide an address from machines; a local part of two pieces where blanks stand around the sign. */
const domainInWords =
  '[\\p{L}\\p{N}-]+(?:(?:\\s*[\\[({]\\s*dot\\s*[\\])}]\\s*|\\s+dot\\s+|\\.)[\\p{L}\\p{N}-]+)+';
const emailInWords = new RegExp(
  `(?<![\\p{L}\\p{N}._%+-])(?:[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'’-]*\\s*[\\[({]\\s*(?:at|@)\\s*[\\])}]\\s*${domainInWords}|` +
    `[\\p{L}\\p{N}]+[._+-][\\p{L}\\p{N}._%+-]*\\s+at\\s+[\\p{L}\\p{N}-]+(?:\\s+dot\\s+[\\p{L}\\p{N}-]+)+|` +
    `[\\p{L}\\p{N}]+[._+-][\\p{L}\\p{N}._%+-]*\\s+@\\s*${domainInWords})(?![\\p{L}\\p{N}])`,
  'giu'
);

export function findEmails(text: string): Find[] {
  return [...matchesOf(text, email), ...matchesOf(text, emailInWords)].flatMap(
    ({ start, end, found }) =>
      isSharedMailbox(found) ? [] : [{ kind: 'email' as const, start, end }]
  );
}

/** Letters that begin a postcode somewhere in the United Kingdom or its islands. */
const postcodeAreas = new Set(
  (
    'AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX ' +
    'FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN ' +
    'NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB ' +
    'W WA WC WD WF WN WR WS WV YO ZE'
  ).split(' ')
);
const postcode = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<area>[A-Z]{1,2})(?<district>\\d[A-Z\\d]?)(?<blank>[\\s${blanks}]{0,2}|[${dashes}.]|,[${blanks}])(?<inward>\\d[A-Z]{2})(?![\\p{L}\\p{N}])`,
  'giu'
);
const girobank = /(?<![\p{L}\p{N}])GIR\s?0AA(?![\p{L}\p{N}])/giu;
/** What looks like the second half of a postcode but is an ordinal, a time or a measure. */
const ordinal = /^(?:1st|2nd|3rd|\dth)$/i;
const timeOrMeasure =
  /^\d(?:am|pm|kg|mg|ml|cl|cm|mm|km|kb|mb|gb|tb|hr|yr|wk|st|lb|oz|pp|ft|in|xl|nd|rd|th)$/i;
/** What is counted off: "S1 2ND DECILE", "E1 4TH FLOOR". */
const countedOff =
  /^\s+(?:decile|quintile|quartile|tercile|percentile|centile|term|year|yr|floor|level|stage|phase|round|cohort|class|draft|attempt|meeting|session|visit|review|week|month|quarter|edition|version|wave|cycle|place|half|time|birthday|child|baby|lesson|measure|priority|aim|action|group|part|section|chapter|choice|reading|best|highest|lowest|most|least)/i;
const saysPostcode = /(?:post\s?codes?|lives?\s+(?:at|in)|address(?:es)?)[\s:=]*(?:is\s+)?$/i;
/** Rooms, classes and the like have codes of this shape: "room G12 4BX", "classes P1 2SM and P2 3JB". */
const ofRoom =
  /(?<!\p{L})(?:room|rm|classroom|class|block|locker|bay|seat|desk|platform|gate|module|unit|model|slot)(?:e?s)?(?:\s+(?:no|number|code))?[\s:.#]{0,2}(?:[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}(?:,\s|\s+(?:and|or|&|to)\s+)){0,4}$/iu;
const old = /^[\s-]*olds?\b/i;

/**
 * Full postcodes in a text. The first half alone ("FK1") names thousands of homes and is left alone. Made-up
 * postcodes in capitals count too; in small letters only those of a real area do.
 */
export function findPostcodes(text: string): Find[] {
  const finds: Find[] = [];
  for (const { start, end, found, groups } of matchesOf(text, postcode)) {
    const { area = '', blank = '', inward = '' } = groups;
    const inCapitals = found === found.toUpperCase();
    const isReal = postcodeAreas.has(area.toUpperCase()) && /^\d[ABD-HJLNP-UW-Z]{2}$/i.test(inward);
    const isSaid = saysPostcode.test(text.slice(Math.max(0, start - 24), start));
    const after = text.slice(end, end + 16);
    if (isOfRegister(text, start) || old.test(after)) continue;
    if (ofRoom.test(text.slice(Math.max(0, start - 80), start))) continue;
    if (ordinal.test(inward) && countedOff.test(after)) continue;
    if (isReal && !isSaid) {
      const isSmall = inward !== inward.toUpperCase();
      if (isSmall && (ordinal.test(inward) || timeOrMeasure.test(inward))) continue;
    }
    if (!isReal && !inCapitals) continue;
    if (!isReal && (ordinal.test(inward) || timeOrMeasure.test(inward))) continue;
    if (/[^\s]/.test(blank) && !(isReal && inCapitals)) continue;
    finds.push({ kind: 'postcode', start, end });
  }
  for (const { start, end } of matchesOf(text, girobank)) {
    finds.push({ kind: 'postcode', start, end });
  }
  return finds;
}

const separators = `[${blanks}${dashes}._]`;
const abroad = new RegExp(
  `(?<![\\p{L}\\d+])(?:\\+|00)${separators}?(?<digits>[1-9]\\d{0,2}(?:${separators}?\\(0\\))?(?:${separators}?\\(?\\d+\\)?){1,7})(?!\\d)`,
  'giu'
);
const national = new RegExp(
  `(?:(?<![\\p{L}\\d£$€+]|[£$€][${blanks}]?|\\d\\.)|(?<=(?<!\\p{L})(?:ph|t|m|tel|mob|phone|mobile|cell)))(?<digits>(?:\\(0\\d+\\)${separators}{0,3}\\d+|0\\d*)(?:${separators}{1,3}\\d+){0,4})(?!\\d|\\.\\d|%)`,
  'giu'
);

/** A mobile number without its zero or with 44 alone, as spreadsheets and forms leave it, after a word that announces a telephone. */
const shortened = new RegExp(
  `(?<![\\p{L}\\d])(?<lead>(?:tel(?:ephone)?|phone|mob(?:ile)?|cell|text|whatsapp|ring|call)(?![\\p{L}])(?:\\s+(?:no|number|her|his|their|him|them|me|us|on|is|mum|mam|dad|mother|father|gran|granny|nan|parents?|carer|home|work))*[\\s.:#]{0,3})(?<digits>(?:44${separators}?)?7(?:${separators}?\\d){9})(?![\\d%]|\\.\\d)`,
  'giu'
);
const withCode = /(?<![\p{L}\d£$€+.,-])44[ -]?7\d{3}[ -]?\d{3}[ -]?\d{3}(?![\p{L}\d%]|[.,]\d)/giu;
const strokes = /(?<![\p{L}\d/])0[1-35789]\d{2,4}\s?\/\s?\d{5,8}(?![\p{L}\d%])/giu;
/** A mobile number with the letter O where noughts belong. */
const withLetters = new RegExp(
  `(?<![\\p{L}\\d])(?=[\\d${blanks}${dashes}]*[Oo])[0Oo]7(?:${separators}?[\\dOo]){9}(?![\\p{L}\\d])`,
  'gu'
);

/** Telephone numbers written with a country's code: certain enough to stand before any other reading. */
export function findInternationalPhones(text: string): Find[] {
  const finds: Find[] = [];
  for (const { start, end, groups } of matchesOf(text, abroad)) {
    const digits = (groups['digits'] ?? '').replace('(0)', '').replace(/\D/g, '');
    const isLongEnough = digits.startsWith('44')
      ? /^440?[1-35789]\d{8,9}$/.test(digits)
      : digits.length >= 10 && digits.length <= 15;
    if (isLongEnough && !isOfRegister(text, start)) finds.push({ kind: 'phone', start, end });
  }
  return finds;
}

/** Numbers of services alone: free of charge, at the local rate, at a special rate. They are given to no private person. */
const serviceRange = /^0(?:800|808|3\d\d|84\d|87\d|9\d\d)/;
/** A landline that is said to be the number of a desk. */
const desk =
  /(?:helpline|help\s?desk|switchboard|reception|enquir(?:y|ies)|free\s?phone|main\s+(?:office|number|line)|contact\s+(?:centre|line)|duty\s+(?:line|team|desk)|advice\s+line|office\s+(?:number|line)|NHS\s+24|hotline|the\s+(?:\p{L}+\s+)?(?:centre|nursery|school|playgroup|service|library|surgery|practice|clinic|hospital|hub|team|project|council))(?:['’]s\s+(?:phone|telephone|number)){0,2}(?:\s+(?:is|on|number|no|tel|telephone|phone|line|at)){0,3}[\s:.(]{0,3}$/iu;
/** The same said afterwards: "0141 496 0000 is our reception number", "(main office)". */
const deskAfter =
  /^\s*(?:is\s+(?:the|our)\s+|[(,:–-]\s*(?:the\s+|our\s+)?)(?:\p{L}+\s+)?(?:helpline|help\s?desk|switchboard|reception|enquir(?:y|ies)|office|duty\s+line|nursery|school|centre|library|surgery|clinic|hub)(?!\p{L})(?!\s+(?:mum|mam|dad|mother|father|parent))/iu;

/**
 * United Kingdom telephone numbers that start with a zero: eleven digits, or ten in groups that telephone numbers have.
 * Ten digits that start with a date are never called a telephone number.
 */
export function findPhones(text: string): Find[] {
  const finds: Find[] = [];
  for (const { start, end, groups } of matchesOf(text, national)) {
    const written = groups['digits'] ?? '';
    const digits = written.replace(/\D/g, '');
    if (!/^0[1-35789]\d{8,9}$/.test(digits) || serviceRange.test(digits)) continue;
    if (isOfRegister(text, start)) continue;
    if (/^0[12]/.test(digits) && isOfDesk(text, start, end)) continue;
    const lengths = written.split(/\D+/).flatMap((group) => (group === '' ? [] : [group.length]));
    const [first = 0, ...others] = lengths;
    const isMobile =
      /^07\d{9}$/.test(digits) && (first >= 5 || others.every((length) => length >= 3));
    const isGrouped =
      isMobile || (first >= 3 && first <= 6 && others.every((length) => length >= 2));
    const isWhole = lengths.length === 1;
    if (digits.length === 10 && (isWhole || startsWithDate(digits))) continue;
    if (isWhole || isGrouped) finds.push({ kind: 'phone', start, end });
  }
  for (const { start, end, found } of matchesOf(text, withLetters)) {
    if ((found.match(/\d/g) ?? []).length >= 6) finds.push({ kind: 'phone', start, end });
  }
  for (const { start, end, groups } of matchesOf(text, shortened)) {
    finds.push({ kind: 'phone', start: start + (groups['lead'] ?? '').length, end });
  }
  for (const { start, end, found } of [...matchesOf(text, withCode), ...matchesOf(text, strokes)]) {
    const digits = found.replace(/\D/g, '');
    const isWhole = digits.length === 11 || digits.startsWith('44');
    if (isWhole && !serviceRange.test(digits) && !isOfRegister(text, start))
      finds.push({ kind: 'phone', start, end });
  }
  return finds;
}

function isOfDesk(text: string, start: number, end: number): boolean {
  return (
    desk.test(text.slice(Math.max(0, start - 60), start)) ||
    deskAfter.test(text.slice(end, end + 60))
  );
}
