import { listed } from '#core/written-lists';
import { findsInWords } from '#modules/disclosure';
import type { TableKind } from './file-tables.ts';
import type { ConnectionField } from './found.ts';
import type { ServiceUse } from './headings.ts';
import { importLimits, mostRows } from './limits.ts';
import type { CellProblem, ImportNote, MatchingProblem, RowProblem, Where } from './problems.ts'; // prettier-ignore

const count = (value: number): string => value.toLocaleString('en-GB');
const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;

/** “Universal, Targeted or Intensive”. */
const orList = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' or ');
const many = (number: number, what: string) => `${count(number)} ${what}${number === 1 ? '' : 's'}`;

/** Where a row stands: "Row 5", or "Services, row 5". */
export function whereWords({ sheet, row }: Where): string {
  return sheet === '' ? `Row ${row}` : `${sheet}, row ${row}`;
}

/** Why one row cannot be taken, without its place, which stands before it. */
export function rowProblemSentence(problem: RowProblem): string {
  switch (problem.kind) {
    case 'empty-label':
      return 'The service has no name. Give it one.';
    case 'too-long':
      return `${problem.column === 'Label' ? 'The name' : `The column ${problem.column}`} has more than ${count(problem.most)} characters. Shorten it.`;
    case 'several-called':
      return `Several services are called ${quoted(problem.label)}. Add a column Type or ID to say which is meant.`;
    case 'empty-end':
      return `The column ${problem.column} is empty. A connection needs both ends.`;
    case 'to-itself':
      return 'This connects something with itself.';
    case 'end-refused':
      return `The row of ${quoted(problem.label)} was refused, so nothing can be connected with it.`;
  }
}

/** Why one cell was left out, and what to do if it is wanted; its place and its column stand before it. */
export function cellProblemSentence(problem: CellProblem): string {
  switch (problem.kind) {
    case 'formula':
      return 'It holds a formula. Put its result there instead.';
    case 'error':
      return 'Its formula failed, so there is nothing to take.';
    case 'too-long':
      return `It has more than ${count(problem.most)} characters. Shorten it.`;
    case 'too-many-values':
      return `It has more than ${problem.most} values. The first ones were taken.`;
    case 'unknown-factor':
      return `${quoted(problem.given)} is not one of the factors.`;
    case 'unknown-age':
      return `${quoted(problem.given)} is not one of the ages.`;
    case 'unknown-stage':
      return `${quoted(problem.given)} is not a stage of support here. Use ${orList(problem.known)}.`;
    case 'not-an-address':
      return `${quoted(problem.given)} is not a web address. Begin with http:// or https://.`;
    case 'not-degrees':
      return `${quoted(problem.given)} is not a number of degrees, such as 53.44085.`;
    case 'half-a-point':
      return 'Longitude and Latitude belong together, and the other is missing.';
    case 'not-a-date':
      return `${quoted(problem.given)} is not a date. Write a year, a month or a day that exists: 2026, 2026-03 or 2026-03-31.`;
    case 'dates-open':
      return `${quoted(problem.given)} is one day with the day first and another with the month first, and nothing in the column says which is meant.`;
    case 'dates-contrary':
      return `${quoted(problem.given)} stands in a column where some dates have the day first and others the month. Write them all in one way, such as 2026-03-31.`;
    case 'not-yes-or-no':
      return `${quoted(problem.given)} is neither yes nor no.`;
    case 'not-a-direction':
      return `${quoted(problem.given)} is not a direction. Use directed, undirected or mutual.`;
  }
}

/** What is missing or said twice in the form that matches columns, by its field. */
export function matchingSentence(problem: MatchingProblem): { path: string; message: string } {
  switch (problem.kind) {
    case 'no-table':
      return { path: 'kind-0', message: 'Say which table holds services or connections' };
    case 'no-name':
      return {
        path: `use-${problem.table}-0`,
        message: 'Choose which column holds the name of the service'
      };
    case 'no-end':
      return {
        path: `use-${problem.table}-0`,
        message: `Choose which column says where connections ${problem.field === 'from' ? 'come from' : 'go to'}`
      };
    case 'field-twice':
      return {
        path: `use-${problem.table}-${problem.column}`,
        message: `${quoted(problem.heading)} is said to hold what another column holds. Choose one of them`
      };
  }
}

