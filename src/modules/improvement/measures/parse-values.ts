import { err, ok, type Result } from '#core/result';
import { readDate, type DateProblem } from '#core/written-dates';
import { checkFigure, isRatio, type FigureProblem } from './figures.ts';
import type { WhyMissing } from '#modules/charts';
import { readMark, splitMarks, type MissingKind, type QualityKind } from '#core/written-marks';
import { readNumber, type NumberProblem } from '#core/written-numbers';
import type { Figure, NewValue, ValueForm, ValueStatus } from '../types.ts';

/** Many values at once, from cells that were pasted or came in a file. All rows are right, or none is taken. */

export const mostRows = 10_000;
export const longestNote = 500;

/** What a column holds. */
export type ColumnName = 'date' | 'value' | 'numerator' | 'denominator' | 'note';

/** What is wrong with one row; `row` counts from 1 as a spreadsheet does, headings and blank rows included. */
export type RowProblem = { readonly row: number } & (
  | DateProblem
  | { readonly kind: 'date-repeated'; readonly date: string; readonly firstRow: number }
  | { readonly kind: 'date-ahead'; readonly date: string }
  | (NumberProblem & { readonly column: ColumnName })
  | FigureProblem
  | { readonly kind: 'formula'; readonly given: string }
  | { readonly kind: 'note-too-long' }
  | { readonly kind: 'too-many-cells'; readonly cells: number; readonly columns: number }
);

export type ParseProblem =
  | { readonly kind: 'nothing-to-read' }
  | { readonly kind: 'too-many-rows'; readonly rows: number; readonly most: number }
  | {
      readonly kind: 'wrong-headings';
      readonly given: readonly string[];
      readonly needed: readonly ColumnName[];
    }
  | { readonly kind: 'heading-twice'; readonly heading: string }
  | { readonly kind: 'bad-rows'; readonly problems: readonly RowProblem[] };

export const headingNames: { readonly [name in ColumnName]: readonly string[] } = {
  date: [
    'date',
    'day',
    'week',
    'month',
    'period',
    'when',
    'week beginning',
    'week commencing',
    'week ending',
    'x'
  ],
  value: ['value', 'count', 'number', 'figure', 'result', 'y', 'total'],
  numerator: ['numerator', 'count', 'number', 'how many', 'y', 'yes'],
  denominator: ['denominator', 'of', 'out of', 'total', 'all', 'n'],
  note: ['note', 'notes', 'comment', 'comments', 'annotation', 'what happened']
};

/** The columns that a measure of this form needs, in their usual order; a note may follow. */
export function columnsNeeded(form: ValueForm): readonly ColumnName[] {
  return isRatio(form) ? ['date', 'numerator', 'denominator'] : ['date', 'value'];
}

const whyOfMark: Readonly<Record<MissingKind, WhyMissing>> = {
  hidden: 'suppressed',
  low: 'low',
  'not-available': 'not-available',
  'not-collected': 'not-collected',
  'not-applicable': 'not-applicable'
};

/** The reason that a cell gives for having no number, or null when it gives none. */
function readWhyMissing(cell: string): WhyMissing | null {
  const mark = readMark(cell);
  return mark === null ? null : whyOfMark[mark.kind];
}

/**
 * Reads rows of cells into values of a measure.
 *
 * The columns are date, value (or numerator, denominator) and an optional note; a first row of headings may put them in
 * another order, and titles or a row of merged headings may stand above it. Blank rows are passed over, and so are dates that
 * lie ahead and have nothing beside them yet. Instead of a number a cell may say why there is none: "not collected"; a date of
 * the past with nothing at all beside it says the same.
 * `measureTitle` is allowed as the heading of the value. `today`: a value cannot lie ahead of it.
 * Refuses: nothing to read; more than 10,000 rows; headings without a date or a value; and, each with its row: a date
 * that is none, that does not exist, that lies ahead or that comes twice; a value that is not a number or cannot be (see
 * `checkFigure`); a formula; a note of more than 500 characters. Every wrong row is named, up to the first hundred.
 */
