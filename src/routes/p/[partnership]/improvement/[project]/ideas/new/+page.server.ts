import { addChangeIdea, viewProject } from '#modules/improvement/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addChangeIdea);
  const { project, words } = await ask(event, viewProject, { projectId: event.params.project });
  return { project, words };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, addChangeIdea, values, {
      projectId: event.params.project
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The idea is written down. Next: plan a small test of it.');
    redirect(303, `/p/${event.params.partnership}/improvement/${event.params.project}`);
  }
};
