import { answerErrors, explainSurveyProblem } from '#modules/surveys';
import { addPaperAnswers, viewSurvey } from '#modules/surveys/server';
import { textOf } from '#core/form-state';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addPaperAnswers);
  const { survey, questions, responses } = await ask(event, viewSurvey, {
    id: event.params.survey
  });
  return { survey, questions, responses, formKey: event.locals.world.newId() };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const input = {
      id: event.params.survey,
      formKey: textOf(values, 'formKey'),
      agreed: textOf(values, 'agreed'),
      mayQuote: textOf(values, 'mayQuote'),
      fields: values
    };
    let refused: Record<string, string> | null = null;
    const answer = await submit(event, addPaperAnswers, {
      values,
      input,
      explain: (problem) => {
        if (problem.kind !== 'answers-refused') return explainSurveyProblem(problem);
        refused = answerErrors(problem);
        return '';
      }
    });
    // Each question says its own sentence, where `submit` knows of one.
    if (refused !== null) return fail(400, { values, errors: refused });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The answers are saved. Take the next form.');
    redirect(303, event.url.pathname);
  }
};
