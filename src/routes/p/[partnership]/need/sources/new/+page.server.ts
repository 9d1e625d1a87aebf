import { viewNeed } from '#modules/indicators/server';
import { explainNeedsProblem } from '#modules/needs';
import { addSource, viewSources } from '#modules/needs/server';
import { ask, readForm, sayDone, submit } from '#platform/page.server';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { permissions } = await event.parent();
  if (!permissions.includes('indicators:edit')) {
    error(403, { message: 'Your role here does not let you add a source.' });
  }
  const { factors } = await ask(event, viewSources);
  const { indicators } = await ask(event, viewNeed, { outcome: '', factor: '' });
  return { factors, figures: indicators.map(({ id, plainTitle }) => ({ id, plainTitle })) };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, addSource, { values, explain: explainNeedsProblem });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The source is in the library.');
    redirect(303, `/p/${event.params.partnership}/need/sources/${answer.value.id}`);
  }
};
