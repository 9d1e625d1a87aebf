import { answerRound, viewOwnAnswers } from '#modules/assessments/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewOwnAnswers, { id: event.params.round });

export const actions: Actions = {
  default: formAction(answerRound, {
    of: 'round',
    to: ({ params }) => `strategy/rounds/${params.round}`
  })
};
