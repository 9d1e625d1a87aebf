import { addStoryboard, viewStoryboardChoices } from '#modules/learning/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addStoryboard);
  return {
    choices: await ask(event, viewStoryboardChoices),
    projectId: event.url.searchParams.get('project'),
    sessionId: event.url.searchParams.get('session')
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, addStoryboard, values);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The storyboard is made. It follows the records until a version is kept.');
    redirect(303, `/p/${event.params.partnership}/learning/storyboards/${answer.value.id}`);
  }
};
