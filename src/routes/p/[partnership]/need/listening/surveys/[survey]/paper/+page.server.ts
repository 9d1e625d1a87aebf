import { textOf } from '#core/form-state';
import { answerErrors, explainSurveyProblem } from '#modules/surveys';
import { addPaperAnswers, viewSurvey } from '#modules/surveys/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addPaperAnswers);
  const { survey, questions, responses } = await ask(event, viewSurvey, {
    id: event.params.survey
  });
  return { survey, questions, responses, formKey: event.locals.world.newId() };
};

export const actions: Actions = {
  default: formAction(addPaperAnswers, {
    of: 'survey',
    with: (_, values) => ({
      formKey: textOf(values, 'formKey'),
      agreed: textOf(values, 'agreed'),
      mayQuote: textOf(values, 'mayQuote'),
      fields: values
    }),
    explain: (problem) => (problem.kind === 'answers-refused' ? '' : explainSurveyProblem(problem)),
    beside: (problem) => (problem.kind === 'answers-refused' ? answerErrors(problem) : {}),
    done: 'The answers are saved. Take the next form.',
    to: ({ params }) => `need/listening/surveys/${params.survey}/paper`
  })
};
