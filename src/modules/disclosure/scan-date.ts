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
const gap = `[\\s${blanks},${dashes}/]*`;

/** A date in full: day, month and year, in figures or with the month's name. */
const fullDate = [
  '(?<isoYear>\\d{4})[-/.](?<isoMonth>\\d{1,2})[-/.](?<isoDay>\\d{1,2})',
  `(?<day>\\d{1,2})[${blanks}]?[./${dashes}\\\\][${blanks}]?(?<month>\\d{1,2})[${blanks}]?[./${dashes}\\\\][${blanks}]?(?<year>\\d{4}|\\d{2})`,
  `(?<spacedDay>\\d{2})[${blanks}](?<spacedMonth>\\d{2})[${blanks}](?<spacedYear>\\d{4}|\\d{2})`,
  `(?<namedDay>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?${gap}(?<name>${monthName})${gap}['’]?(?<namedYear>\\d{4}|\\d{2})`,
  `(?<firstName>${monthName})${gap}(?:the\\s+)?(?<firstDay>\\d{1,2})(?:st|nd|rd|th)?${gap}(?<firstYear>\\d{4})`
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
/**
 * "Born" announces a date only directly or with "on": "born between", "after" or "since" a date describes a
 * group, not a child.
 */
const afterBorn = new RegExp(
  `(?<![\\p{L}\\d])(?<lead>(?:born|b\\.)[\\s${blanks}:,(${dashes}]*(?:(?:in|at)\\s+(?:\\p{L}[\\p{L}'’-]*\\s+){1,4}?on\\s+)?(?:(?:on|the)\\s+){0,2}${weekday}?(?:the\\s+)?)(?<date>${fullDate})(?!\\d)`,
  'giu'
);
/** A date that is said to be one of birth afterwards: "4 May 2021 (DOB)", "4 May 2021 is her date of birth". */
const beforeBirthWords = new RegExp(
  `(?<![\\d/.${dashes}])(?<lead>)(?<date>${fullDate})(?!\\d)(?=\\s*(?:[(\\[]\\s*|(?:is|was)\\s+(?:[\\p{L}'’]+\\s+){0,3})(?:${birthWords}))`,
  'giu'
);

/**
 * Dates of birth in a text: a whole date, with words beside it that say it is one of birth. Dates of meetings,
 * reviews and years are left alone, and so are cohorts ("children born between 1 April 2023 and …").
 */
export function findDatesOfBirth(text: string): Find[] {
  const finds: Find[] = [];
  for (const pattern of [afterBirthWords, afterBorn, beforeBirthWords]) {
    for (const { start, end, groups } of matchesOf(text, pattern)) {
      if (!isPlausible(groups)) continue;
      finds.push({ kind: 'date-of-birth', start: start + (groups['lead'] ?? '').length, end });
    }
  }
  return finds;
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
  const named = given('name', 'firstName').slice(0, 3).toLowerCase();
  const day = Number(given('isoDay', 'day', 'spacedDay', 'namedDay', 'firstDay'));
  const month =
    named === '' ? Number(given('isoMonth', 'month', 'spacedMonth')) : months.indexOf(named) + 1;
  const year = given('isoYear', 'year', 'spacedYear', 'namedYear', 'firstYear');
  return isNear(day, month, year) || (named === '' && isNear(month, day, year));
}

function isNear(day: number, month: number, year: string): boolean {
  if (year.length === 2) return isDate(day, month, 2000 + Number(year));
  return /^(?:19|20)/.test(year) && isDate(day, month, Number(year));
}
