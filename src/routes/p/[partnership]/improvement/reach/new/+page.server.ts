import { addProgramme } from '#modules/reach/server';
import { readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { choicesOf, submitReach } from '../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addProgramme);
  return {
    ...(await choicesOf(event)),
    given: {
      project: event.url.searchParams.get('project') ?? '',
      service: event.url.searchParams.get('service') ?? ''
    }
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitReach(event, addProgramme, values);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The programme is described. Now record its first cycle.');
    redirect(303, `/p/${event.params.partnership}/improvement/reach/${answer.value.id}`);
  }
};
