import { changeMilestone, removeMilestone, viewCharter } from '#modules/charter/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { error, redirect } from '@sveltejs/kit';
import { charterOf, submitToCharter } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeMilestone);
  const view = await ask(event, viewCharter, { projectId: event.params.project });
  const milestone = view.milestones.find(({ id }) => id === event.params.milestone);
  if (milestone === undefined) error(404, { message: 'We could not find that page.' });
  return { project: view.project, milestone };
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const { milestone: milestoneId } = event.params;
    const answer = await submitToCharter(event, changeMilestone, values, { milestoneId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The milestone is saved.');
    redirect(303, charterOf(event.params));
  },
  remove: async (event) => {
    const { milestone: milestoneId } = event.params;
    const answer = await submitToCharter(event, removeMilestone, {}, { milestoneId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The milestone is no longer in the timetable. The history keeps it.');
    redirect(303, charterOf(event.params));
  }
};
