import { findsInWords } from '#modules/disclosure';
import { importLimits } from './limits.ts';
import type { FileProblem, ImportNote, RowProblem, Where } from './problems.ts';

const count = (value: number): string => value.toLocaleString('en-GB');
const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

const expectedHeadings =
  'A sheet of services needs a column Label (and may have Type, Tags, Organisation, Description, Factors). A sheet of connections needs the columns From and To.';

/** Where a row stands: "Row 5", or "Services, row 5". */
export function whereWords({ sheet, row }: Where): string {
  return sheet === '' ? `Row ${row}` : `${sheet}, row ${row}`;
}

/** Why a file cannot be read, and what to do. */
export function fileProblemSentence(problem: FileProblem): string {
  switch (problem.kind) {
    case 'no-file':
      return 'Choose a file: a spreadsheet saved as .xlsx or .csv.';
    case 'empty-file':
      return 'There is nothing in this file: no sheet has rows to read.';
    case 'file-too-large':
      return `This file is larger than ${problem.mostMegabytes} MB. Split it, or take pictures out of it.`;
    case 'old-excel':
      return 'This is a workbook of the old kind (.xls), or one locked by a password. Open it in a spreadsheet and save it as .xlsx or .csv without a password.';
    case 'not-a-spreadsheet':
      return 'This is not a spreadsheet that can be read here. Save it as .xlsx or .csv and try again.';
    case 'broken-workbook':
      return 'This workbook is damaged or was made in a way that cannot be read here. Open it in a spreadsheet, save it again as .xlsx, and try again.';
    case 'took-too-long':
      return 'The file took too long to read, and reading it was stopped. Copy the rows you need into a new file, or send it in parts.';
    case 'too-much-inside':
      return `This workbook unpacks to more than ${problem.mostMegabytes} MB, so it was not opened. Copy the rows you need into a new workbook.`;
    case 'too-many-sheets':
      return `This workbook has ${count(problem.given)} sheets; at most ${problem.most} can be read.`;
    case 'too-many-columns':
      return `${problem.sheet === '' ? 'This file' : `The sheet ${quoted(problem.sheet)}`} has more than ${problem.most} columns. Take out the ones that are not needed.`;
    case 'too-many-rows':
      return `This file has more than ${count(problem.most)} rows. Split it into several files.`;
    case 'broken-csv':
      return `Row ${problem.row} of this file cannot be read: a quotation mark is probably left open there.`;
    case 'wrong-headings': {
      const at = problem.sheet === '' ? 'its' : `the sheet ${quoted(problem.sheet)}’s`;
      const found =
        problem.found.length === 0
          ? 'there are none'
          : `they are ${listed(problem.found.map(quoted))}`;
      return `The headings of this file are not the ones expected. ${expectedHeadings} In ${at} row ${problem.row} ${found}.`;
    }
    case 'heading-twice':
      return `The column ${quoted(problem.heading)} comes twice${problem.sheet === '' ? '' : ` in the sheet ${quoted(problem.sheet)}`}. Keep one of them.`;
  }
}

/** Why one row cannot be taken, without its place, which stands before it. */
export function rowProblemSentence(problem: RowProblem): string {
  switch (problem.kind) {
    case 'formula':
      return `The column ${problem.column} holds a formula (cell ${problem.cell}). Replace it with its value.`;
    case 'empty-label':
      return 'The Label is empty. Give the service a name.';
    case 'too-long':
      return `The column ${problem.column} has more than ${count(problem.most)} characters. Shorten it.`;
    case 'too-many-values':
      return `The column ${problem.column} has more than ${problem.most} values. Keep the ones that matter.`;
    case 'unknown-factor':
      return `${quoted(problem.given)} is not one of the factors. Use its title, with an upright line (|) between several.`;
    case 'unknown-age':
      return `${quoted(problem.given)} is not one of the ages. Use its title, with an upright line (|) between several.`;
    case 'unknown-stage':
      return `${quoted(problem.given)} is not a stage. Use universal, targeted or intensive.`;
    case 'not-an-address':
      return `${quoted(problem.given)} is not a web address. Begin with http:// or https://.`;
    case 'not-degrees':
      return `${quoted(problem.given)} in the column ${problem.column} is not a number of degrees, such as 53.44085.`;
    case 'half-a-point':
      return 'Longitude and Latitude belong together: give both or neither.';
    case 'not-a-date':
      return `${quoted(problem.given)} is not a date. Write a year, a month or a day that exists: 2026, 2026-03 or 2026-03-31.`;
    case 'not-yes-or-no':
      return `${quoted(problem.given)} in the column ${problem.column} is neither yes nor no.`;
    case 'several-called':
      return `Several services are called ${quoted(problem.label)}. Add a column Type or ID to say which is meant.`;
    case 'empty-end':
      return `The column ${problem.column} is empty. A connection needs both ends.`;
    case 'not-a-direction':
      return `${quoted(problem.given)} is not a direction. Use directed, undirected or mutual.`;
    case 'to-itself':
      return 'This connects something with itself.';
    case 'end-refused':
      return `The row of ${quoted(problem.label)} was refused, so nothing can be connected with it.`;
  }
}

/** What the reader of a preview should know. */
export function noteSentence(note: ImportNote): string {
  const sentence = noteWords(note);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function noteWords(note: ImportNote): string {
  switch (note.kind) {
    case 'sheet-ignored':
      return `The sheet ${quoted(note.sheet)} was passed over, as its name asks.`;
    case 'section-left-out':
      return `${whereWords(note.where)}: what begins here was left out, for it has no column Label, and no columns From and To.`;
    case 'columns-left-out':
      return `${note.sheet === '' ? '' : `${note.sheet}: `}${note.columns.length === 1 ? 'the column' : 'the columns'} ${listed(note.columns.map(quoted))} ${note.columns.length === 1 ? 'was' : 'were'} left out; there is no place for ${note.columns.length === 1 ? 'it' : 'them'}.`;
    case 'email-not-kept':
      return `${note.sheet === '' ? '' : `${note.sheet}: `}e-mail addresses are not kept with services.`;
    case 'may-name-someone':
      return `${whereWords(note.where)}: the column ${note.column} seems to hold ${findsInWords(note.kinds)}. Take it out unless it is public.`;
    case 'repeated-row':
      return `${whereWords(note.where)} is the same service as ${whereWords(note.first).toLowerCase()}: what it says later holds.`;
    case 'ended-service':
      return `${whereWords(note.where)}: ${quoted(note.label)} has ended here. It stays ended, with what this row says.`;
    case 'only-a-name':
      return `${whereWords(note.where)}: ${quoted(note.label)} is not a service here, so the connection keeps only the name.`;
  }
}

/** What may be read, for the hint beside the field. */
export const fileHint = `An Excel workbook (.xlsx) or a CSV file, up to ${importLimits.bytes / 1024 / 1024} MB and ${count(importLimits.rows)} rows`;
