import {
  cycleFieldName,
  cycleFields,
  cycleName,
  cycleRowSentence,
  explainReachProblem,
  funnelOf,
  tellCycleColumns,
  underCycleHeadings
} from '#modules/reach';
import {
  previewCycles,
  recordCycles,
  viewCycleColumns,
  viewProgramme
} from '#modules/reach/server';
import { ask, refuseUnlessMay } from '#web/page.server';
import { cellActions } from '../../../../../cell-previews.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, recordCycles);
  const { programme } = await ask(event, viewProgramme, { id: event.params.programme });
  return { programme };
};

export const actions = cellActions({
  preview: previewCycles,
  save: recordCycles,
  input: ({ params }) => ({ programmeId: params['programme'] }),
  async tell(cells, event) {
    const { programme } = await ask(event, viewProgramme, { id: event.params['programme'] });
    return {
      columns: tellCycleColumns(cells, programme).columns,
      options: cycleFields(programme).map((value) => ({
        value,
        label: cycleFieldName(programme, value)
      })),
      under: (uses) => underCycleHeadings(cells, programme, uses)
    };
  },
  before: viewCycleColumns,
  of: ({ params }) => params['programme'] ?? '',
  explain: explainReachProblem,
  rows: (problem) => (problem.kind === 'bad-rows' ? problem.problems.map(cycleRowSentence) : []),
  async shown({ lines, fingerprint }, event) {
    const { programme } = await ask(event, viewProgramme, { id: event.params['programme'] });
    return {
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
    };
  },
  done: ({ added, changed }) =>
    `${added} ${added === 1 ? 'cycle' : 'cycles'} added, ${changed} changed.`,
  to: ({ params }) => `improvement/reach/${params['programme'] ?? ''}`
}) satisfies Actions;
