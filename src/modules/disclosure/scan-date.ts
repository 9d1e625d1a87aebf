import { blanks, dashes, type Find, matchesOf } from './find.ts';
import { isAnniversary, longestBefore } from './scan-anniversary.ts';
import {
  birthWordsElsewhere,
  bornElsewhere,
  monthElsewhere,
  monthOfElsewhere,
  ofElsewhere,
  onElsewhere,
  ordinalElsewhere
} from './scan-languages.ts';
import { yearInWords, yearOfWords } from './year-words.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Whether the calendar has this day. `month` is 1 to 12. */
export function isDate(day: number, month: number, year: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day <= longest;
}

const englishMonth =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const monthName = `(?:${monthElsewhere}|${englishMonth})`;
/** Days of the month as words, first to thirty-first. */
const ordinals = [
  'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth',
  'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth',
  'twentyfirst', 'twentysecond', 'twentythird', 'twentyfourth', 'twentyfifth', 'twentysixth', 'twentyseventh',
  'twentyeighth', 'twentyninth', 'thirtieth', 'thirtyfirst'
]; // prettier-ignore
const ordinalWord =
  '(?:(?:twenty|thirty)[\\s\\-]?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth';
/** The same counted: "nine August". */
const cardinals = [
  'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
  'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
  'twentyone', 'twentytwo', 'twentythree', 'twentyfour', 'twentyfive', 'twentysix', 'twentyseven',
  'twentyeight', 'twentynine', 'thirty', 'thirtyone'
]; // prettier-ignore
const cardinalWord =
  '(?:twenty[\\s\\-]?)?(?:one|two|three|four|five|six|seven|eight|nine)|thirty[\\s\\-]?one|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty';
const gap = `[\\s${blanks},${dashes}/]*`;

/** A date in full: day, month and year, in figures or with the month's name. */
export const fullDate = [
  '(?<isoYear>\\d{4})[-/.](?<isoMonth>\\d{1,2})[-/.](?<isoDay>\\d{1,2})',
  `(?<day>\\d{1,2})[${blanks}]?[./|${dashes}\\\\][${blanks}]?(?<month>\\d{1,2})[${blanks}]?[./|${dashes}\\\\][${blanks}]?(?<year>\\d{4}|\\d{2})`,
  `(?<spacedDay>\\d{2})[${blanks}](?<spacedMonth>\\d{2})[${blanks}](?<spacedYear>\\d{4}|\\d{2})`,
  `(?<namedDay>\\d{1,2})(?:st|nd|rd|th|${ordinalElsewhere})?(?:\\s+(?:(?:day\\s+)?of|${ofElsewhere}))?${gap}(?<name>${monthName})${gap}['’]?(?<namedYear>\\d{4}|\\d{2}|${yearInWords})`,
  `(?<firstName>${monthName})${gap}(?:the\\s+)?(?<firstDay>\\d{1,2})(?:st|nd|rd|th)?${gap}(?<firstYear>\\d{4})`,
  `(?<wordDay>${ordinalWord}|${cardinalWord})(?:\\s+(?:day\\s+)?of)?${gap}(?<wordName>${monthName})${gap}['’]?(?<wordYear>\\d{4}|\\d{2}|${yearInWords})`,
  `(?<wordFirstName>${monthName})${gap}(?:the\\s+)?(?<wordFirstDay>${ordinalWord})${gap}(?<wordFirstYear>\\d{4}|${yearInWords})`,
  `(?<countedDay>\\d{1,2}(?:st|nd|rd|th)|${ordinalWord})\\s+of\\s+the\\s+(?<countedMonth>\\d{1,2}(?:st|nd|rd|th)|${ordinalWord})${gap}(?<countedYear>\\d{4}|\\d{2}|${yearInWords})`
].join('|');

/** A day and a month without their year, or a month and a year: a date of birth only after words that announce one. */
const dayAndMonth = [
  `(?<shortDay>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?${gap}(?<shortName>${monthName})(?![\\p{L}])`,
  `(?<shortWordDay>${ordinalWord})(?:\\s+of)?${gap}(?<shortWordName>${monthName})(?![\\p{L}])`
].join('|');
const shortDate = [
  dayAndMonth,
  `(?<shortMonth>${monthName})${gap}(?<shortYear>(?:19|20)\\d{2})`,
  `(?<shortIsoYear>(?:19|20)\\d{2})-(?<shortIsoMonth>0[1-9]|1[0-2])(?![-\\d])`,
  `(?<looseDay>\\d{1,2})[${blanks}]{1,2}(?<looseMonth>\\d{1,2})[${blanks}]{1,2}(?<looseYear>(?:19|20)\\d{2})`,
  `(?<slashDay>\\d{1,2})/(?<slashMonth>\\d{1,2})(?![/\\d]|\\s+of\\b)`
].join('|');

/** A date without anything between its parts; read as one only directly after words that announce a date of birth. */
const closedDate = '(?<closed>\\d{8}|\\d{6})';