export function parseValues(
  cells: readonly (readonly string[])[],
  form: ValueForm,
  context: { readonly measureTitle: string; readonly today: string }
): Result<readonly NewValue[], ParseProblem> {
  const rows = cells
    .map((row, index) => ({ row: index + 1, cells: withoutTail(row.map((cell) => cell.trim())) }))
    .filter((one) => one.cells.length > 0);
  const [first] = rows;
  if (first === undefined) return err({ kind: 'nothing-to-read' });
  const head = readHead(
    rows.map((one) => one.cells),
    form,
    context.measureTitle
  );
  if (head === null) {
    return err({ kind: 'wrong-headings', given: first.cells, needed: columnsNeeded(form) });
  }
  const { columns } = head;
  const twice = head.hasHeadings ? headingTwice(rows[head.rows - 1]?.cells ?? [], columns) : null;
  if (twice !== null) return err({ kind: 'heading-twice', heading: twice });
  const body = rows
    .slice(head.rows)
    .filter(({ cells: given }) => !isEmptyAhead(given, columns, context.today));
  if (body.length === 0) return err({ kind: 'nothing-to-read' });
  if (body.length > mostRows)
    return err({ kind: 'too-many-rows', rows: body.length, most: mostRows });

  const problems: RowProblem[] = [];
  const values: NewValue[] = [];
  const rowOfDate = new Map<string, number>();
  for (const { row, cells: given } of body) {
    const found = readRow(given, columns, form, context.today);
    const own: RowProblem[] = found.problems.map((problem) => ({ row, ...problem }) as RowProblem); // each kind keeps its own parts
    const date = found.date;
    if (date !== null) {
      const firstRow = rowOfDate.get(date);
      if (firstRow !== undefined) own.push({ row, kind: 'date-repeated', date, firstRow });
      else rowOfDate.set(date, row);
    }
    problems.push(...own);
    if (date !== null && found.figure !== null) {
      const { figure, note, status } = found;
      values.push({ measuredOn: date, figure, note, status });
    }
  }
  if (problems.length > 0) return err({ kind: 'bad-rows', problems: problems.slice(0, 100) });
  return ok(values.sort((one, other) => (one.measuredOn < other.measuredOn ? -1 : 1)));
}

type Columns = ReadonlyMap<ColumnName, number>;

function usualColumns(form: ValueForm): Columns {
  return new Map([...columnsNeeded(form), 'note' as const].map((name, index) => [name, index]));
}

/** A heading of a column that is read, if it stands over another as well. */
function headingTwice(headings: readonly string[], columns: Columns): string | null {
  const bare = headings.map((heading) => heading.toLowerCase().replaceAll(/\s+/g, ' '));
  const at = [...columns.values()].find(
    (column) => bare[column] !== '' && bare.filter((one) => one === bare[column]).length > 1
  );
  return at === undefined ? null : (headings[at] ?? null);
}

/** A first row whose cells hold neither a date nor a number names its columns. */
function looksLikeHeadings(cells: readonly string[]): boolean {
  return cells.every(
    (cell) => cell === '' || (!readDate(cell).ok && !readNumber(cell).ok && !/^\d|^=/.test(cell))
  );
}

const mostHeadRows = 6;

/**
 * How many rows come before the values, and what the columns hold. Spreadsheets begin with titles, and their headings may be
 * merged over two rows ("Children" above "read to" and "asked"). `null` when there are headings and they are not ours.
 */
export function readHead(
  rows: readonly (readonly string[])[],
  form: ValueForm,
  measureTitle: string
): { readonly rows: number; readonly columns: Columns; readonly hasHeadings: boolean } | null {
  const isTitle = (cells: readonly string[]) =>
    cells.filter((cell) => cell !== '').length === 1 && !readDate(cells[0] ?? '').ok;
  const found = rows.findIndex((cells) => !looksLikeHeadings(cells) && !isTitle(cells));
  const count = Math.min(found === -1 ? rows.length : found, mostHeadRows);
  if (count === 0) return { rows: 0, columns: usualColumns(form), hasHeadings: false };
  for (let row = count - 1; row >= 0; row -= 1) {
    const own = rows[row] ?? [];
    const above = rows[row - 1] ?? [];
    const width = Math.max(own.length, above.length);
    const merged = Array.from({ length: width }, (_, at) => own[at] || above[at] || '');
    const columns =
      readHeadings(own, form, measureTitle) ?? readHeadings(merged, form, measureTitle);
    if (columns !== null) return { rows: row + 1, columns, hasHeadings: true };
  }
  // Nothing but a title above the values: the columns stand in their usual order.
  const isTitlesOnly = rows.slice(0, count).every(isTitle);
  return isTitlesOnly && count < rows.length
    ? { rows: count, columns: usualColumns(form), hasHeadings: false }
    : null;
}

/** Whether a row has a date that lies ahead and nothing beside it: one that somebody has prepared. */
function isEmptyAhead(cells: readonly string[], columns: Columns, today: string): boolean {
  const at = columns.get('date') ?? 0;
  const date = readDate(cells[at] ?? '');
  return date.ok && date.value > today && cells.every((cell, index) => index === at || cell === '');
}

