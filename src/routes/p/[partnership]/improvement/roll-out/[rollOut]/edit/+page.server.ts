import { changeRollOut, viewRollOut } from '#modules/rollout/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { choicesOf, submitRollOut } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeRollOut);
  const { rollOut } = await ask(event, viewRollOut, { id: event.params.rollOut });
  return { rollOut, ...(await choicesOf(event)) };
};

export const actions: Actions = {
  default: async (event) => {
    const { partnership, rollOut } = event.params;
    const { values } = await readForm(event.request);
    const answer = await submitRollOut(event, changeRollOut, values, { id: rollOut });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The roll-out is saved.');
    redirect(303, `/p/${partnership}/improvement/roll-out/${rollOut}`);
  }
};
