import { addChangeIdea, blankChangeIdea } from '#modules/improvement/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, blankChangeIdea, { projectId: event.params.project });

export const actions: Actions = {
  default: formAction(addChangeIdea, {
    with: ({ params }) => ({ projectId: params.project }),
    to: ({ params }) => `improvement/${params.project}`
  })
};
