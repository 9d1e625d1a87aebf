import { err, ok, type Result } from './result.ts';
import type { Mark, QualityKind } from './written-marks.ts';
import {
  monthOf,
  singleYear,
  type Period,
  type PeriodKind,
  type PeriodProblem,
  type Reader
} from './periods/period.ts';
import { barePeriod } from './periods/around.ts';
import { fromUntil, monthOfYear, quarterUntil, singleDay, singleMonth } from './periods/spans.ts';
import {
  acrossYears,
  quarterBySpan,
  quarterOfOneYear,
  quarterOfTwoYears,
  severalTwoYears,
  severalYears,
  yearEnding,
  yearOfAKind
} from './periods/years.ts';

export type { Period, PeriodKind, PeriodProblem } from './periods/period.ts';

/** Periods as people, publishers and spreadsheets write them. */

/** Letters of the longest text that is looked at: a period with the notes behind it. */
const longestText = 300;

/**
 * Reads a period as people and publishers write it: 2023/24, 202324, FY2024/25, Year ending March 2025, 2024, 2024/25 Q3, Oct-Dec 2024,
 * 2017-19, March 2024, Jan-24, 2024M01, 2024-03-15, 1 April 2024 to 31 March 2025.
 *
 * Assumes: `wanted` is the kind of period expected, where it is known. Without it 2023/24 counts as an academic year. A date that is the
 * first or the last day of its month stands for the month where months are wanted, as spreadsheets keep them, and the last day of a quarter for
 * the quarter. A moment with its zone
 * is the day it was in the United Kingdom.
 * Refuses: what is none of these; two years that do not follow one another; a day that does not exist; several years where one period is
 * wanted; and what may be read in two ways, such as 2024 Q4 or, where nothing is expected, 2004-07.
 *
 * @example
 * parsePeriod('2024/25 Q3') // starts 2024-10-01, ends 2024-12-31
 * parsePeriod('Year ending March 2025') // the financial year 2024/25
 */
export function parsePeriod(
  given: string,
  wanted: PeriodKind | null = null
): Result<Period, PeriodProblem> {
  // What is longer is no period, and would take the patterns below the square of its length.
  if (given.length > longestText) {
    return err({ kind: 'unreadable-period', given: `${given.trim().slice(0, 40)}…`, wanted });
  }
  const { text } = barePeriod(given);
  if (text === '') return err({ kind: 'no-period' });
  for (const read of readers) {
    const found = read(text, given, wanted);
    if (found === null) continue;
    if (!found.ok || wanted === null) return found;
    const fitting = asWanted(found.value, wanted);
    if (fitting !== null) return ok(fitting);
    return found.value.kind === 'several-years'
      ? err({ kind: 'period-of-several-years', given, wanted })
      : err({ kind: 'unreadable-period', given, wanted });
  }
  return err({ kind: 'unreadable-period', given, wanted });
}

/** In the order they are tried: what says more of itself comes first. */
const readers: readonly Reader[] = [
  quarterOfTwoYears,
  quarterBySpan,
  quarterOfOneYear,
  monthOfYear,
  yearOfAKind,
  yearEnding,
  acrossYears,
  severalTwoYears,
  severalYears,
  singleYear,
  singleMonth,
  singleDay,
  fromUntil
];

/**
 * What is said of everything in a period that is marked: `2024/25 [p]` is provisional. Nothing for a text that is no period.
 *
 * @example
 * periodMarks('2024/25p') // [{ kind: 'provisional', meaning: 'provisional' }]
 */
export function periodMarks(given: string): readonly Mark<QualityKind>[] {
  return given.length > longestText ? [] : barePeriod(given).marks;
}

/** The period itself, or the month or quarter that a day stands for where these are wanted. */
function asWanted(period: Period, wanted: PeriodKind): Period | null {
  if (period.kind === wanted) return period;
  if (wanted === 'financial-quarter' && period.kind === 'day') return quarterUntil(period.ends);
  if (wanted !== 'month' || period.kind !== 'day') return null;
  const [year, month] = period.text.split('-').map(Number);
  const read = monthOf(period.text, year ?? 0, month ?? 0);
  if (!read.ok) return null;
  return [read.value.starts, read.value.ends].includes(period.starts) ? read.value : null;
}
