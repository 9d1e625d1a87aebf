import { dateFrom } from '../dates.ts';
import { monthNumber } from '../month-names.ts';
import { err, ok } from '../result.ts';
import {
  century,
  fullYear,
  monthOf,
  mostYears,
  quarterFrom,
  severalTwoYearsFrom,
  severalYearsFrom,
  singleYear,
  yearsPeriod,
  type PeriodKind,
  type Reading
} from './period.ts';
import { fromUntil, lastDayOf, spanOf } from './spans.ts';

/** Quarters and years as they are written. */

const quarterWord = String.raw`(?:(?:q|qtr ?|quarter ?)([1-4])|(1st|2nd|3rd|4th|first|second|third|fourth) quarter,?(?: of)?)`;
const spokenQuarters = ['first', 'second', 'third', 'fourth'];

const twoYears = String.raw`(?:fy ?|financial year )?(?:(\d{4}) ?(?:[/-] ?|)(\d{2}|\d{4})|(\d{2}) ?[/-] ?(\d{2}))`;

const monthsBeside = String.raw`(?: ?,? ?\(?([a-z]{3,9}) ?(?:-|to) ?([a-z]{3,9})\)?)?`;
const between = String.raw` ?[,:]? ?-? ?`;

const quarterLast = new RegExp(
  `^${twoYears}${between}(?:financial year )?\\(?${quarterWord}\\)?${monthsBeside}$`
);

const quarterFirst = new RegExp(
  `^(?:financial year )?${quarterWord}${monthsBeside}${between}${twoYears}$`
);

/** The number of a quarter, of the two ways in which it may be written. */
function quarterNumber(digit: string | undefined, spoken: string | undefined): number {
  if (digit !== undefined) return Number(digit);
  const given = spoken ?? '';
  return /^\d/.test(given) ? Number(given[0]) : spokenQuarters.indexOf(given) + 1;
}

/** 2024/25 Q3, Q3 2024/25, Quarter 2 2024-25, 24/25 Q1: of the financial year, unless months beside it say otherwise. */
export function quarterOfTwoYears(text: string, given: string): Reading {
  const last = quarterLast.exec(text);
  const first = quarterFirst.exec(text);
  const [years, quarters, months] =
    last !== null
      ? [last.slice(1, 5), last.slice(5, 7), last.slice(7, 9)]
      : first !== null
        ? [first.slice(5, 9), first.slice(1, 3), first.slice(3, 5)]
        : [[], [], []];
  const year = years[0] ?? years[2];
  const second = years[1] ?? years[3];
  if (year === undefined || second === undefined) return null;
  const begins = century(year);
  if (fullYear(begins, second) !== begins + 1) return err({ kind: 'years-not-in-turn', given });
  const quarter = quarterFrom(begins, quarterNumber(quarters[0], quarters[1]));
  const starts = monthNumber(months[0] ?? '');
  const isOther = starts > 0 && starts !== Number(quarter.starts.slice(5, 7));
  return isOther ? err({ kind: 'ambiguous-period', given }) : ok(quarter);
}

const quarterBeside = new RegExp(
  `^(?:${quarterWord} ?:? ?\\(?(.*[a-z].*\\d{4})\\)?|(.*[a-z].*\\d{4}) ?\\(?${quarterWord}\\)?)$`
);
const spanEnding =
  /^(?:(?:(?:3|three)[- ]months?|quarter|qtr)(?: period)? (?:end(?:ing|ed)?|to)(?: the end of)?|q\/?e):? (.+)$/;

/** Q1 (April to June 2024), Quarter ending June 2024: what its months are. */
export function quarterBySpan(text: string, given: string, wanted: PeriodKind | null): Reading {
  const ends = spanEnding.exec(text)?.[1];
  if (ends !== undefined) return spanUntil(ends, 3, given);
  const beside = quarterBeside.exec(text);
  if (beside === null) return null;
  const span = fromUntil(beside[3] ?? beside[4] ?? '', given, wanted);
  return span?.ok === true && span.value.kind === 'financial-quarter' ? span : null;
}

const quarterOfYear = new RegExp(
  `^(?:(\\d{4})${between}${quarterWord}|${quarterWord}${between}(\\d{4}))$`
);

/** 2024 Q4, Q4 2024: of the calendar year or of the financial year, which nobody can tell. */
export function quarterOfOneYear(text: string, given: string): Reading {
  const match = quarterOfYear.exec(text);
  if (match === null) return null;
  const year = Number(match[1] ?? match[6]);
  const quarter = quarterNumber(match[2] ?? match[4], match[3] ?? match[5]);
  return err({ kind: 'ambiguous-quarter', given, year, quarter });
}

