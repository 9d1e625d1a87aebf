import { levels } from '#modules/drivers';
import { addDriver, viewDiagram } from '#modules/drivers/server';
import { viewWords } from '#modules/improvement/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitToDiagram } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addDriver);
  const { project, diagram } = await ask(event, viewDiagram, { projectId: event.params.project });
  const asked = event.url.searchParams;
  const under = diagram.drivers.find(({ id }) => id === asked.get('under')) ?? null;
  return {
    project,
    under,
    level: levels.find((level) => level === asked.get('level')) ?? 'primary',
    primaries: diagram.drivers.filter(({ level }) => level === 'primary'),
    words: await ask(event, viewWords)
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const { partnership, project: projectId } = event.params;
    const answer = await submitToDiagram(event, addDriver, values, { projectId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The driver is in the diagram.');
    redirect(303, `/p/${partnership}/improvement/${projectId}/drivers`);
  }
};
