import { drawProgress, progressSentence } from '#modules/charter';
import { scoreProgress, viewProgress } from '#modules/charter/server';
import { ask, formAction } from '#web/page.server';
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
  default: formAction(scoreProgress, {
    with: ({ params }) => ({ projectId: params.project }),
    to: ({ params }) => `improvement/${params.project}/progress`
  })
};