const kindWords: readonly (readonly [
  RegExp,
  'academic-year' | 'financial-year' | 'calendar-year'
])[] = [
  [
    /^(?:academic|acad?\.?|school)[ -](?:year|yr|session):?|^session:?|^ay\b|^ay(?=\d)|(?:academic|school) (?:year|session)$|\bay$|\((?:academic|school)\)$|\(?\bsep(?:t(?:ember)?)? ?(?:-|to) ?aug(?:ust)?\)?$/,
    'academic-year'
  ],
  [
    /^(?:financial|fin\.?|fiscal|tax)[ -](?:year|yr):?|^fy\b|^fy(?=\d)|^f\/y\b|(?:financial|fiscal|tax) year$|\bfy$|\((?:financial|fiscal)\)$|\(?\bapr(?:il)? ?(?:-|to) ?mar(?:ch)?\)?$/,
    'financial-year'
  ],
  [
    /^calendar[ -]year:?|^cy\b|^cy(?=\d)|^year(?= \d)|^mid-? ?(?:year )?(?=\d{4}$)|calendar year$|\(calendar\)$/,
    'calendar-year'
  ]
];

/** A year that says what kind of year it is: Academic year 2024-25, FY2024/25. */
export function yearOfAKind(text: string, given: string, wanted: PeriodKind | null): Reading {
  for (const [form, kind] of kindWords) {
    if (!form.test(text)) continue;
    const rest = text.replace(form, '').replace(/^[:,(\- ]+|[),:\- ]+$/g, '');
    if (kind === 'calendar-year') return singleYear(rest, given);
    const across = twoYearsOf(rest);
    if (across !== null) return yearFrom(across, kind, given);
    const ends = /^end(?:ing|ed) (\d{4})$/.exec(rest)?.[1];
    if (ends !== undefined) return ok(yearsPeriod(Number(ends) - 1, kind));
    const together = /^(\d{2})(\d{2})$/.exec(rest);
    // FY2425 can be no year; FY1920 and FY2021 can.
    if (together !== null && Number(rest) > 2200 && Number(together[1]) + 1 === Number(together[2]))
      return ok(yearsPeriod(century(together[1] ?? ''), kind));
    if (/^(?:\d{4}|\d{2})$/.test(rest)) return err({ kind: 'ambiguous-period', given });
    return fromUntil(rest, given, wanted) ?? yearEnding(`year ${rest}`, given);
  }
  return null;
}

const ending =
  /^(?:(?:12|twelve)[- ]months?(?: period)?|year|y\/?e|fye) ?(?:end(?:ing|ed)?|to(?: the end of)?|-)?:? ?(.+)$/;

/** Year ending March 2025, 12 months to 31 December 2024. */
export function yearEnding(text: string, given: string): Reading {
  const rest = ending.exec(text)?.[1];
  return rest === undefined || !/[a-z./-]/.test(rest) ? null : spanUntil(rest, 12, given);
}

/** So many months until the end of the month or day that a text names. */
function spanUntil(text: string, months: number, given: string): Reading {
  const end = lastDayOf(text);
  if (end === null) return null;
  const [year, month] = end.split('-').map(Number);
  const starts = dateFrom(year ?? 0, (month ?? 0) - months + 1, 1);
  return spanOf(starts, end) ?? err({ kind: 'unreadable-period', given, wanted: null });
}

