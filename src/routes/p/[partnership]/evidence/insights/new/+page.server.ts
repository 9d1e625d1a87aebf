import { textOf } from '#core/form-state';
import { addInsight, blankInsight } from '#modules/evidence/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankInsight)),
  start: { factor: event.url.searchParams.get('factor') ?? '' }
});

export const actions: Actions = {
  default: formAction(addInsight, {
    to: ({ values }) => `evidence/insights?factor=${textOf(values, 'factor')}`
  })
};
