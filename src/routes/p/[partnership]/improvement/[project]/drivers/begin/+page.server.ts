import { beginWith, viewBeginnings } from '#modules/drivers/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitToDiagram } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, beginWith);
  return ask(event, viewBeginnings, { projectId: event.params.project });
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const { partnership, project: projectId } = event.params;
    const answer = await submitToDiagram(event, beginWith, values, { projectId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The drivers are taken over. Change them until they fit your place.');
    redirect(303, `/p/${partnership}/improvement/${projectId}/drivers`);
  }
};
