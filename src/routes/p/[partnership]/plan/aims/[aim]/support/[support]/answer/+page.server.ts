import { answerSupport, viewSupport } from '#modules/delivery/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewSupport, { id: event.params.support, aimId: event.params.aim });

export const actions: Actions = {
  default: formAction(answerSupport, {
    of: 'support',
    to: ({ params }) => `plan/aims/${params.aim}`
  })
};