const birthWords =
  "(?:d\\.?\\s?o\\.?\\s?b\\b\\.?|dates?[\\s\\-_]*of[\\s\\-_]*birth|birth[\\s\\-_]?dates?|birth[\\s\\-]?days?|dob's)";
const weekday = '(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\\s+)';
/** What may stand between "date of birth" and the date: marks, a hint of the form, and a few small words. */
const between = `(?:[\\s${blanks}:;,.|=~"'“”‘’*_#>(\\[)\\]${dashes}]|\\b(?:is|was|on|the|of|for|falls|fell|being|party|celebrated|their|his|her|child|baby|mother|father|parent|boy|girl|son|daughter)\\b|\\b(?:dd|d)[/.\\- ]?mm?[/.\\- ]?yy(?:yy)?\\b|'s\\b){0,24}`;

/** "Date of birth Ava Smith: …" and "dyddiad geni Ava …": whose it is, before a colon or before the day in another language. */
const aName = `\\s+(?:[\\p{L}\\p{M}’'-]+\\s+){0,1}[\\p{L}\\p{M}’'-]+\\s?[:=]`;

const afterBirthWords = new RegExp(
  `(?<![\\p{L}\\d])(?<lead>(?:${birthWords}|${birthWordsElsewhere})(?:${aName})?${between}${weekday}?)(?<date>${fullDate}|${closedDate}|${shortDate})(?!\\d)`,
  'giu'
);
/** How a child may be born, between "born" and the day. */
const howBorn = '(?:very\\s+)?(?:early|late|prematurely|preterm|safely|healthy|well|small|poorly)';
/**
 * "Born" announces a date only directly or with "on": "born between", "after" or "since" a date describes a
 * group, not a child. Other ways to say it: "gave birth on", "the baby is due on".
 */
const bornWords =
  '(?:born|(?<=\\()b|(?<!n\\.\\s?)b\\.|g(?:a|i)ve\\s+birth|giving\\s+birth|(?:baby|twins|she|mum|mother)\\s+(?:(?:is|was|are|were)\\s+)?due|(?:baby|twins)\\s+(?:arrived|came|(?:was|were)\\s+delivered)|(?:baby[\\u0027’]s|her|my|their)\\s+due\\s+date(?:\\s+(?:is|was))?|delivered\\s+by\\s+(?:\\p{L}+\\s+)?(?:c-?section|section|c(?:a)?esarean(?:\\s+section)?|forceps|ventouse)|(?:baby|newborn)\\s+(?:boy|girl)|e\\.?d\\.?d\\.?)';
const afterBorn = new RegExp(
  `(?<![\\p{L}\\d])(?<lead>${bornWords}[\\s${blanks}:,(${dashes}]*(?:(?:in\\s+the\\s+(?:\\p{L}+\\s+){0,2}(?:hours|morning|afternoon|evening|night)|at\\s+(?:midnight|night|noon|dawn))\\s+(?:of|on)\\s+|(?:(?:in|at|to)\\s+(?:\\p{L}[\\p{L}'’-]*,?\\s+){1,4}?|at\\s+\\d{1,2}(?:[.:]\\d\\d)?\\s?(?:am|pm|hrs?|hours)?,?\\s+|${howBorn},?\\s+|[^.,:;()\\d\\n]{1,40},\\s+)on\\s+|(?:in|at)\\s+(?:\\p{L}[\\p{L}'’-]*\\s+){0,4}?\\p{L}[\\p{L}'’-]*,\\s+)?(?:(?:on|the)\\s+){0,2}${weekday}?(?:the\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:and|or)\\s+)?)(?<date>${fullDate}|(?<=\\bon\\s+(?:the\\s+)?)(?:${dayAndMonth}))(?!\\d)`,
  'giu'
);
/** The same in other languages, where the name of the child often stands between. */
const afterBornElsewhere = new RegExp(
  `(?<![\\p{L}\\d])(?<lead>(?:${bornElsewhere})[\\s:,(]+(?:[\\p{L}\\p{M}’'-]+\\s+){0,4}?(?:${onElsewhere})?)(?<date>${fullDate})(?!\\d)`,
  'giu'
);
const youngAge = '(?:[1-9]|one|two|three|four|five|six|seven|eight|nine)';
/** "Turned two on", "she will be two on" and "was two years old on" a day: the birthday of a child. */
const afterTurning = new RegExp(
  `(?<![\\p{L}\\d])(?<lead>(?:turn(?:ed|s|ing)?\\s+${youngAge}\\s+(?:years\\s+old\\s+)?|\\b(?:he|she|who)(?:\\s+(?:will\\s+be|was|is)|['’](?:ll\\s+be|s))\\s+${youngAge}\\s+(?:years?\\s+old\\s+)?|(?:will\\s+be|was|is)\\s+${youngAge}\\s+years?\\s+old\\s+|will\\s+be\\s+${youngAge}\\s+(?=on\\s))(?:on\\s+)?${weekday}?(?:the\\s+)?)(?<date>${fullDate})(?!\\d)`,
  'giu'
);
/** A date that is said to be one of birth afterwards: "4 May 2021 (DOB)", "4 May 2021 is her date of birth", "4 May 2021, her birthday". */
const beforeBirthWords = new RegExp(
  `(?<![\\d/.${dashes}])(?<lead>)(?<date>${fullDate})(?!\\d)(?=(?<after>\\s*(?:[(\\[]\\s*|,\\s*(?:his|her|their)\\s+(?:[\\p{L}\\d]+\\s+)?|(?:is|was)\\s+(?:[\\p{L}'’]+\\s+){0,3})(?:${birthWords})))`,
  'giu'
);

