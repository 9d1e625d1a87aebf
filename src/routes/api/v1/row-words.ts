import { sayDate } from '#core/written-dates';
import { figureTextSentence } from '#modules/improvement';
import type { PutProblem } from '#modules/improvement/server';
import type { RowError } from './endpoint.ts';

/** What is wrong with a row of sent values: the field to mend, and the sentence. */
export function putProblem(problem: PutProblem): RowError {
  const { row } = problem;
  switch (problem.kind) {
    case 'not-in-calendar':
      return {
        row,
        field: 'date',
        message: `"${problem.date.slice(0, 40)}" is not a date. Write it as 2026-03-01.`
      };
    case 'date-ahead':
      return { row, field: 'date', message: `${sayDate(problem.date)} lies ahead.` };
    case 'date-repeated':
      return {
        row,
        field: 'date',
        message: `${sayDate(problem.date)} was already given in row ${problem.firstRow}.`
      };
    case 'figure-missing':
      return {
        row,
        field: 'value',
        message: 'Give a value, a numerator with its denominator, or why it is missing.'
      };
    case 'figure-twice':
      return {
        row,
        field: 'value',
        message: 'Give one of value, numerator with denominator, and missing.'
      };
    case 'left-out-without-reason':
      return { row, field: 'note', message: 'Say in the note why this value is not counted.' };
    case 'needs-version':
      return {
        row,
        field: 'version',
        message: `${sayDate(problem.date)} has another value, version ${problem.version}. Send that version to replace it.`
      };
    case 'not-that-version':
      return {
        row,
        field: 'version',
        message: `The value of ${sayDate(problem.date)} was changed meanwhile: it is version ${problem.version} now. Read it again.`
      };
    default: {
      const { field, sentence } = figureTextSentence(problem);
      return { row, field, message: sentence };
    }
  }
}
