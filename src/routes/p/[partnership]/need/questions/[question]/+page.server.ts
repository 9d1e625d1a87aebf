import { explainNeedsProblem, findingKind } from '#modules/needs';
import { recordFinding, viewQuestion } from '#modules/needs/server';
import { viewSurveys } from '#modules/surveys/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewQuestion, { id: event.params.question });
  const { surveys } = await ask(event, viewSurveys);
  return {
    ...view,
    surveys: surveys.filter((one) => one.needsQuestionId === view.question.id)
  };
};

export const actions: Actions = {
  default: formAction(recordFinding, {
    of: 'question',
    done: findingKind.words.changed,
    explain: explainNeedsProblem,
    to: ({ params }) => `need/questions/${params.question}`
  })
};