/** "1 September 2020 to 31 August 2021" after "born" is a year of children, not a child. */
const startsRange = new RegExp(
  `^(?:\\s*[${dashes}]\\s*|\\s+(?:to|until|till|through)\\s+)(?:the\\s+)?(?:${fullDate}|${dayAndMonth})|^\\s+(?:(?:or|and)\\s+(?:after|before|later|earlier|onwards?)|onwards?)(?!\\p{L})`,
  'iu'
);

/**
 * Dates of birth in a text: a whole date, with words beside it that say it is one of birth. Dates of meetings,
 * reviews and years are left alone, and so are cohorts ("children born between 1 April 2023 and …").
 */
export function findDatesOfBirth(text: string): Find[] {
  const finds: Find[] = [];
  for (const pattern of [
    afterBirthWords,
    afterBorn,
    afterBornElsewhere,
    afterTurning,
    beforeBirthWords
  ]) {
    for (const { start, end, groups } of matchesOf(text, pattern)) {
      if (!isPlausible(groups)) continue;
      if (startsRange.test(text.slice(end, end + 40))) continue;
      if (isAnniversary(text.slice(Math.max(0, start - longestBefore), start), groups)) continue;
      finds.push({ kind: 'date-of-birth', start: start + (groups['lead'] ?? '').length, end });
    }
  }
  return finds;
}

const wholeDate = new RegExp(`^(?<date>${fullDate}|${closedDate})$`, 'iu');

/** Whether a text is a whole date of the calendar and nothing else. */
export function isBirthDate(text: string): boolean {
  const groups = wholeDate.exec(text)?.groups;
  return groups !== undefined && isPlausible({ ...groups });
}

/** Whether the figures make a day of the calendar between 1900 and 2099; the day may stand before or after the month. */
function isPlausible(groups: Record<string, string | undefined>): boolean {
  const given = (...names: string[]) => names.map((name) => groups[name]).find(Boolean) ?? '';
  const closed = given('closed');
  if (closed !== '') {
    const [first, second] = [Number(closed.slice(0, 2)), Number(closed.slice(2, 4))];
    if (isNear(first, second, closed.slice(4))) return true;
    return (
      closed.length === 8 &&
      isNear(Number(closed.slice(6)), Number(closed.slice(4, 6)), closed.slice(0, 4))
    );
  }
  const named = given(
    ...['name', 'firstName', 'wordName', 'wordFirstName', 'shortName', 'shortWordName'],
    'shortMonth'
  ).toLowerCase();
  const word = given('wordDay', 'wordFirstDay', 'shortWordDay');
  const counted = given('countedDay');
  // A month alone stands for its first day; a day without its year for that day in a leap year.
  const isMonthAlone = given('shortMonth', 'shortIsoMonth') !== '';
  const day = isMonthAlone
    ? 1
    : word === '' && counted === ''
      ? Number(
          given(
            ...['isoDay', 'day', 'spacedDay', 'namedDay', 'firstDay', 'shortDay'],
            ...['looseDay', 'slashDay']
          )
        )
      : placeOf(word || counted);
  const month =
    named === ''
      ? counted === ''
        ? Number(
            given(
              ...['isoMonth', 'month', 'spacedMonth', 'shortIsoMonth'],
              ...['looseMonth', 'slashMonth']
            )
          )
        : placeOf(given('countedMonth'))
      : monthOf(named);
  const year =
    given('shortDay', 'shortWordDay', 'slashDay') === ''
      ? given(
          ...['isoYear', 'year', 'spacedYear', 'namedYear', 'firstYear', 'wordYear'],
          ...['wordFirstYear', 'countedYear', 'shortYear', 'shortIsoYear', 'looseYear']
        )
      : '2000';
  return isNear(day, month, year) || (named === '' && isNear(month, day, year));
}

/** Which place a day or a month is in, 1 to 31, said as "3rd", "third" or "three"; 0 for none. */
function placeOf(said: string): number {
  const plain = said.toLowerCase().replace(/[\s-]/g, '');
  if (/^\d/.test(plain)) return parseInt(plain, 10);
  return Math.max(ordinals.indexOf(plain), cardinals.indexOf(plain)) + 1;
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3)) + 1 || monthOfElsewhere(name);
}

function isNear(day: number, month: number, year: string): boolean {
  if (/\p{L}/u.test(year)) {
    const read = yearOfWords(year);
    return read !== null && isDate(day, month, read);
  }
  if (year.length === 2) return isDate(day, month, 2000 + Number(year));
  return /^(?:19|20)/.test(year) && isDate(day, month, Number(year));
}
