import { explainPriorityProblem } from '#modules/priorities';
import { answerQuestion, decideActionKinds, stepBack, viewWalk } from '#modules/priorities/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewWalk, { id: event.params.priority });

/** What was answered is kept on the way, so that the page may be left and come back to. */
export const actions: Actions = {
  answer: formAction(answerQuestion, {
    rows: ['aspects'],
    with: ({ params }) => ({ priorityId: params.priority }),
    explain: explainPriorityProblem,
    to: ({ params }) => `priorities/${params.priority}/decide`
  }),
  back: formAction(stepBack, {
    with: ({ params }) => ({ priorityId: params.priority }),
    explain: explainPriorityProblem,
    to: ({ params }) => `priorities/${params.priority}/decide`
  }),
  save: formAction(decideActionKinds, {
    rows: ['kinds'],
    with: ({ params }) => ({ priorityId: params.priority }),
    done: 'What this factor calls for is decided.',
    explain: explainPriorityProblem,
    to: ({ params }) => `priorities/${params.priority}`
  })
};
