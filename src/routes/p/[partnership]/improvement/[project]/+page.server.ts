import { checkAim, composeAim } from '#modules/improvement';
import { diagramSentence } from '#modules/drivers';
import { viewDiagram } from '#modules/drivers/server';
import { viewProject } from '#modules/improvement/server';
import { ask } from '#platform/page.server';
import { measureFigure } from '../charts.server.ts';
import { planActions } from '../forms.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { measures, ...view } = await ask(event, viewProject, { projectId: event.params.project });
  const { diagram, gaps: diagramGaps } = await ask(event, viewDiagram, {
    projectId: event.params.project
  });
  const { aim, actionId } = view.project;
  const action =
    actionId === null ? null : (await planActions(event)).find(({ value }) => value === actionId);
  return {
    ...view,
    aim: composeAim(aim),
    gaps: checkAim(aim, view.today),
    drivers: {
      isBegun: diagram.drivers.length > 0,
      says: diagramSentence(diagram),
      gaps: diagramGaps
    },
    action: actionId === null ? null : (action ?? { value: actionId, label: null }),
    measures: measures.map((record) => ({
      measure: record.measure,
      valueCount: record.values.length,
      lastOn: record.values.at(-1)?.measuredOn ?? null,
      figure: measureFigure(record, view.tests)
    }))
  };
};
