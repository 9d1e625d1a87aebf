import { changeProject, viewProject } from '#modules/improvement/server';
import { ask, readForm, sayDone } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import { planActions, submitForm } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { project, words } = await ask(event, viewProject, { projectId: event.params.project });
  return { project, words, actions: await planActions(event) };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, changeProject, values, {
      projectId: event.params.project
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The project is saved.');
    redirect(303, `/p/${event.params.partnership}/improvement/${event.params.project}`);
  }
};
