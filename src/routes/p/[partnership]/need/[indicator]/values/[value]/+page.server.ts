import { explainIndicatorProblem } from '#modules/indicators';
import { changeValue, viewValue } from '#modules/indicators/server';
import { ask, formAction } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewValue, { id: event.params.value });
  if (view.indicator.id !== event.params.indicator) error(404, 'We could not find that page.');
  return view;
};

export const actions: Actions = {
  default: formAction(changeValue, {
    of: 'value',
    to: ({ params }) => `need/${params.indicator}/values`,
    done: 'The value is changed.',
    explain: explainIndicatorProblem
  })
};
