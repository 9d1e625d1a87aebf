import { addTakeaway, viewTakeawayChoices } from '#modules/learning/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, addTakeaway);
  return ask(event, viewTakeawayChoices, { sessionId: event.params.session });
};

export const actions: Actions = {
  default: formAction(addTakeaway, {
    with: (event) => ({ sessionId: event.params.session }),
    to: ({ value, values, params }) =>
      values['another'] === 'yes'
        ? `learning/sessions/${params.session}/takeaways/new`
        : `learning/takeaways/${value.id}`
  })
};
