import { isDate, dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import { whyMissing } from '#modules/charts';
import { findPeople } from '#modules/disclosure';
import { command } from '#platform/command';
import { holdRow } from '#platform/saving';
import * as v from 'valibot';
import { checkFigure, type FigureProblem } from './figures.ts';
import * as measureStore from './measures.store.server.ts';
import {
  valueStatuses,
  type Figure,
  type MeasureId,
  type MeasureValue,
  type NewValue,
  type ValueForm
} from '../types.ts';
import * as valueStore from './values.store.server.ts';

/** Values that another program sends: sending the same again changes nothing. */

/** What is wrong with one row, counted from 1. */
export type PutProblem = { readonly row: number } & (
  | FigureProblem
  | { readonly kind: 'not-in-calendar'; readonly date: string }
  | { readonly kind: 'date-ahead'; readonly date: string }
  | { readonly kind: 'date-repeated'; readonly date: string; readonly firstRow: number }
  | { readonly kind: 'figure-missing' }
  | { readonly kind: 'figure-twice' }
  | { readonly kind: 'left-out-without-reason' }
  | { readonly kind: 'needs-version'; readonly date: string; readonly version: number }
  | { readonly kind: 'not-that-version'; readonly date: string; readonly version: number }
);

const mostPutRows = 1000;

const row = v.object({
  date: v.string(),
  value: v.optional(v.number()),
  numerator: v.optional(v.number()),
  denominator: v.optional(v.number()),
  missing: v.optional(v.picklist(whyMissing)),
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), ''),
  status: v.optional(v.picklist(valueStatuses), 'final'),
  version: v.optional(v.pipe(v.number(), v.integer()))
});
type Row = v.InferOutput<typeof row>;

const putInput = v.object({
  measureId: v.pipe(
    v.string(),
    v.transform((given) => given as MeasureId) // the store says whether it is one
  ),
  rows: v.pipe(v.array(row), v.minLength(1), v.maxLength(mostPutRows)),
  /** Whether the sender may see the values as they are stored. */
  seesValues: v.optional(v.boolean(), false)
});

/**
 * Adds or replaces values of a measure, all rows or none. A row whose date has the same value already changes nothing. Another value
 * for such a date replaces it only over the version that the sender had read.
 * What is answered to a sender who may not see the values does not depend on them, or guesses could be tried: the same value counts
 * as another, needs the version and takes a new one.
 * Refuses: naming each row, dates that are none, lie ahead or come twice; figures that do not fit the measure; versions that are
 * missing or no longer stand.
 */
export const putMeasureValues = command({
  name: 'improvement.put-measure-values',
  needs: 'improvement:record',
  input: putInput,
  example: {
    measureId: '00000000-0000-4000-8000-000000000000',
    rows: [{ date: '2026-03-01', numerator: 14, denominator: 20 }]
  },
  async run({ scope, input, tx, now, newId }) {
    await holdRow(tx, scope, 'measure', input.measureId);
    const measure = await measureStore.measures.find(tx, scope, input.measureId);
    if (measure === null) return err({ kind: 'not-found' } as const);
    const finds = findPeople({ notes: input.rows.map(({ note }) => note) });
    if (finds.length > 0) return err({ kind: 'may-name-someone' } as const); // a program has nobody who could tick
    const stored = new Map(
      (await valueStore.valuesOf(tx, scope, [measure.id])).map((one) => [one.measuredOn, one])
    );
    const sorted = sortRows(input, measure.valueForm, stored, dateOf(now));
    if (!sorted.ok) return sorted;
    const { added, changed, unchanged } = sorted.value;
    const taken = await valueStore.addValues(
      tx,
      scope,
      measure.id,
      added.map(({ value }) => ({ ...value, id: newId() })),
      now
    );
    const stale: PutProblem[] = added
      .filter(({ value }) => taken.includes(value.measuredOn))
      .map(({ row: at, value }) => ({
        row: at,
        kind: 'not-that-version',
        date: value.measuredOn,
        version: 1
      }));
    for (const { row: at, value, over } of changed) {
      const version = await valueStore.saveValue(tx, scope, over.id, value, over.version, now);
      if (version !== null) continue;
      const { measuredOn: date } = value;
      stale.push({ row: at, kind: 'not-that-version', date, version: over.version + 1 });
    }
    if (stale.length > 0) return err({ kind: 'rows-refused', rows: stale } as const);
    return ok({ added: added.length, changed: changed.length, unchanged });
  }
});

