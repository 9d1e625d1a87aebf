import { addMember, viewCharter } from '#modules/charter/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { charterOf, submitToCharter } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addMember);
  const { project } = await ask(event, viewCharter, { projectId: event.params.project });
  return { project };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const { project: projectId } = event.params;
    const answer = await submitToCharter(event, addMember, values, { projectId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The team is one more.');
    redirect(303, charterOf(event.params));
  }
};
