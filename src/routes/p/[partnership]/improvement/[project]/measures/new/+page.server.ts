import { addMeasure, viewProject } from '#modules/improvement/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addMeasure);
  const { project } = await ask(event, viewProject, { projectId: event.params.project });
  return { project };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, addMeasure, values, { projectId: event.params.project });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The measure is there. Next: add its first values.');
    redirect(303, `/p/${event.params.partnership}/improvement/measures/${answer.value.id}`);
  }
};
