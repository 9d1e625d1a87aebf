import { enterPaper, viewPaper } from '#modules/assessments/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewPaper, { id: event.params.round, asked: event.params.asked });

export const actions: Actions = {
  default: formAction(enterPaper, {
    of: 'round',
    with: ({ params }) => ({ asked: params.asked }),
    to: ({ params }) => `strategy/rounds/${params.round}`
  })
};
