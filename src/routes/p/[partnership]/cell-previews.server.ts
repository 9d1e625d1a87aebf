import { textOf, type FormState, type FormValues } from '#core/form-state';
import type { Command, CommonProblem, Query } from '#platform/command';
import type { Cells } from '#platform/spreadsheet.server';
import { readForm, sayDone, submit } from '#web/page.server';
import { carriedCells, carriedText, readCells } from '#web/sent-cells.server';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';

/** What pages have in common that show what pasted or sent rows would change before anything is saved. */

type Sentence = string | { readonly field: string; readonly sentence: string };

/** What a page needs to ask what columns hold. */
type TellForm = Pick<Told, 'columns' | 'options'> & { readonly cells: string };

/** The form again with what is wrong: beside its fields, and row by row. */
export function refusedRows(
  values: FormValues,
  errors: Record<string, string>,
  rows: readonly string[] = []
) {
  const state: FormState = { values, errors };
  return fail(400, { ...state, rows, preview: null, told: null as TellForm | null });
}

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

const usesOf = ({ columns }: Told) => columns.map(({ use }) => use);

/** The columns as somebody says, or as they were told. */
function tellForm(told: Told, cells: Cells, uses: readonly string[]): TellForm {
  const columns = told.columns.map((column, index) => ({
    ...column,
    use: uses[index] ?? column.use
  }));
  return { columns, options: told.options, cells: carriedText(cells) };
}

/** What somebody says of the columns; nothing where nobody was asked. */
function usesIn(values: FormValues): string[] {
  const found: string[] = [];
  while (`use-${found.length}` in values) found.push(textOf(values, `use-${found.length}`));
  return found;
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
 * `columns` reads the same rows with columns as somebody says. `shown` is what the page shows of a plan. `input` is sent beside the cells; `to` is an address inside the partnership.
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
  readonly tell?: (cells: Cells, event: Event) => Told | Promise<Told>;
  readonly to: (event: Event) => string;
}) {
  async function look(
    event: Event,
    values: FormValues,
    {
      cells,
      field,
      remarks
    }: { cells: Cells; field: 'pasted' | 'file'; remarks: readonly string[] }
  ) {
    const { explain, rows } = page;
    const told = await page.tell?.(cells, event);
    const uses = usesIn(values);
    const under = told === undefined ? cells : told.under(uses.length > 0 ? uses : usesOf(told));
    const sent = { values, cells: under, field, input: page.input?.(event) ?? {} };
    const answer = await previewOf(event, page.preview, sent, { explain, rows });
    const form = told === undefined ? null : tellForm(told, cells, uses);
    if (!answer.ok) {
      answer.failure.data.told = form;
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
      preview: { cells: carriedText(cells), remarks, ...shown },
      told: form
    };
  }
  return {
    async columns(event: Event) {
      const { values } = await readForm(event.request);
      const cells = carriedCells(textOf(values, 'cells'));
      const kept = { ...values, pasted: textOf(values, 'cells') };
      return look(event, kept, { cells, field: 'pasted', remarks: [] });
    },
    async preview(event: Event) {
      const { values, files } = await readForm(event.request);
      const read = await readCells(values, files);
      if (!read.ok) return refusedRows(values, read.error);
      return look(event, values, read.value);
    },
    async save(event: Event) {
      const { values } = await readForm(event.request);
      const sentCells = carriedCells(textOf(values, 'cells'));
      const told = await page.tell?.(sentCells, event);
      const uses = usesIn(values);
      const cells =
        told === undefined ? sentCells : told.under(uses.length > 0 ? uses : usesOf(told));
      const answer = await submit(event, page.save, {
        values,
        input: { ...values, ...page.carried?.(values), ...page.input?.(event), cells },
        explain: page.explain
      });
      if (answer.ok) {
        sayDone(event, page.done(answer.value));
        redirect(303, `/p/${event.params['partnership']}/${page.to(event)}`);
      }
      const sent = { cells: sentCells, field: 'pasted' as const, remarks: [] };
      const again = await look(event, { ...values, pasted: '' }, sent);
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
        told: null
      };
    }
  };
}
