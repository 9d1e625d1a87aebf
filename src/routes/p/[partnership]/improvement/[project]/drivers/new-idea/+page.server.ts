import { addIdeaUnder, viewDiagram } from '#modules/drivers/server';
import { blankChangeIdea } from '#modules/improvement/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitToDiagram } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addIdeaUnder);
  const asked = { projectId: event.params.project };
  const { project, diagram } = await ask(event, viewDiagram, asked);
  const { choices } = await ask(event, blankChangeIdea, asked);
  return {
    project,
    drivers: diagram.drivers,
    under: event.url.searchParams.get('under'),
    choices
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const { partnership, project: projectId } = event.params;
    const answer = await submitToDiagram(event, addIdeaUnder, values, { projectId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The idea is in the diagram. Next: plan a small test of it.');
    redirect(303, `/p/${partnership}/improvement/${projectId}/drivers`);
  }
};
