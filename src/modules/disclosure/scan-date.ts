import { blanks, dashes, type Find, matchesOf } from './find.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Whether the calendar has this day. `month` is 1 to 12. */
export function isDate(day: number, month: number, year: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day <= longest;
}

const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
/** Days of the month as words, first to thirty-first. */
const ordinals = [
  'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth',
  'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth',
  'twentyfirst', 'twentysecond', 'twentythird', 'twentyfourth', 'twentyfifth', 'twentysixth', 'twentyseventh',
  'twentyeighth', 'twentyninth', 'thirtieth', 'thirtyfirst'
]; // prettier-ignore
const ordinalWord =
  '(?:(?:twenty|thirty)[\\s\\-]?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth';
const gap = `[\\s${blanks},${dashes}/]*`;

/** A date in full: day, month and year, in figures or with the month's name. */
const fullDate = [
  '(?<isoYear>\\d{4})[-/.](?<isoMonth>\\d{1,2})[-/.](?<isoDay>\\d{1,2})',
  `(?<day>\\d{1,2})[${blanks}]?[./${dashes}\\\\][${blanks}]?(?<month>\\d{1,2})[${blanks}]?[./${dashes}\\\\][${blanks}]?(?<year>\\d{4}|\\d{2})`,
  `(?<spacedDay>\\d{2})[${blanks}](?<spacedMonth>\\d{2})[${blanks}](?<spacedYear>\\d{4}|\\d{2})`,
  `(?<namedDay>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?${gap}(?<name>${monthName})${gap}['’]?(?<namedYear>\\d{4}|\\d{2})`,
  `(?<firstName>${monthName})${gap}(?:the\\s+)?(?<firstDay>\\d{1,2})(?:st|nd|rd|th)?${gap}(?<firstYear>\\d{4})`,
  `(?<wordDay>${ordinalWord})(?:\\s+(?:day\\s+)?of)?${gap}(?<wordName>${monthName})${gap}['’]?(?<wordYear>\\d{4}|\\d{2})`,
  `(?<wordFirstName>${monthName})${gap}(?:the\\s+)?(?<wordFirstDay>${ordinalWord})${gap}(?<wordFirstYear>\\d{4})`
].join('|');

/** A date without anything between its parts; read as one only directly after words that announce a date of birth. */
const closedDate = '(?<closed>\\d{8}|\\d{6})';

const birthWords =
  "(?:d\\.?\\s?o\\.?\\s?b\\b\\.?|dates?[\\s\\-]+of[\\s\\-]+birth|birth[\\s\\-]?dates?|birth[\\s\\-]?days?|dob's)";
const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)';
/** What may stand between "date of birth" and the date: marks, a hint of the form, and a few small words. */
const between = `(?:[\\s${blanks}:;,.|="'“”‘’*_#>(\\[)\\]${dashes}]|\\b(?:is|was|on|the|of|for|their|his|her|child|baby|mother|father|parent|boy|girl|son|daughter)\\b|\\b(?:dd|d)[/.\\- ]?mm?[/.\\- ]?yy(?:yy)?\\b|'s\\b){0,24}`;

const afterBirthWords = new RegExp(
  `(?<![\\p{L}\\d])(?<lead>${birthWords}${between}${weekday}?)(?<date>${fullDate}|${closedDate})(?!\\d)`,
  'giu'
);
/** How a child may be born, between "born" and the day. */
const howBorn = '(?:very\\s+)?(?:early|late|prematurely|preterm|safely|healthy|well|small|poorly)';
/**
 * "Born" announces a date only directly or with "on": "born between", "after" or "since" a date describes a
 * group, not a child.
 */
const afterBorn = new RegExp(
  `(?<![\\p{L}\\d])(?<lead>(?:born|b\\.)[\\s${blanks}:,(${dashes}]*(?:(?:(?:in|at)\\s+(?:\\p{L}[\\p{L}'’-]*,?\\s+){1,4}?|${howBorn},?\\s+)on\\s+)?(?:(?:on|the)\\s+){0,2}${weekday}?(?:the\\s+)?)(?<date>${fullDate})(?!\\d)`,
  'giu'
);
/** "Turned two on" a day: the birthday of a child. */
const afterTurning = new RegExp(
  `(?<![\\p{L}\\d])(?<lead>turn(?:ed|s|ing)?\\s+(?:[1-9]|one|two|three|four|five|six|seven|eight|nine)\\s+(?:years\\s+old\\s+)?(?:on\\s+)?${weekday}?(?:the\\s+)?)(?<date>${fullDate})(?!\\d)`,
  'giu'
);
/** A date that is said to be one of birth afterwards: "4 May 2021 (DOB)", "4 May 2021 is her date of birth", "4 May 2021, her birthday". */
const beforeBirthWords = new RegExp(
  `(?<![\\d/.${dashes}])(?<lead>)(?<date>${fullDate})(?!\\d)(?=(?<after>\\s*(?:[(\\[]\\s*|,\\s*(?:his|her|their)\\s+(?:[\\p{L}\\d]+\\s+)?|(?:is|was)\\s+(?:[\\p{L}'’]+\\s+){0,3})(?:${birthWords})))`,
  'giu'
);

