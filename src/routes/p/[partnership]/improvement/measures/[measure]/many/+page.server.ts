import { textOf, type FormState, type FormValues } from '#core/form-state';
import {
  explainImprovementProblem,
  figureWords,
  rowSentence,
  type ImprovementProblem
} from '#modules/improvement';
import { addMeasureValues, previewValues, viewMeasure } from '#modules/improvement/server';
import { ask, readForm, sayDone } from '#platform/page.server';
import {
  readSpreadsheet,
  readText,
  spreadsheetSentence,
  type Cells
} from '#platform/spreadsheet.server';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { submitForm } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { measure, project } = await ask(event, viewMeasure, { measureId: event.params.measure });
  return { measure, project };
};

const mostProblemsShown = 20;
const mostLinesShown = 200;

function refused(values: FormValues, errors: Record<string, string>, rows: readonly string[] = []) {
  const state: FormState = { values, errors };
  return fail(400, { ...state, rows, preview: null });
}

/** The cells of a file, or of what was pasted; or the form again with the sentence that says what is wrong. */
async function cellsOf(values: FormValues, file: File | undefined) {
  if (file !== undefined) {
    const read = await readSpreadsheet(file);
    return read.ok
      ? { cells: read.value, failure: null }
      : { cells: null, failure: refused(values, { file: spreadsheetSentence(read.error) }) };
  }
  const read = readText(textOf(values, 'pasted'));
  return read.ok
    ? { cells: read.value, failure: null }
    : { cells: null, failure: refused(values, { pasted: spreadsheetSentence(read.error) }) };
}

/** Looks at the rows without saving. `cells` travel with the preview as text, so that no script is needed to carry them. */
async function preview(
  event: RequestEvent,
  values: FormValues,
  cells: Cells,
  field: 'pasted' | 'file'
) {
  const { person, place, world } = event.locals;
  if (person === null || place === null) error(404, { message: 'We could not find that page.' });
  const input = { measureId: event.params['measure'], cells };
  const answer = await previewValues.run({ personId: person.id }, place.id, input, world);
  if (!answer.ok) {
    const problem = answer.error;
    if (problem.kind === 'not-found') error(404, { message: 'We could not find that page.' });
    if (problem.kind === 'not-allowed')
      error(403, { message: 'Your role here does not let you do this.' });
    if (problem.kind === 'invalid-input')
      return refused(values, { [field]: 'This cannot be read as rows of cells.' });
    if (problem.kind !== 'bad-rows')
      return refused(values, {
        [field]: explainImprovementProblem(problem satisfies ImprovementProblem)
      });
    const { problems } = problem;
    const count =
      problems.length === 1
        ? 'One row cannot be read'
        : `${problems.length === 100 ? '100 or more' : problems.length} rows cannot be read`;
    return refused(
      values,
      { [field]: `${count}, so nothing was saved. Mend them and look again.` },
      problems.slice(0, mostProblemsShown).map(rowSentence)
    );
  }
  const { measure, rows } = answer.value;
  const replaced = rows.filter(({ replaces }) => replaces !== null);
  return {
    values,
    errors: {},
    rows: [],
    preview: {
      cells: carried(cells),
      replacing: JSON.stringify(
        Object.fromEntries(
          replaced.map(({ value, replaces }) => [value.measuredOn, replaces?.version ?? 0])
        )
      ),
      added: rows.length - replaced.length,
      replaced: replaced.length,
      all: rows.length,
      lines: rows.slice(0, mostLinesShown).map(({ value, replaces }) => ({
        date: value.measuredOn,
        words: figureWords(measure, value.figure),
        note: value.note,
        before: replaces === null ? null : figureWords(measure, replaces.figure)
      }))
    }
  };
}

/** Cells as text that a form can carry: a tab between cells, a line for each row. */
function carried(cells: Cells): string {
  return cells
    .map((row) => row.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
}

function carriedCells(text: string): string[][] {
  return text.split(/\r?\n/).map((row) => row.split('\t'));
}

function carriedVersions(text: string): Record<string, number> {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(
      Object.entries(read).map(([date, version]) => [date, Number(version)])
    );
  } catch {
    return {};
  }
}

export const actions: Actions = {
  preview: async (event) => {
    const { values, files } = await readForm(event.request);
    const file = files.get('file');
    if (file === undefined && textOf(values, 'pasted').trim() === '') {
      return refused(values, { pasted: 'Paste at least one row, or choose a file' });
    }
    const read = await cellsOf(values, file);
    if (read.failure !== null) return read.failure;
    return preview(event, values, read.cells, file === undefined ? 'pasted' : 'file');
  },
  save: async (event) => {
    const { values } = await readForm(event.request);
    const cells = carriedCells(textOf(values, 'cells'));
    const answer = await submitForm(event, addMeasureValues, values, {
      measureId: event.params.measure,
      cells,
      replacing: carriedVersions(textOf(values, 'replacing'))
    });
    if (answer.ok) {
      const { added, replaced } = answer.value;
      const also = replaced === 0 ? '' : `, ${replaced} replaced`;
      sayDone(event, `${added} ${added === 1 ? 'value' : 'values'} added${also}.`);
      redirect(303, `/p/${event.params.partnership}/improvement/measures/${event.params.measure}`);
    }
    // Somebody was faster, or a note needs a second look: the preview again, with what is wrong.
    const again = await preview(event, { ...values, pasted: '' }, cells, 'pasted');
    const { errors, formError } = answer.failure.data;
    return 'preview' in again ? { ...again, errors, formError } : again;
  },
  back: async (event) => {
    const { values } = await readForm(event.request);
    const pasted = textOf(values, 'cells');
    return { values: { pasted }, errors: {}, rows: [], preview: null };
  }
};
