import { textOf, type FormValues } from '#core/form-state';
import { explainImprovementProblem, figureWords, rowSentence } from '#modules/improvement';
import { addMeasureValues, previewValues, viewMeasure } from '#modules/improvement/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { carriedCells, carriedText, readCells } from '#web/sent-cells.server';
import type { Cells } from '#platform/spreadsheet.server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { previewOf, refusedRows } from '../../../../cell-previews.server.ts';
import { submitForm } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addMeasureValues);
  const { measure, project } = await ask(event, viewMeasure, { measureId: event.params.measure });
  return { measure, project };
};

const mostLinesShown = 200;

/** Looks at the rows without saving. `cells` travel with the preview as text, so that no script is needed to carry them. */
async function preview(
  event: RequestEvent,
  values: FormValues,
  cells: Cells,
  field: 'pasted' | 'file'
) {
  const input = { measureId: event.params['measure'] };
  const answer = await previewOf(
    event,
    previewValues,
    { values, cells, field, input },
    {
      explain: explainImprovementProblem,
      rows: (problem) => (problem.kind === 'bad-rows' ? problem.problems.map(rowSentence) : [])
    }
  );
  if (!answer.ok) return answer.failure;
  const { measure, rows } = answer.value;
  const replaced = rows.filter(({ replaces }) => replaces !== null);
  return {
    values,
    errors: {},
    rows: [],
    preview: {
      cells: carriedText(cells),
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
    const read = await readCells(values, files);
    if (!read.ok) return refusedRows(values, read.error);
    return preview(event, values, read.value.cells, read.value.field);
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
