import { changeChangeIdea, viewProject } from '#modules/improvement/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { error, redirect } from '@sveltejs/kit';
import { submitForm } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeChangeIdea);
  const { project, ideas, words } = await ask(event, viewProject, {
    projectId: event.params.project
  });
  const idea = ideas.find(({ id }) => id === event.params.idea);
  if (idea === undefined) error(404, 'We could not find that page.');
  return { project, words, idea };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, changeChangeIdea, values, {
      changeIdeaId: event.params.idea
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The idea is saved.');
    redirect(303, `/p/${event.params.partnership}/improvement/${event.params.project}`);
  }
};
