import { textOf, type FormValues } from '#core/form-state';
import { cycleName, cycleRowSentence, explainReachProblem, funnelOf } from '#modules/reach';
import { previewCycles, recordCycles, viewProgramme } from '#modules/reach/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { carriedCells, carriedText, readCells } from '#web/sent-cells.server';
import type { Cells } from '#platform/spreadsheet.server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { previewOf, refusedRows } from '../../../../../cell-previews.server.ts';
import { submitReach } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, recordCycles);
  const { programme } = await ask(event, viewProgramme, { id: event.params.programme });
  return { programme };
};

async function preview(
  event: RequestEvent,
  values: FormValues,
  cells: Cells,
  field: 'pasted' | 'file'
) {
  const input = { programmeId: event.params['programme'] };
  const answer = await previewOf(
    event,
    previewCycles,
    { values, cells, field, input },
    {
      explain: explainReachProblem,
      rows: (problem) => (problem.kind === 'bad-rows' ? problem.problems.map(cycleRowSentence) : [])
    }
  );
  if (!answer.ok) return answer.failure;
  const { programme } = await ask(event, viewProgramme, { id: event.params['programme'] });
  const { lines, fingerprint } = answer.value;
  return {
    values,
    errors: {},
    rows: [],
    preview: {
      cells: carriedText(cells),
      fingerprint,
      changed: lines.filter(({ isChanged }) => isChanged).length,
      lines: lines.map(({ row, details, before, isChanged }) => ({
        row,
        name: cycleName(programme, details.startsOn),
        counts: funnelOf(programme, details)
          .map(({ count }) => (count === null ? 'not counted' : String(count)))
          .join(' → '),
        what: before === null ? 'New' : isChanged ? 'Replaces what is there' : 'As it is'
      }))
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
    const { partnership, programme } = event.params;
    const answer = await submitReach(event, recordCycles, values, {
      programmeId: programme,
      cells
    });
    if (answer.ok) {
      const { added, changed } = answer.value;
      sayDone(event, `${added} ${added === 1 ? 'cycle' : 'cycles'} added, ${changed} changed.`);
      redirect(303, `/p/${partnership}/improvement/reach/${programme}`);
    }
    const again = await preview(event, { ...values, pasted: '' }, cells, 'pasted');
    const { errors, formError } = answer.failure.data;
    return 'preview' in again ? { ...again, errors, formError } : again;
  },
  back: async (event) => {
    const { values } = await readForm(event.request);
    return { values: { pasted: textOf(values, 'cells') }, errors: {}, rows: [], preview: null };
  }
};