/** What each column may hold, as the form offers it. */
export const useNames: Readonly<Record<ServiceUse | ConnectionField, string>> = {
  label: 'Name of the service',
  organisation: 'Organisation',
  description: 'Description',
  more: 'More for the description',
  type: 'Type',
  tags: 'Tags',
  factors: 'Factors',
  ages: 'Ages of the children',
  stage: 'For whom: the stage of support',
  whoFor: 'Who may come',
  times: 'Times',
  costs: 'Cost',
  access: 'How to come',
  url: 'Web address',
  address: 'Place',
  longitude: 'Longitude',
  latitude: 'Latitude',
  source: 'Where this comes from',
  sourceDate: 'Date of that source',
  id: 'ID',
  email: 'E-mail address, not kept',
  from: 'From',
  to: 'To',
  direction: 'Direction',
  established: 'Established'
};

export const tableKindNames: Readonly<Record<TableKind, string>> = {
  services: 'services',
  connections: 'connections between them',
  nothing: 'neither, leave it out'
};

/** What the reader of a preview should know. */
export function noteSentence(note: ImportNote): string {
  const sentence = noteWords(note);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function noteWords(note: ImportNote): string {
  switch (note.kind) {
    case 'sheet-ignored':
      return `The sheet ${quoted(note.sheet)} was passed over, as its name asks.`;
    case 'of-reading':
      return note.sentence;
    case 'section-left-out':
      return `${whereWords(note.where)}: what begins here was left out, for it is no table of services or connections.`;
    case 'rows-above':
      return note.last === note.where.row
        ? `${whereWords(note.where)} stands above the headings and was passed over.`
        : `${whereWords(note.where)}, to row ${note.last}, stands above the headings and was passed over.`;
    case 'row-below':
      return `${whereWords(note.where)} stands by itself below the table and was passed over: ${quoted(note.found)}.`;
    case 'headings-again':
      return `${whereWords(note.where)} holds the headings again and was passed over.`;
    case 'table-begins':
      return `${whereWords(note.where)} is a row of headings, so another table begins there: ${listed(note.found.map(quoted))}.`;
    case 'addresses-completed':
      return note.count === 1
        ? `one web address was written without its beginning: ${quoted(note.example)} becomes https://${note.example}.`
        : `${count(note.count)} web addresses were written without their beginning, such as ${quoted(note.example)}: each gets https:// before it.`;
    case 'columns-left-out':
      return `${note.sheet === '' ? '' : `${note.sheet}: `}${note.columns.length === 1 ? 'the column' : 'the columns'} ${listed(note.columns.map(quoted))} ${note.columns.length === 1 ? 'was' : 'were'} left out; there is no place for ${note.columns.length === 1 ? 'it' : 'them'}.`;
    case 'email-not-kept':
      return `${note.sheet === '' ? '' : `${note.sheet}: `}e-mail addresses are not kept with services.`;
    case 'open-referral':
      return `this is Open Referral${note.version === null ? '' : ` in the form of version ${note.version}`}, with ${many(note.services, 'service')}.`;
    case 'one-page':
      return `this is page ${note.page} of ${count(note.pages)}. The services of the other pages are not in this file.`;
    case 'not-on-offer':
      return `${many(note.services, 'service')} marked as inactive, defunct or closed ${note.services === 1 ? 'was' : 'were'} left out.`;
    case 'more-places':
      return `${many(note.services, 'service')} ${note.services === 1 ? 'has' : 'have'} several places: the first is kept as the address, the times of all.`;
    case 'no-such-point':
      return `the point of ${many(note.services, 'service')} lies nowhere on earth, and was left out.`;
    case 'shortened':
      return `${whereWords(note.where)}: ${note.column} was shortened to ${count(note.most)} characters.`;
    case 'loops-left-out':
      return `${many(note.loops, 'loop')} ${note.loops === 1 ? 'was' : 'were'} left out: there are no loops here.`;
    case 'delays-left-out':
      return `that ${many(note.connections, 'connection')} ${note.connections === 1 ? 'acts' : 'act'} after a delay was left out.`;
    case 'parts-left-out':
      return `how the map is drawn was left out (${listed(note.parts.map(quoted))}).`;
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
export const fileHint = `An Excel workbook (.xlsx), a CSV file, JSON of Open Referral or Kumu, or GeoJSON, up to ${importLimits.bytes / 1_000_000} MB and ${count(mostRows)} rows`;
