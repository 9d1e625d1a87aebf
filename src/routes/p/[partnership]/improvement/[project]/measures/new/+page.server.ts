import { addMeasure, blankMeasure } from '#modules/improvement/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, blankMeasure, { projectId: event.params.project });

export const actions: Actions = {
  default: formAction(addMeasure, {
    with: ({ params }) => ({ projectId: params.project }),
    to: ({ value }) => `improvement/measures/${value.id}`
  })
};
