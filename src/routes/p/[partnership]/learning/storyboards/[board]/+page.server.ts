import { freezeStoryboard, viewStoryboard } from '#modules/learning/server';
import { explainLearningProblem } from '#modules/learning';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewStoryboard, { id: event.params.board });

export const actions: Actions = {
  freeze: formAction(freezeStoryboard, {
    of: 'board',
    explain: explainLearningProblem,
    done: ({ number }) => `Version ${number} is kept as it stands today.`,
    to: ({ params }) => `learning/storyboards/${params.board}`
  })
};