function readHeadings(
  cells: readonly string[],
  form: ValueForm,
  measureTitle: string
): Columns | null {
  const headings = cells.map((cell) => cell.toLowerCase().replaceAll(/\s+/g, ' '));
  const columns = new Map<ColumnName, number>();
  for (const name of [...columnsNeeded(form), 'note'] as const) {
    const own =
      name === 'value' ? [...headingNames.value, measureTitle.toLowerCase()] : headingNames[name];
    const at = headings.findIndex(
      (heading, index) => own.includes(heading) && ![...columns.values()].includes(index)
    );
    if (at >= 0) columns.set(name, at);
    else if (name !== 'note') return null;
  }
  return columns;
}

/** Marks behind a figure that may still be another. */
const mayChangeKinds: readonly QualityKind[] = [
  'provisional',
  'estimated',
  'forecast',
  'unreliable'
];

/** What may be wrong in a row, before its number is known. */
type CellProblem = RowProblem extends infer One
  ? One extends RowProblem
    ? Omit<One, 'row'>
    : never
  : never;

function readRow(
  cells: readonly string[],
  columns: Columns,
  form: ValueForm,
  today: string
): {
  date: string | null;
  figure: Figure | null;
  note: string;
  status: ValueStatus;
  problems: CellProblem[];
} {
  const problems: CellProblem[] = [];
  const cell = (name: ColumnName) => {
    const at = columns.get(name);
    return at === undefined ? '' : (cells[at] ?? '');
  };
  const formula = cells.find((one) => one.startsWith('='));
  if (formula !== undefined) {
    return {
      date: null,
      figure: null,
      note: '',
      status: 'final',
      problems: [{ kind: 'formula', given: formula }]
    };
  }
  const most = Math.max(...columns.values()) + 1;
  if (cells.length > Math.max(most, columnsNeeded(form).length + 1)) {
    problems.push({ kind: 'too-many-cells', cells: cells.length, columns: columns.size });
  }
  const date = readDate(cell('date'));
  if (!date.ok) problems.push(date.error);
  else if (date.value > today) problems.push({ kind: 'date-ahead', date: date.value });

  const marked = splitMarks(cell(isRatio(form) ? 'numerator' : 'value'));
  const main = marked.figure;
  const texts = {
    value: isRatio(form) ? '' : main,
    numerator: isRatio(form) ? main : '',
    denominator: isRatio(form) ? cell('denominator') : ''
  };
  const isBlank = date.ok && Object.values(texts).every((text) => text === '');
  const figure: ReturnType<typeof readFigure> = isBlank
    ? ok({ kind: 'missing', why: 'not-collected' })
    : readFigure(form, texts);
  if (!figure.ok) problems.push(...figure.error);
  const note = [
    cell('note'),
    ...marked.marks.map(({ meaning }) => `Marked in the file: ${meaning}.`)
  ]
    .filter((text) => text !== '')
    .join(' ');
  const mayChange = marked.marks.some(({ kind }) => mayChangeKinds.includes(kind));
  if (note.length > longestNote) problems.push({ kind: 'note-too-long' });
  return {
    date: date.ok ? date.value : null,
    figure: figure.ok ? figure.value : null,
    note,
    status: mayChange ? 'provisional' : 'final',
    problems
  };
}

/** What may be wrong with the texts of one figure: which of them, and how. */
export type FigureTextProblem = (NumberProblem & { readonly column: ColumnName }) | FigureProblem;

/** Reads the texts of one entry into a figure that can stand for a measure of this form. */
export function readFigure(
  form: ValueForm,
  texts: { readonly value: string; readonly numerator: string; readonly denominator: string }
): Result<Figure, readonly FigureTextProblem[]> {
  const main = isRatio(form) ? texts.numerator : texts.value;
  const why = readWhyMissing(main);
  if (why !== null) return ok({ kind: 'missing', why });
  const asked = columnsNeeded(form).filter((name) => name !== 'date');
  const numbers = new Map<ColumnName, number>();
  const problems: FigureTextProblem[] = [];
  for (const column of asked) {
    const number = readNumber(
      column === 'value'
        ? texts.value
        : column === 'numerator'
          ? texts.numerator
          : texts.denominator
    );
    if (number.ok) numbers.set(column, number.value);
    else problems.push({ ...number.error, column });
  }
  if (problems.length > 0) return err(problems);
  const figure: Figure = isRatio(form)
    ? {
        kind: 'ratio',
        numerator: numbers.get('numerator') ?? Number.NaN,
        denominator: numbers.get('denominator') ?? Number.NaN
      }
    : { kind: 'value', value: numbers.get('value') ?? Number.NaN };
  const checked = checkFigure(form, figure);
  return checked.ok ? checked : err([checked.error]);
}

/** Cells without the empty ones at the end. */
function withoutTail(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}
