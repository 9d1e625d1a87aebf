import { changeIndicator, retireIndicator, viewIndicatorForm } from '#modules/indicators/server';
import { ask, readForm, sayDone, submit } from '#web/page.server';
import { error, redirect } from '@sveltejs/kit';
import { submitIndicator } from '../../beside.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { indicator, values, ...spine } = await ask(event, viewIndicatorForm, {
    id: event.params.indicator
  });
  if (indicator === null || values === null)
    error(404, 'We could not find that page.');
  return { ...spine, indicator, values };
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitIndicator(event, changeIndicator, values, {
      id: event.params.indicator
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The indicator is changed.');
    redirect(303, `/p/${event.params.partnership}/need/${event.params.indicator}`);
  },
  retire: async (event) => {
    const { values } = await readForm(event.request);
    const input = { ...values, id: event.params.indicator };
    const answer = await submit(event, retireIndicator, { values, input, explain: () => '' });
    if (!answer.ok) return answer.failure;
    const isRetired = values['retire'] === 'yes';
    sayDone(
      event,
      isRetired
        ? 'The indicator is no longer counted. Its values are kept.'
        : 'The indicator is counted again.'
    );
    redirect(303, `/p/${event.params.partnership}/need/${event.params.indicator}`);
  }
};