type Sorted = {
  readonly added: { readonly row: number; readonly value: NewValue }[];
  readonly changed: {
    readonly row: number;
    readonly value: NewValue;
    readonly over: MeasureValue;
  }[];
  readonly unchanged: number;
};

/** Which rows are new, which replace a value, which change nothing; or everything that is wrong with any. */
function sortRows(
  { rows, seesValues }: { readonly rows: readonly Row[]; readonly seesValues: boolean },
  form: ValueForm,
  stored: ReadonlyMap<string, MeasureValue>,
  today: string
): Result<Sorted, { readonly kind: 'rows-refused'; readonly rows: readonly PutProblem[] }> {
  const problems: PutProblem[] = [];
  const sorted: Sorted = { added: [], changed: [], unchanged: 0 };
  let unchanged = 0;
  const firstRows = new Map<string, number>();
  for (const [index, given] of rows.entries()) {
    const at = index + 1;
    const firstRow = firstRows.get(given.date);
    if (firstRow !== undefined) {
      problems.push({ row: at, kind: 'date-repeated', date: given.date, firstRow });
      continue;
    }
    firstRows.set(given.date, at);
    const value = valueOf(given, form, today);
    if (!value.ok) {
      problems.push({ row: at, ...value.error });
      continue;
    }
    const over = stored.get(given.date);
    if (over === undefined) sorted.added.push({ row: at, value: value.value });
    else if (seesValues && isSame(over, value.value)) unchanged += 1;
    else if (given.version === undefined) {
      const { version } = over;
      problems.push({ row: at, kind: 'needs-version', date: given.date, version });
    } else if (given.version !== over.version) {
      const { version } = over;
      problems.push({ row: at, kind: 'not-that-version', date: given.date, version });
    } else sorted.changed.push({ row: at, value: value.value, over });
  }
  return problems.length > 0
    ? err({ kind: 'rows-refused', rows: problems })
    : ok({ ...sorted, unchanged });
}

type OfOneRow = PutProblem extends infer One
  ? One extends PutProblem
    ? Omit<One, 'row'>
    : never
  : never;

function valueOf(given: Row, form: ValueForm, today: string): Result<NewValue, OfOneRow> {
  const { date, note, status } = given;
  if (!isDate(date)) return err({ kind: 'not-in-calendar', date });
  if (date > today) return err({ kind: 'date-ahead', date });
  if (status === 'left-out' && note === '') return err({ kind: 'left-out-without-reason' });
  const figure = figureOf(given);
  if (!figure.ok) return figure;
  const fits = checkFigure(form, figure.value);
  return fits.ok ? ok({ measuredOn: date, figure: fits.value, note, status }) : fits;
}

function figureOf({ value, numerator, denominator, missing }: Row): Result<Figure, OfOneRow> {
  const hasRatio = numerator !== undefined || denominator !== undefined;
  const ways = [value !== undefined, hasRatio, missing !== undefined].filter(Boolean).length;
  if (ways > 1) return err({ kind: 'figure-twice' });
  if (missing !== undefined) return ok({ kind: 'missing', why: missing });
  if (value !== undefined) return ok({ kind: 'value', value });
  if (numerator === undefined || denominator === undefined) return err({ kind: 'figure-missing' });
  return ok({ kind: 'ratio', numerator, denominator });
}

function isSame(stored: MeasureValue, value: NewValue): boolean {
  return (
    stored.note === value.note &&
    stored.status === value.status &&
    JSON.stringify(inOneOrder(stored.figure)) === JSON.stringify(inOneOrder(value.figure))
  );
}

function inOneOrder(figure: Figure): readonly unknown[] {
  switch (figure.kind) {
    case 'value':
      return [figure.value];
    case 'ratio':
      return [figure.numerator, figure.denominator];
    case 'missing':
      return [figure.why];
  }
}
