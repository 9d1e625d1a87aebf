import { explainNeedsProblem, stepAfter } from '#modules/needs';
import { addDataItem, viewDataItem, viewRegister } from '#modules/needs/server';
import { ask, readForm, sayDone, submit } from '#platform/page.server';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { permissions } = await event.parent();
  if (!permissions.includes('indicators:edit')) {
    error(403, { message: 'Your role here does not let you add a data item.' });
  }
  const { law } = await ask(event, viewRegister);
  return { law };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, addDataItem, { values, explain: explainNeedsProblem });
    if (!answer.ok) return answer.failure;
    const { item } = await ask(event, viewDataItem, { id: answer.value.id });
    sayDone(event, 'The data item is in the register. The rest may be said now or later.');
    const next = stepAfter('what', item) ?? '';
    redirect(303, `/p/${event.params.partnership}/need/governance/${item.id}/${next}`);
  }
};