/** 2023/24, 2023-24 where a year across two is wanted, 202324, 23/24, 2023/4. */
export function acrossYears(text: string, given: string, wanted: PeriodKind | null): Reading {
  const isYear = wanted === 'academic-year' || wanted === 'financial-year';
  const kind = wanted === 'financial-year' ? wanted : 'academic-year';
  // 2023/4 is a year across two or a month.
  const oneDigit = /^(\d{3}(\d))[/-](\d)$/.exec(text);
  if (oneDigit !== null && (Number(oneDigit[2]) + 1) % 10 === Number(oneDigit[3])) {
    if (isYear) return ok(yearsPeriod(Number(oneDigit[1]), kind));
    if (wanted === null) return err({ kind: 'ambiguous-period', given });
  }
  const slashed = /^(\d{4}) ?\/ ?(\d{2}|\d{4})$/.exec(text);
  if (slashed !== null) {
    const isMonth = fullYear(Number(slashed[1]), slashed[2] ?? '') !== Number(slashed[1]) + 1;
    if (isMonth && wanted === 'month')
      return monthOf(given, Number(slashed[1]), Number(slashed[2]));
  }
  const across = twoYearsOf(text);
  if (across === null) return null;
  if (across.written === 'slash') return yearFrom(across, kind, given);
  // Six digits may be a month, and a dash several years or a month.
  if (across.written === 'dash') return isYear ? yearFrom(across, kind, given) : null;
  const isNext = across.second === across.first + 1;
  if (across.written === 'short') {
    if (!isNext) return null;
    return isYear ? yearFrom(across, kind, given) : err({ kind: 'ambiguous-period', given });
  }
  const mayBeMonth = /^\d{4}(?:0[1-9]|1[0-2])$/.test(text);
  if (!isNext || wanted === 'month') return null;
  return mayBeMonth && !isYear
    ? err({ kind: 'ambiguous-period', given })
    : yearFrom(across, kind, given);
}

type TwoYears = {
  readonly first: number;
  readonly second: number;
  readonly written: 'slash' | 'dash' | 'run together' | 'short';
};

function twoYearsOf(text: string): TwoYears | null {
  const long = /^(\d{4}) ?(\/|-|to|)? ?(\d{4}|\d{2})$/.exec(text);
  if (long !== null) {
    const first = Number(long[1]);
    const sign = long[2] ?? '';
    return {
      first,
      second: fullYear(first, long[3] ?? ''),
      written: sign === '/' ? 'slash' : sign === '' ? 'run together' : 'dash'
    };
  }
  const short = /^(\d{2}) ?[/-] ?(\d{2})$/.exec(text);
  if (short === null) return null;
  const first = 2000 + Number(short[1]);
  return { first, second: fullYear(first, short[2] ?? ''), written: 'short' };
}

function yearFrom(
  { first, second }: TwoYears,
  kind: 'academic-year' | 'financial-year',
  given: string
): Reading {
  if (second !== first + 1) return err({ kind: 'years-not-in-turn', given });
  return ok(yearsPeriod(first, kind));
}

const oneOfTwo = String.raw`(?:fy ?|ay ?)?(\d{4}|\d{2})[/-](\d{2,4})`;
const twoOfTwo = new RegExp(`^${oneOfTwo} ?(?:-|to) ?${oneOfTwo}$`);

/**
 * 2020/21 to 2022/23, 2020/21 - 22/23: several years that each lie across two, from April of the first until March of the last. Whether
 * they are financial or academic years nobody says, and it changes nothing of their order.
 */
export function severalTwoYears(text: string, given: string, wanted: PeriodKind | null): Reading {
  const match = twoOfTwo.exec(text);
  if (match === null || isDatePair(text)) return null;
  const [first = '', afterFirst = '', last = '', afterLast = ''] = match.slice(1);
  const [from, until] = [century(first), century(last)];
  const areYears =
    fullYear(from, afterFirst) === from + 1 &&
    fullYear(until, afterLast) === until + 1 &&
    until > from &&
    until - from < mostYears;
  if (wanted !== 'several-years') return err({ kind: 'period-of-several-years', given, wanted });
  return areYears
    ? ok(severalTwoYearsFrom(from, until))
    : err({ kind: 'years-not-in-turn', given });
}

/** 2017-19, or a month where it can only be one. */
export function severalYears(text: string, given: string, wanted: PeriodKind | null): Reading {
  const dashed = /^(\d{4}) ?(?:-|to) ?(\d{2}|\d{4})$/.exec(text);
  if (dashed === null) return null;
  const first = Number(dashed[1]);
  const second = dashed[2] ?? '';
  const mayBeMonth = second.length === 2 && Number(second) >= 1 && Number(second) <= 12;
  const last = fullYear(first, second);
  const mayBeYears = last > first && last - first <= mostYears;
  if (wanted === 'month' || (mayBeMonth && !mayBeYears && wanted === null)) {
    return monthOf(given, first, Number(second));
  }
  if (wanted === null && mayBeMonth && mayBeYears) return err({ kind: 'ambiguous-period', given });
  return mayBeYears ? ok(severalYearsFrom(first, last)) : err({ kind: 'years-not-in-turn', given });
}

/** `2024-01 to 2024-12` are two months, not years. */
function isDatePair(text: string): boolean {
  return fromUntil(text, text, null)?.ok === true;
}
