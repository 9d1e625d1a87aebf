import { changeRound, formOfRound } from '#modules/assessments/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, formOfRound, { id: event.params.round });

export const actions: Actions = {
  save: formAction(changeRound, {
    of: 'round',
    to: ({ params }) => `strategy/rounds/${params.round}`
  })
};
