import { changeTakeaway, removeTakeaway, viewTakeaway } from '#modules/learning/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, changeTakeaway);
  return ask(event, viewTakeaway, { id: event.params.takeaway });
};

export const actions: Actions = {
  save: formAction(changeTakeaway, {
    of: 'takeaway',
    to: ({ params }) => `learning/takeaways/${params.takeaway}`
  }),
  remove: formAction(removeTakeaway, {
    of: 'takeaway',
    to: ({ values }) => `learning/sessions/${String(values['session'])}`
  })
};
