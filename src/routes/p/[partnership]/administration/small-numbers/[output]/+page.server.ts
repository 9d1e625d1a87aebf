import { explainRuleProblem, outputNames } from '#modules/disclosure';
import { setRule, viewRule } from '#modules/disclosure/server';
import { ask, readForm, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewRule, { output: event.params.output });

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const { setting } = await ask(event, viewRule, { output: event.params.output });
    const answer = await submit(event, setRule, {
      values,
      input: { ...values, output: setting.output },
      explain: explainRuleProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, `The rule is set: ${outputNames[setting.output].toLowerCase()}.`);
    redirect(303, `/p/${event.params.partnership}/administration/small-numbers`);
  }
};
