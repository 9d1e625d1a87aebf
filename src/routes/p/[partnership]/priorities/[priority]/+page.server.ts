import {
  changePriority,
  dropFactor,
  setFactorAside,
  viewPriority
} from '#modules/priorities/server';
import { viewProjectsFor } from '#modules/improvement/server';
import { explainPriorityProblem } from '#modules/priorities';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, viewPriority, { id: event.params.priority })),
  projects: await ask(event, viewProjectsFor, { planRecordId: event.params.priority })
});

export const actions: Actions = {
  save: formAction(changePriority, {
    of: 'priority',
    to: ({ params }) => `priorities/${params.priority}`
  }),
  aside: formAction(setFactorAside, {
    of: 'priority',
    done: 'The factor is set aside, with its reason.',
    explain: explainPriorityProblem,
    to: () => 'priorities'
  }),
  remove: formAction(dropFactor, { of: 'priority', to: () => 'priorities' })
};
