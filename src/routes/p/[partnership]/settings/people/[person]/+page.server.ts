import { explainPartnershipProblem } from '#modules/partnerships';
import { changeMembership, removeMember, viewMembers } from '#modules/partnerships/server';
import { ask, readForm, sayDone, submit } from '#platform/page.server';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { members } = await ask(event, viewMembers);
  const member = members.find((one) => one.personId === event.params.person);
  if (member === undefined) error(404, { message: 'We could not find that page.' });
  return { member };
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, changeMembership, {
      values,
      input: { ...values, personId: event.params.person },
      explain: explainPartnershipProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The membership is saved.');
    redirect(303, `/p/${event.params.partnership}/settings/people`);
  },
  remove: async (event) => {
    const answer = await submit(event, removeMember, {
      values: {},
      input: { personId: event.params.person },
      explain: explainPartnershipProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The membership has ended. What they recorded stays.');
    redirect(303, `/p/${event.params.partnership}/settings/people`);
  }
};
