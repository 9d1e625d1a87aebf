import { isErrorCell } from '#core/columns';
import type { FindKind } from '#modules/disclosure';
import { readOnce } from '#core/repeated';
import { readMark, splitMarks, statusMark, type Mark } from '#core/written-marks';
import { periodMarks } from '#core/written-periods';
import { outOf } from '../figures/out-of.ts';
import type { FieldProblem, TypedValue } from '../own/values.ts';
import type { OwnStatus } from '../types.ts';
import type { KnownIndicator, Matching } from './meanings.ts';
import { plainNumber } from './numbers.ts';

/** Why one value of a file cannot be taken. */
export type RowProblem =
  | FieldProblem
  | {
      readonly field: keyof TypedValue | 'indicator';
      readonly problem:
        | { readonly kind: 'formula'; readonly given: string }
        /** What a spreadsheet shows where a formula went wrong, such as #N/A. */
        | { readonly kind: 'spreadsheet-error'; readonly given: string }
        | { readonly kind: 'unknown-indicator'; readonly given: string }
        /** An empty cell beside rows about areas elsewhere. */
        | { readonly kind: 'area-missing' }
        | { readonly kind: 'row-twice'; readonly first: number }
        /** Several rows for the same value, of which none is taken. */
        | {
            readonly kind: 'rows-collide';
            readonly rows: readonly number[];
            readonly columns: readonly string[];
          }
        | { readonly kind: 'may-name-someone'; readonly found: readonly FindKind[] };
    };

/** The texts of one value, gathered from its row and its heading. */
export type Gathered = TypedValue & { readonly indicator: string };

/** The texts as the rules take them: numbers written plainly, marks turned into statuses, shares into percentages. */
export function typedCells(
  gathered: Gathered,
  indicator: KnownIndicator,
  { decimal, areShares, countedPer }: Matching
): { readonly typed: TypedValue; readonly marks: string; readonly isSaid: boolean } {
  const ofStatus = markOfStatus(gathered.status);
  const counts = [gathered.numerator, gathered.denominator].map((cell) => {
    const mark = readMark(cell);
    return { mark, text: mark === null ? plainNumber(cell, decimal, false) : '' };
  });
  const split = splitMarks(gathered.value);
  const instead = readMark(gathered.value);
  const ofCounts = gathered.value === '' ? counts[0]?.mark : null;
  const mark = ofStatus ?? instead ?? ofCounts ?? null;
  // A mark behind the period is of every figure in it that is there.
  const said = mark === null ? [...split.marks, ...marksOfPeriod(gathered.period)] : [mark];
  const isPercent = indicator.unit === 'percent' || indicator.unit === 'score';
  const figure = instead === null ? plainNumber(split.figure, decimal, isPercent) : '';
  const whole = outOf[indicator.unit];
  const isConverted = (countedPer ?? 0) > 0 && whole !== null && figure !== '';
  const value = isConverted
    ? times(figure, whole / (countedPer ?? whole))
    : // What carries its sign is a percentage already.
      areShares === true &&
        indicator.unit === 'percent' &&
        figure !== '' &&
        !/%\s*$/.test(split.figure)
      ? times(figure, 100)
      : figure;
  const isWord = ofStatus === null && gathered.status !== '';
  const marks = said.length === 0 ? '' : markNote(gathered, said);
  const { indicator: _, ...rest } = gathered;
  return {
    marks,
    isSaid: isWord || said.some(({ kind }) => kind !== 'note'),
    typed: {
      ...rest,
      value,
      numerator: counts[0]?.text ?? '',
      denominator: counts[1]?.text ?? '',
      status: isWord ? gathered.status : statusOf(said),
      note: [gathered.note, marks].filter((each) => each !== '').join(' ')
    }
  };
}

const markOfStatus = readOnce(statusMark);
/** A note's sign behind a period says nothing of its figures. */
const marksOfPeriod = readOnce((period) =>
  periodMarks(period).filter(({ kind }) => kind !== 'note')
);

/** What a value's marks make of it; nothing where they only note something. */
export function statusOf(marks: readonly Mark[]): OwnStatus | '' {
  const statuses = marks.map(({ kind }) => statusOfMark[kind]);
  return statuses.find((one) => one !== '' && one !== 'final') ?? statuses[0] ?? '';
}

const statusOfMark: Readonly<Record<Mark['kind'], OwnStatus | ''>> = {
  hidden: 'suppressed',
  low: 'low',
  'not-available': 'not-available',
  'not-collected': 'not-collected',
  'not-applicable': 'not-applicable',
  unreliable: 'provisional',
  provisional: 'provisional',
  estimated: 'provisional',
  forecast: 'provisional',
  revised: 'revised',
  'break-in-series': 'final',
  note: ''
};

/** The marks as they stood in the file, kept as a note: two marks may become one status. */
function markNote(gathered: Gathered, marks: readonly Mark[]): string {
  const cell = [gathered.status, gathered.value, gathered.numerator, gathered.period].find(
    (each) =>
      statusMark(each) !== null || splitMarks(each).marks.length > 0 || periodMarks(each).length > 0
  );
  const meanings = [...new Set(marks.map(({ meaning }) => meaning))].join(', ');
  return `Marked “${(cell ?? '').trim().slice(0, 20)}” in the file: ${meanings}.`;
}

/** A figure converted, to the precision that numbers are kept in. */
function times(figure: string, factor: number): string {
  const number = Number(figure);
  return Number.isNaN(number) ? figure : String(Number((number * factor).toPrecision(12)));
}

/**
 * Cells that hold an error of a spreadsheet, and those that a spreadsheet would take for a formula. A number below zero is none, nor is a
 * mark.
 */
export function formulasIn(gathered: Gathered): RowProblem[] {
  const fields = ['indicator', 'period', 'area', 'breakdown', 'value', 'numerator', 'denominator', 'status'] as const; // prettier-ignore
  return fields.flatMap((field): RowProblem[] => {
    const cell = gathered[field].trim();
    if (isErrorCell(cell)) return [{ field, problem: { kind: 'spreadsheet-error', given: cell } }];
    if (field === 'indicator') return [];
    const isFormula =
      /^[=@]/.test(cell) ||
      (/^[+-]\s*\S/.test(cell) && readMark(cell) === null && !/^[+-]\s?[\d.,\s]+%?$/.test(cell));
    const problem = { kind: 'formula', given: cell.slice(0, 40) } as const;
    return isFormula ? [{ field, problem }] : [];
  });
}
