import { drawProgress, progressSentence } from '#modules/charter';
import { scoreProgress, viewProgress } from '#modules/charter/server';
import { ask, readForm, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitToCharter } from '../charter/forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewProgress, { projectId: event.params.project });
  const title = `Progress of ${view.project.title}`;
  return {
    ...view,
    says: progressSentence(view.scores),
    svg:
      view.scores.length === 0 ? null : drawProgress(view.scores, event.locals.world.clock(), title)
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const { project: projectId } = event.params;
    const answer = await submitToCharter(event, scoreProgress, values, { projectId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The score is kept, with your reason.');
    redirect(303, event.url.pathname);
  }
};
