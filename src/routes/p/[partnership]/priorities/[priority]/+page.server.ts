import { explainPriorityProblem } from '#modules/priorities';
import {
  changePriority,
  dropFactor,
  viewPriorities,
  viewPriority
} from '#modules/priorities/server';
import { viewProjectsFor } from '#modules/improvement/server';
import { ask, readForm, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, viewPriority, { id: event.params.priority })),
  outcomes: (await ask(event, viewPriorities)).outcomes,
  projects: await ask(event, viewProjectsFor, { planRecordId: event.params.priority })
});

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, changePriority, {
      values,
      input: { ...values, id: event.params.priority },
      explain: explainPriorityProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The priority is saved.');
    redirect(303, `/p/${event.params.partnership}/priorities/${event.params.priority}`);
  },
  drop: async (event) => {
    const id = event.params.priority;
    const answer = await submit(event, dropFactor, {
      values: {},
      input: { id },
      explain: explainPriorityProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The factor is no longer among your priorities.');
    redirect(303, `/p/${event.params.partnership}/priorities`);
  }
};
