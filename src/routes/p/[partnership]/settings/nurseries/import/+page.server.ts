import { textOf, type FormValues } from '#core/form-state';
import { explainSettingProblem, rowSentence } from '#modules/settings';
import { importSettings, previewSettings } from '#modules/settings/server';
import { readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { carriedCells, carriedText, readCells } from '#web/sent-cells.server';
import type { Cells } from '#platform/spreadsheet.server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { previewOf, refusedRows } from '../../../cell-previews.server.ts';
import { submitSetting } from '../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

const mostShown = 100;

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, importSettings);
};

async function preview(
  event: RequestEvent,
  values: FormValues,
  cells: Cells,
  field: 'pasted' | 'file'
) {
  const answer = await previewOf(
    event,
    previewSettings,
    { values, cells, field },
    {
      explain: explainSettingProblem,
      rows: (problem) => (problem.kind === 'bad-rows' ? problem.problems.map(rowSentence) : [])
    }
  );
  if (!answer.ok) return answer.failure;
  const { plan, fingerprint } = answer.value;
  return {
    values,
    errors: {},
    rows: [],
    preview: {
      cells: carriedText(cells),
      fingerprint,
      counts: {
        added: plan.added.length,
        changed: plan.changed.length,
        unchanged: plan.unchanged.length
      },
      lines: [...plan.changed, ...plan.added].slice(0, mostShown)
    }
  };
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
    const answer = await submitSetting(event, importSettings, values, { cells });
    if (answer.ok) {
      const { added, changed, unchanged } = answer.value;
      sayDone(event, `${added} added, ${changed} changed, ${unchanged} as they were.`);
      redirect(303, `/p/${event.params.partnership}/settings/nurseries`);
    }
    // Somebody was faster, or a text needs a second look: the preview again, with what is wrong.
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
