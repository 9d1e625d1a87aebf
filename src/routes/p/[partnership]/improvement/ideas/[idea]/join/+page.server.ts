import { listOf } from '#core/form-state';
import { joinIdeas, leaveFamily, viewIdea } from '#modules/improvement/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, joinIdeas);
  return ask(event, viewIdea, { ideaId: event.params.idea, page: 1 });
};

export const actions: Actions = {
  join: async (event) => {
    const { values } = await readForm(event.request);
    const ideaId = event.params.idea;
    const ideaIds = listOf(values, 'ideaIds');
    const answer = await submitForm(event, joinIdeas, values, { ideaId, ideaIds });
    if (!answer.ok) return answer.failure;
    sayDone(event, `${answer.value.ideas} ideas are counted together.`);
    redirect(303, `/p/${event.params.partnership}/improvement/ideas/${ideaId}`);
  },
  leave: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, leaveFamily, values);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The idea stands by itself again.');
    redirect(303, `/p/${event.params.partnership}/improvement/ideas/${event.params.idea}`);
  }
};
