import { spreadsheetSentence } from '#platform/spreadsheet.server';
import type { FileProblem, ImportRefusal } from './problems.ts';

/** Why a file cannot be read, and what to do. */
export function fileProblemSentence(problem: FileProblem): string {
  switch (problem.kind) {
    case 'no-file':
      return 'Choose a file: a spreadsheet saved as .xlsx or .csv.';
    case 'empty-file':
      return 'There is nothing in this file: no sheet in sight has a table with headings.';
    case 'too-many-tables':
      return `This file has more than ${problem.most} tables. Leave in it only those with services.`;
    case 'too-many-rows':
      return `This file has more than ${problem.most.toLocaleString('en-GB')} rows. Split it into several files.`;
    case 'broken-json':
      return 'This file begins like JSON but is damaged or not all there. Take it from where it came once more.';
    case 'json-not-known':
      return 'This is JSON, but neither services in the form of Open Referral nor a map of Kumu. Open Referral has a list of services, each with a name and an id; Kumu has a list of elements.';
    default:
      return spreadsheetSentence(problem);
  }
}

/** Why an import was not carried out. */
export function explainImportRefusal(problem: ImportRefusal): string {
  switch (problem.kind) {
    case 'not-matched':
      return 'Say first what the columns and the words of this file mean.';
    case 'rows-refused':
      return `${problem.rows === 1 ? 'One row cannot' : `${problem.rows} rows cannot`} be taken. Put the file right and read it again, or tick the box to take the rest.`;
    case 'changed-since-preview':
      return 'The services here have changed since you looked. This is the preview as it is now: check it and confirm again.';
    case 'nothing-to-do':
      return 'This file changes nothing: everything in it is here already.';
    default:
      return fileProblemSentence(problem);
  }
}
