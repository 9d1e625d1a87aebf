import { explainPartnershipProblem } from '#modules/partnerships';
import { changeMembership, removeMember, viewMembers } from '#modules/partnerships/server';
import { ask, formAction } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { members } = await ask(event, viewMembers);
  const member = members.find((one) => one.personId === event.params.person);
  if (member === undefined) error(404, 'We could not find that page.');
  return { member };
};

const page = {
  with: ({ params }: { params: { person?: string | undefined } }) => ({ personId: params.person }),
  explain: explainPartnershipProblem,
  to: () => 'administration/people'
};

export const actions: Actions = {
  save: formAction(changeMembership, { ...page, done: 'The membership is saved.' }),
  remove: formAction(removeMember, {
    ...page,
    done: 'The membership has ended. What they recorded stays.'
  })
};
