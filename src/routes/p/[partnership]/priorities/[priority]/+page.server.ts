import {
  changePriority,
  dropFactor,
  viewPriorities,
  viewPriority
} from '#modules/priorities/server';
import { viewProjectsFor } from '#modules/improvement/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, viewPriority, { id: event.params.priority })),
  outcomes: (await ask(event, viewPriorities)).outcomes,
  projects: await ask(event, viewProjectsFor, { planRecordId: event.params.priority })
});

export const actions: Actions = {
  save: formAction(changePriority, {
    of: 'priority',
    to: ({ params }) => `priorities/${params.priority}`
  }),
  remove: formAction(dropFactor, { of: 'priority', to: () => 'priorities' })
};
