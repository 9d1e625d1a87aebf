import { addMilestone, viewCharter } from '#modules/charter/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { charterOf, submitToCharter } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addMilestone);
  const { project } = await ask(event, viewCharter, { projectId: event.params.project });
  return { project };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const { project: projectId } = event.params;
    const answer = await submitToCharter(event, addMilestone, values, { projectId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The milestone is in the timetable.');
    redirect(303, charterOf(event.params));
  }
};
