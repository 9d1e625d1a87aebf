import { explainPriorityProblem } from '#modules/priorities';
import { changeOutcome, dropOutcome, viewPriorities } from '#modules/priorities/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#platform/page.server';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeOutcome);
  const { outcomes, spine } = await ask(event, viewPriorities);
  const chosen = outcomes.find((one) => one.id === event.params.outcome);
  if (chosen === undefined) error(404, { message: 'We could not find that page.' });
  return { chosen, spine };
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, changeOutcome, {
      values,
      input: { ...values, id: event.params.outcome },
      explain: explainPriorityProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The outcome is saved.');
    redirect(303, `/p/${event.params.partnership}/priorities`);
  },
  drop: async (event) => {
    const id = event.params.outcome;
    const answer = await submit(event, dropOutcome, {
      values: {},
      input: { id },
      explain: explainPriorityProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The outcome is no longer among your priorities.');
    redirect(303, `/p/${event.params.partnership}/priorities`);
  }
};
