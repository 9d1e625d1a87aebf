import { dateFrom } from '../dates.ts';
import { err, ok } from '../result.ts';
import {
  fullYear,
  monthOf,
  mostYears,
  quarterFrom,
  severalYearsFrom,
  singleYear,
  yearsPeriod,
  type PeriodKind,
  type Reading
} from './period.ts';
import { fromUntil, lastDayOf, spanOf } from './spans.ts';

/** Quarters and years as they are written. */

const quarterWord = String.raw`(?:q|qtr ?|quarter ?)([1-4])`;

const twoYears = String.raw`(?:fy ?|financial year )?(\d{4}) ?(?:[/-] ?|)(\d{2}|\d{4})`;

const monthsBeside = String.raw`(?: ?\(?[a-z]{3,9} ?(?:-|to) ?[a-z]{3,9}\)?)?`;

const quarterLast = new RegExp(
  `^${twoYears} ?,? ?-? ?(?:financial year )?${quarterWord}${monthsBeside}$`
);

const quarterFirst = new RegExp(
  `^(?:financial year )?${quarterWord}${monthsBeside} ?,? ?-? ?${twoYears}$`
);

/** 2024/25 Q3, Q3 2024/25, Quarter 2 2024-25: of the financial year. */
export function quarterOfTwoYears(text: string, given: string): Reading {
  const last = quarterLast.exec(text);
  const first = quarterFirst.exec(text);
  const [year, second, quarter] =
    last !== null ? last.slice(1, 4) : first !== null ? [first[2], first[3], first[1]] : [];
  if (year === undefined || second === undefined) return null;
  const begins = Number(year);
  if (fullYear(begins, second) !== begins + 1) return err({ kind: 'years-not-in-turn', given });
  return ok(quarterFrom(begins, Number(quarter)));
}

const quarterOfYear = new RegExp(
  `^(?:(\\d{4}) ?,? ?-? ?${quarterWord}|${quarterWord} ?,? ?-? ?(\\d{4}))$`
);

/** 2024 Q4, Q4 2024: of the calendar year or of the financial year, which nobody can tell. */
export function quarterOfOneYear(text: string, given: string): Reading {
  const match = quarterOfYear.exec(text);
  if (match === null) return null;
  const year = Number(match[1] ?? match[4]);
  return err({ kind: 'ambiguous-quarter', given, year, quarter: Number(match[2] ?? match[3]) });
}

const kindWords: readonly (readonly [
  RegExp,
  'academic-year' | 'financial-year' | 'calendar-year'
])[] = [
  [
    /^(?:academic|school) year:?|^ay\b|^ay(?=\d)|(?:academic|school) year$|\bay$|\((?:academic|school)\)$/,
    'academic-year'
  ],
  [
    /^(?:financial|fiscal|tax) year:?|^fy\b|^fy(?=\d)|^f\/y\b|(?:financial|fiscal|tax) year$|\bfy$|\((?:financial|fiscal)\)$/,
    'financial-year'
  ],
  [/^calendar year:?|^cy\b|^cy(?=\d)|^year(?= \d)|calendar year$|\(calendar\)$/, 'calendar-year']
];

/** A year that says what kind of year it is: Academic year 2024-25, FY2024/25. */
export function yearOfAKind(text: string, given: string, wanted: PeriodKind | null): Reading {
  for (const [form, kind] of kindWords) {
    if (!form.test(text)) continue;
    const rest = text.replace(form, '').replace(/^[:,( ]+|[),: ]+$/g, '');
    if (kind === 'calendar-year') return singleYear(rest, given);
    const across = twoYearsOf(rest);
    if (across !== null) return yearFrom(across, kind, given);
    const ends = /^end(?:ing|ed) (\d{4})$/.exec(rest)?.[1];
    if (ends !== undefined) return ok(yearsPeriod(Number(ends) - 1, kind));
    if (/^(?:\d{4}|\d{2})$/.test(rest)) return err({ kind: 'ambiguous-period', given });
    return fromUntil(rest, given, wanted) ?? yearEnding(`year ${rest}`, given);
  }
  return null;
}

const ending =
  /^(?:(?:12|twelve) months|year|y\/?e|fye) ?(?:end(?:ing|ed)?|to(?: the end of)?|-)?:? ?(.+)$/;

/** Year ending March 2025, 12 months to 31 December 2024. */
export function yearEnding(text: string, given: string): Reading {
  const rest = ending.exec(text)?.[1];
  if (rest === undefined || !/[a-z/-]/.test(rest)) return null;
  const end = lastDayOf(rest);
  if (end === null) return null;
  const [year, month] = end.split('-').map(Number);
  const starts = dateFrom((year ?? 0) - 1, (month ?? 0) + 1, 1);
  return spanOf(starts, end) ?? err({ kind: 'unreadable-period', given, wanted: null });
}

/** 2023/24, 2023-24 where a year across two is wanted, 202324, 23/24. */
export function acrossYears(text: string, given: string, wanted: PeriodKind | null): Reading {
  const isYear = wanted === 'academic-year' || wanted === 'financial-year';
  const kind = wanted === 'financial-year' ? wanted : 'academic-year';
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

/** 2017-19, or a month where it can only be one; 2020/21 to 2022/23 is said to be several years. */
export function severalYears(text: string, given: string, wanted: PeriodKind | null): Reading {
  if (/^(?:\d{4}|\d{2})[/-]\d{2,4} ?(?:-|to) ?(?:\d{4}|\d{2})[/-]\d{2,4}$/.test(text)) {
    return isDatePair(text) ? null : err({ kind: 'period-of-several-years', given, wanted });
  }
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
