import { addRollOut } from '#modules/rollout/server';
import { readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { choicesOf, submitRollOut } from '../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addRollOut);
  return {
    ...(await choicesOf(event)),
    given: {
      project: event.url.searchParams.get('project') ?? '',
      idea: event.url.searchParams.get('idea') ?? ''
    }
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitRollOut(event, addRollOut, values);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The roll-out has begun. Now each setting can say where it stands.');
    redirect(303, `/p/${event.params.partnership}/improvement/roll-out/${answer.value.id}`);
  }
};