/**
 * Dates of birth in a text: a whole date, with words beside it that say it is one of birth. Dates of meetings,
 * reviews and years are left alone, and so are cohorts ("children born between 1 April 2023 and …").
 */
export function findDatesOfBirth(text: string): Find[] {
  const finds: Find[] = [];
  for (const pattern of [afterBirthWords, afterBorn, afterTurning, beforeBirthWords]) {
    for (const { start, end, groups } of matchesOf(text, pattern)) {
      if (!isPlausible(groups)) continue;
      if (isAnniversary(text.slice(Math.max(0, start - longestBefore), start), groups)) continue;
      finds.push({ kind: 'date-of-birth', start: start + (groups['lead'] ?? '').length, end });
    }
  }
  return finds;
}

/** As much of the text before a birthday as says whose it is. */
const longestBefore = 80;
/** What has birthdays without having been born. */
const organisation =
  '(?:cent(?:re|er)|hub|nurser(?:y|ies)|school|playgroup|group|library|service|partnership|project|programme|scheme|charity|trust|council|club|caf[eé]|organisation|network|forum|team|campaign|start)';
const ofOrganisation = new RegExp(
  `(?:\\b${organisation}s?(?:['’]s?)?|\\b(?:its|our))\\s+(?:\\p{L}*\\d*(?:st|nd|rd|th)?\\s+)?$`,
  'iu'
);
/** A tenth birthday or a later one is not that of a young child, unless somebody's it is said to be. */
const lateOrdinal =
  /(?:^|[^\p{L}\d])(?:[1-9]\d+(?:st|nd|rd|th)|tenth|twentieth|thirtieth|fortieth|fiftieth)\s+$/iu;
const somebodys = /(?:['’]s?|\b(?:his|her|their|my))\s+\S+\s+$/iu;

/** An organisation that "was born" or "turned five". */
const organisationWas = new RegExp(
  `\\b${organisation}\\s+(?:was\\s+|were\\s+|itself\\s+|first\\s+){0,2}$`,
  'iu'
);

/** Whether a "birthday" is the anniversary of a centre, a service or the like, and its date no date of birth. */
function isAnniversary(before: string, groups: Record<string, string | undefined>): boolean {
  const announced = `${groups['lead'] ?? ''}${groups['after'] ?? ''}`;
  if (/^(?:born|turn)/i.test(announced)) return organisationWas.test(before);
  if (!/birth[\s-]?days?/i.test(announced)) return false;
  if (groups['after']) {
    return new RegExp(
      `(?:\\b${organisation}s?(?:['’]s?)?|\\b(?:its|our))\\s+birth[\\s-]?days?$`,
      'iu'
    ).test(groups['after']);
  }
  if (ofOrganisation.test(before)) return true;
  return lateOrdinal.test(before) && !somebodys.test(before);
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
  const named = given('name', 'firstName', 'wordName', 'wordFirstName').slice(0, 3).toLowerCase();
  const word = given('wordDay', 'wordFirstDay').toLowerCase().replace(/[\s-]/g, '');
  const day =
    word === ''
      ? Number(given('isoDay', 'day', 'spacedDay', 'namedDay', 'firstDay'))
      : ordinals.indexOf(word) + 1;
  const month =
    named === '' ? Number(given('isoMonth', 'month', 'spacedMonth')) : months.indexOf(named) + 1;
  const year = given(
    'isoYear',
    'year',
    'spacedYear',
    'namedYear',
    'firstYear',
    'wordYear',
    'wordFirstYear'
  );
  return isNear(day, month, year) || (named === '' && isNear(month, day, year));
}

function isNear(day: number, month: number, year: string): boolean {
  if (year.length === 2) return isDate(day, month, 2000 + Number(year));
  return /^(?:19|20)/.test(year) && isDate(day, month, Number(year));
}
