import { addProject, blankProject } from '#modules/improvement/server';
import { ask, formAction } from '#web/page.server';
import { planChoices } from '../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  return {
    ...(await ask(event, blankProject)),
    ties: await planChoices(event),
    start: {
      factorIds: asked.getAll('factor'),
      actionId: asked.get('action'),
      priorityId: asked.get('priority')
    }
  };
};

export const actions: Actions = {
  default: formAction(addProject, { to: ({ value }) => `improvement/${value.id}` })
};
