import { changeChangeIdea, formOfChangeIdea } from '#modules/improvement/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfChangeIdea, { id: event.params.idea, projectId: event.params.project });

export const actions: Actions = {
  save: formAction(changeChangeIdea, {
    of: 'idea',
    to: ({ params }) => `improvement/${params.project}`
  })
};
