import { changeMember, removeMember, viewCharter } from '#modules/charter/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { error, redirect } from '@sveltejs/kit';
import { charterOf, submitToCharter } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeMember);
  const { project, team } = await ask(event, viewCharter, { projectId: event.params.project });
  const member = team.find(({ id }) => id === event.params.member);
  if (member === undefined) error(404, { message: 'We could not find that page.' });
  return { project, member };
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const { member: memberId } = event.params;
    const answer = await submitToCharter(event, changeMember, values, { memberId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The team is saved.');
    redirect(303, charterOf(event.params));
  },
  remove: async (event) => {
    const { member: memberId } = event.params;
    const answer = await submitToCharter(event, removeMember, {}, { memberId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'That role is no longer in the team. The history keeps it.');
    redirect(303, charterOf(event.params));
  }
};
