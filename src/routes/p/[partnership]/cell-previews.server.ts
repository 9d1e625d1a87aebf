import { usualUses } from '#core/columns';
import { textOf, type FormState, type FormValues } from '#core/form-state';
import {
  datesSentence,
  otherOrder,
  saidIn,
  withDatesInOrder,
  type DateOrder,
  type DatesRead
} from '#core/date-order';
import type { Command, CommonProblem, Query } from '#platform/command';
import type { Cells } from '#platform/spreadsheet.server';
import { ask, readForm, sayDone, submit } from '#web/page.server';
import {
  carriedCells,
  carriedText,
  readCells,
  readSheetAgain,
  type SentCells,
  type SheetsSent
} from '#web/sent-cells.server';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';

/** What pages have in common that show what pasted or sent rows would change before anything is saved. */

type Sentence = string | { readonly field: string; readonly sentence: string };

/** What the columns of sent cells were taken for, and the cells under our own headings as somebody says. */
export type Told = {
  readonly columns: readonly {
    readonly heading: string;
    readonly samples: readonly string[];
    readonly use: string | null;
  }[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  under(uses: readonly (string | null)[]): Cells;
};

/** What was said of a file with the same headings before, by whom and when. */
type Before = { readonly uses: readonly string[]; readonly by: string; readonly at: Date };

/**
 * How sent cells were read: their columns, which sheet of a workbook, in which order the dates. Each can be changed with a press; `hidden`
 * travels with the form that does.
 */
type HowRead = Pick<Told, 'columns' | 'options'> & {
  readonly hidden: Readonly<Record<string, string>>;
  readonly before: { readonly by: string; readonly at: Date } | null;
  readonly sheets: Omit<SheetsSent, 'workbook'> | null;
  readonly dates: {
    readonly sentence: string;
    /** Offered where nothing in the table says which is right. */
    readonly other: { readonly order: DateOrder; readonly words: string } | null;
  } | null;
};

/** The form again with what is wrong: beside its fields, and row by row. */
export function refusedRows(
  values: FormValues,
  errors: Record<string, string>,
  rows: readonly string[] = []
) {
  const state: FormState = { values, errors };
  return fail(400, { ...state, rows, preview: null, read: null as HowRead | null });
}

/** What somebody says of the columns; nothing where nobody was asked. */
function usesIn(values: FormValues): string[] {
  const found: string[] = [];
  while (`use-${found.length}` in values) found.push(textOf(values, `use-${found.length}`));
  return found;
}

/** The order of dates in digits that somebody chose: with the press, or before. */
function orderIn(values: FormValues): DateOrder | null {
  const given = textOf(values, 'readDates') || textOf(values, 'dates');
  return given === 'day-first' || given === 'month-first' ? given : null;
}

/** The sheets of a workbook that travels with the form; null where there is none. */
function sheetsIn(values: FormValues): SheetsSent | null {
  const [workbook, name] = [textOf(values, 'workbook'), textOf(values, 'sheetRead')];
  const others = textOf(values, 'otherSheets')
    .split('\n')
    .filter((one) => one !== '');
  return workbook === '' || others.length === 0 ? null : { name, others, workbook };
}

/** What is offered of the order of dates; null where they leave no doubt. */
function datesForm(dates: DatesRead | null): HowRead['dates'] {
  const sentence = dates === null ? '' : datesSentence(dates);
  if (dates === null || sentence === '') return null;
  if (dates.found.kind !== 'open') return { sentence, other: null };
  const order = otherOrder(dates.order);
  return { sentence, other: { order, words: saidIn(dates.found.sample, order) } };
}

const mostProblemsShown = 20;

/** Asks what `cells` would change. A problem comes back as the form again, wrong rows named one by one. */
export async function previewOf<Value, Problem extends { readonly kind: string }>(
  event: Pick<RequestEvent, 'locals'>,
  query: Query<Value, Problem>,
  sent: {
    readonly values: FormValues;
    readonly cells: Cells;
    readonly field: 'pasted' | 'file';
    readonly input?: Readonly<Record<string, unknown>>;
  },
  words: {
    readonly explain: (problem: Exclude<Problem, CommonProblem>) => Sentence;
    /** A sentence for each wrong row; none where the problem is of the whole. */
    readonly rows: (problem: Exclude<Problem, CommonProblem>) => readonly string[];
  }
): Promise<{ ok: true; value: Value } | { ok: false; failure: ReturnType<typeof refusedRows> }> {
  const { person, place, world } = event.locals;
  if (person === null || place === null) error(404, 'We could not find that page.');
  const { values, cells, field, input } = sent;
  const answer = await query.run({ personId: person.id }, place.id, { ...input, cells }, world);
  if (answer.ok) return answer;
  const problem = answer.error;
  if (problem.kind === 'not-found') error(404, 'We could not find that page.');
  if (problem.kind === 'not-allowed')
    error(403, { message: 'Your role here does not let you do this.' });
  if (problem.kind === 'invalid-input') {
    const failure = refusedRows(values, { [field]: 'This cannot be read as rows of cells.' });
    return { ok: false, failure };
  }
  const own = problem as Exclude<Problem, CommonProblem>; // the common kinds have left above
  const rows = words.rows(own);
  const explained = words.explain(own);
  const sentence =
    rows.length > 0
      ? `${countedRows(rows.length)} cannot be read, so nothing was saved. Mend them and look again.`
      : typeof explained === 'string'
        ? explained
        : explained.sentence;
  return {
    ok: false,
    failure: refusedRows(values, { [field]: sentence }, rows.slice(0, mostProblemsShown))
  };
}

function countedRows(count: number): string {
  if (count === 1) return 'One row';
  return `${count >= 100 ? '100 or more' : count} rows`;
}

/**
 * The actions of such a page: `preview` shows what the rows would change, `save` does what was shown, `back` gives the rows back to be
 * changed. Where somebody was faster, or a text needs a second look, saving shows the preview again, with what is wrong.
 * `columns` reads the same rows with columns and dates as somebody says, `sheet` another sheet of the same workbook. What somebody says of
 * the columns is remembered when it is saved, and taken for the next file with the same headings.
 * `shown` is what the page shows of a plan. `input` is sent beside the cells; `to` is an address inside the partnership.
 */
export function cellActions<
  Plan,
  PlanProblem extends { readonly kind: string },
  Done,
  Problem extends { readonly kind: string },
  Shown extends object,
  Event extends RequestEvent
>(page: {
  readonly preview: Query<Plan, PlanProblem>;
  readonly save: Command<Done, Problem>;
  readonly input?: (event: Event) => Readonly<Record<string, unknown>>;
  readonly carried?: (values: FormValues) => Readonly<Record<string, unknown>>;
  readonly shown: (plan: Plan, event: Event) => Shown | Promise<Shown>;
  readonly explain: (
    problem: Exclude<Problem, CommonProblem> | Exclude<PlanProblem, CommonProblem>
  ) => Sentence & (string | { field: string; sentence: string });
  readonly rows: (problem: Exclude<PlanProblem, CommonProblem>) => readonly string[];
  readonly done: (value: Done) => string;
  /** What the columns hold, where a file may have headings of its own; they can be changed beside the preview. */
  readonly tell: (cells: Cells, event: Event) => Told | Promise<Told>;
  /** What was said of them before, and what the file belongs to, where its fields are not the same for all. */
  readonly before: Query<{ readonly before: Before | null }, CommonProblem>;
  readonly of?: (event: Event) => string;
  readonly to: (event: Event) => string;
}) {
  /** The cells under our own headings: as somebody says now, as somebody said before, or as they were told. */
  async function under(event: Event, values: FormValues, sent: Cells) {
    const { cells, dates } = withDatesInOrder(sent, orderIn(values));
    const told = await page.tell(cells, event);
    const headings = told.columns.map(({ heading }) => heading.slice(0, 1000));
    const of = page.of?.(event) ?? '';
    const { before } = await ask(event, page.before, { of, headings });
    const usual = usualUses(told.columns, before?.uses ?? null);
    const given = usesIn(values);
    const uses = given.length === headings.length ? given : usual;
    const isChanged = uses.some((use, index) => use !== usual[index]);
    const said = isChanged ? { of, headings, uses } : null;
    return { told, dates, uses, before, said, cells: told.under(uses) };
  }
  type Under = Awaited<ReturnType<typeof under>>;

  function howRead({ told, dates, uses, before }: Under, sent: SentCells, order: DateOrder | null) {
    const { sheets } = sent;
    const carried = { cells: carriedText(sent.cells), dates: order ?? '' };
    const form: HowRead = {
      columns: told.columns.map((column, index) => ({ ...column, use: uses[index] ?? '' })),
      options: told.options,
      before: before === null ? null : { by: before.by, at: before.at },
      sheets: sheets === null ? null : { name: sheets.name, others: sheets.others },
      dates: datesForm(dates),
      hidden:
        sheets === null
          ? carried
          : {
              ...carried,
              workbook: sheets.workbook,
              sheetRead: sheets.name,
              otherSheets: sheets.others.join('\n')
            }
    };
    /** What travels with the form that saves: the rows and how they are read. */
    const save: Record<string, string> = { ...carried };
    for (const [index, use] of uses.entries()) save[`use-${index}`] = use;
    return { form, save };
  }

  async function look(event: Event, values: FormValues, sent: SentCells) {
    const { explain, rows } = page;
    const read = await under(event, values, sent.cells);
    const { form, save } = howRead(read, sent, orderIn(values));
    const asked = {
      values,
      cells: read.cells,
      field: sent.field,
      input: page.input?.(event) ?? {}
    };
    const answer = await previewOf(event, page.preview, asked, { explain, rows });
    if (!answer.ok) {
      answer.failure.data.read = form;
      return answer.failure;
    }
    const errors: Record<string, string> = {};
    const shown = await page.shown(answer.value, event);
    const formError: string | undefined = undefined;
    const none: readonly string[] = [];
    return {
      values,
      errors,
      formError,
      rows: none,
      preview: { cells: save['cells'] ?? '', hidden: save, remarks: sent.remarks, ...shown },
      read: form
    };
  }
  return {
    async columns(event: Event) {
      const { values } = await readForm(event.request);
      const cells = carriedCells(textOf(values, 'cells'));
      const kept = { ...values, pasted: textOf(values, 'cells') };
      const sheets = sheetsIn(values);
      return look(event, kept, { cells, field: 'pasted', remarks: [], sheets });
    },
    async sheet(event: Event) {
      const { values } = await readForm(event.request);
      const read = await readSheetAgain(textOf(values, 'workbook'), textOf(values, 'sheet'));
      // What was said of the columns of the sheet before is left behind with it.
      return read.ok ? look(event, {}, read.value) : refusedRows({}, read.error);
    },
    async preview(event: Event) {
      const { values, files } = await readForm(event.request);
      const read = await readCells(values, files);
      if (!read.ok) return refusedRows(values, read.error);
      return look(event, values, read.value);
    },
    async save(event: Event) {
      const { values } = await readForm(event.request);
      const sent = carriedCells(textOf(values, 'cells'));
      const { cells, said } = await under(event, values, sent);
      const answer = await submit(event, page.save, {
        values,
        input: {
          ...values,
          ...page.carried?.(values),
          ...page.input?.(event),
          cells,
          columns: said
        },
        explain: page.explain
      });
      if (answer.ok) {
        sayDone(event, page.done(answer.value));
        redirect(303, `/p/${event.params['partnership']}/${page.to(event)}`);
      }
      const again = await look(
        event,
        { ...values, pasted: '' },
        { cells: sent, field: 'pasted', remarks: [], sheets: null }
      );
      const { errors, formError } = answer.failure.data;
      return 'preview' in again ? { ...again, errors, formError } : again;
    },
    async back(event: Event) {
      const { values } = await readForm(event.request);
      const pasted: FormValues = { pasted: textOf(values, 'cells') };
      const errors: Record<string, string> = {};
      const none: readonly string[] = [];
      return {
        values: pasted,
        errors,
        formError: undefined,
        rows: none,
        preview: null,
        read: null
      };
    }
  };
}
