import { splitMarks, type Mark, type QualityKind } from '../written-marks.ts';

/** What stands around a period and does not say when it is: small words before it, marks and notes behind it, signs of spreadsheets. */

/** A period on its own, in one way of writing dashes and blanks, and the marks that stood behind it. */
export type BarePeriod = {
  readonly text: string;
  readonly marks: readonly Mark<QualityKind>[];
};

/** A number of two digits in round brackets may be the year: only one of one digit is a note's. */
const mayBeYear = /\(\d{2}\)$/;

/**
 * Takes away what says nothing of when a period is.
 *
 * @example
 * barePeriod('As at 30 September 2024 [p]').text // '30 september 2024'
 */
export function barePeriod(given: string): BarePeriod {
  const plain = given
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019`´]/g, "'")
    .replace(/\[note[^\]]*\]|\(note[^)]*\)/gi, ' ')
    .replace(/_/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  const { figure, marks } = mayBeYear.test(plain)
    ? { figure: plain, marks: [] }
    : splitMarks(plain);
  return { text: withoutWords(figure), marks };
}

const wordsBefore =
  /^(?:as (?:at|of|on):? |at |on |snapshot(?: (?:at|on|of))?:? |(?:for )?the |rolling )+/;
const wholeYear =
  /^(?:(?:full|whole) )?year:? (?=\d{4} ?[-/] ?\d{2})|,? \(?(?:full|whole) year\)?$/;

function withoutWords(text: string): string {
  return (
    text
      // A spreadsheet's text that looks like a number, and a number that was written with a decimal.
      .replace(/^'(?=\d)/, '')
      .replace(/^(\d{4}|\d{6}|\d{8})\.0$/, '$1')
      .replace(/(?<=\/)'(?=\d{2}\b)/, '')
      .replace(wordsBefore, '')
      .replace(wholeYear, '')
      .replace(/^between (.+) and (?=.*\d)/, '$1 to ')
      .replace(/^from (?=.*\d)/, '')
      .trim()
  );
}
