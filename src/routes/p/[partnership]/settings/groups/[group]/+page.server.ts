import { explainPartnershipProblem } from '#modules/partnerships';
import { changeGroup, viewGroups } from '#modules/partnerships/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#platform/page.server';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeGroup);
  const groups = await ask(event, viewGroups);
  const group = groups.find((one) => one.id === event.params.group);
  if (group === undefined) error(404, { message: 'We could not find that page.' });
  return { groups, group };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const stored = (await ask(event, viewGroups)).find((one) => one.id === event.params.group);
    const answer = await submit(event, changeGroup, {
      values,
      // What this form does not show stays as it is.
      input: {
        ...values,
        id: event.params.group,
        source: stored?.source,
        position: stored?.position
      },
      explain: (problem) => {
        const sentence = explainPartnershipProblem(problem);
        return problem.kind === 'group-name-taken' ? { field: 'name', sentence } : sentence;
      }
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The group is saved.');
    redirect(303, `/p/${event.params.partnership}/settings/groups`);
  }
};
