import { viewNeed } from '#modules/indicators/server';
import { explainNeedsProblem } from '#modules/needs';
import { changeSource, removeSource, viewSource } from '#modules/needs/server';
import { ask, readForm, sayDone, submit } from '#platform/page.server';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { permissions } = await event.parent();
  if (!permissions.includes('indicators:edit')) {
    error(403, { message: 'Your role here does not let you change this source.' });
  }
  const { source, factors } = await ask(event, viewSource, { id: event.params.source });
  const { indicators } = await ask(event, viewNeed, { outcome: '', factor: '' });
  return { source, factors, figures: indicators.map(({ id, plainTitle }) => ({ id, plainTitle })) };
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, changeSource, {
      values,
      input: { ...values, id: event.params.source },
      explain: explainNeedsProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The source is saved.');
    redirect(303, `/p/${event.params.partnership}/need/sources/${event.params.source}`);
  },
  remove: async (event) => {
    const answer = await submit(event, removeSource, {
      values: {},
      input: { id: event.params.source },
      explain: explainNeedsProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The source is no longer in the library.');
    redirect(303, `/p/${event.params.partnership}/need/sources`);
  }
};
