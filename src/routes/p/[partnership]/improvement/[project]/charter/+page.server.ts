import { aimOf, checkAim } from '#modules/improvement';
import { diagramSentence } from '#modules/drivers';
import { viewDiagram } from '#modules/drivers/server';
import { viewCharter } from '#modules/charter/server';
import { ask } from '#web/page.server';
import { planTies } from '../../forms.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = { projectId: event.params.project };
  const view = await ask(event, viewCharter, asked);
  const { diagram } = await ask(event, viewDiagram, asked);
  return {
    ...view,
    gaps: checkAim(aimOf(view.project), view.today),
    ties: await planTies(event, view.project),
    drivers: diagram.drivers.filter(({ level }) => level === 'primary').map(({ title }) => title),
    driversSay: diagram.drivers.length === 0 ? null : diagramSentence(diagram)
  };
};
