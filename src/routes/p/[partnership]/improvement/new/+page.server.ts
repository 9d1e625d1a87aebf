import { addProject, viewWords } from '#modules/improvement/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { planActions, priorityChoices, submitForm } from '../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addProject);
  return {
    words: await ask(event, viewWords),
    actions: await planActions(event),
    priorities: await priorityChoices(event),
    factorIds: event.url.searchParams.getAll('factor'),
    actionId: event.url.searchParams.get('action'),
    priorityId: event.url.searchParams.get('priority')
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, addProject, values);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The project is there. Next: write down a change idea, or a measure.');
    redirect(303, `/p/${event.params.partnership}/improvement/${answer.value.id}`);
  }
};
