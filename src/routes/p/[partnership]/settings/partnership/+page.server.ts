import { explainPartnershipProblem } from '#modules/partnerships';
import { changePartnership, viewPartnership } from '#modules/partnerships/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, changePartnership);
  return ask(event, viewPartnership);
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const explain = explainPartnershipProblem;
    const answer = await submit(event, changePartnership, { values, explain });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The settings are saved.');
    redirect(303, `/p/${event.params.partnership}/settings`);
  }
};
