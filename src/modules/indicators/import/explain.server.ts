import { spreadsheetSentence } from '#platform/spreadsheet.server';
import { numberText } from '../figures/rounding.ts';
import type { FileProblem } from './problems.ts';

/** Why a file cannot be read as a whole, and what to do now. */
export function explainFile(problem: FileProblem): string {
  switch (problem.kind) {
    case 'empty-file':
      return 'There is nothing in this file. Give it a row of headings and a row for each value.';
    case 'no-rows':
      return 'There are headings in this file and nothing below them.';
    case 'too-many-values':
      return `The file holds more than ${numberText(problem.most, 0)} values. Split it into smaller files.`;
    case 'reading-broke-off':
      return problem.isTooLarge
        ? 'The file needs more memory than Cairn may take to read it. Split it into smaller files, or save it as CSV.'
        : 'Something went wrong on our side while we worked on the file. Nothing was saved. Try again; if it happens twice, tell whoever runs Cairn.';
    default:
      return spreadsheetSentence(problem);
  }
}
