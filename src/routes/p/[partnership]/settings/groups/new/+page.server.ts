import { explainPartnershipProblem } from '#modules/partnerships';
import { addGroup, viewGroups } from '#modules/partnerships/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addGroup);
  return { groups: await ask(event, viewGroups) };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, addGroup, {
      values,
      explain: (problem) => ({ field: 'name', sentence: explainPartnershipProblem(problem) })
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The group is added.');
    redirect(303, `/p/${event.params.partnership}/settings/groups`);
  }
};
