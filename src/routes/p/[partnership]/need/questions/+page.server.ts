import { meansOf, meansSentence, questionsByStatus, stateOf } from '#modules/needs';
import { viewQuestions } from '#modules/needs/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { questions, factors, today } = await ask(event, viewQuestions);
  const wanted = event.url.searchParams.get('factor') ?? '';
  const factor = factors.some(({ id }) => id === wanted) ? wanted : '';
  const shown = questions.filter((one) => factor === '' || one.factor === factor);
  return {
    groups: questionsByStatus(shown),
    means: meansSentence(meansOf(shown)),
    overdue: shown.filter((one) => stateOf(one, today) === 'overdue').length,
    hasAny: questions.length > 0,
    factors,
    factor,
    today
  };
};
