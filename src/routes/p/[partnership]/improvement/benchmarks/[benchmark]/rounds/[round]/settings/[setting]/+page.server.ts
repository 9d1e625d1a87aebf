import type { FormValues } from '#core/form-state';
import { answerErrors, answerValues, explainBenchmarkProblem } from '#modules/benchmarks';
import { noteAnswer, viewSettingAnswer } from '#modules/benchmarks/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { round: roundId, setting: settingId } = event.params;
  const view = await ask(event, viewSettingAnswer, { roundId, settingId });
  const values: FormValues = view.answer === null ? {} : answerValues(view.benchmark, view.answer);
  return { ...view, values };
};

export const actions: Actions = {
  default: formAction(noteAnswer, {
    with: ({ params }, values) => ({
      roundId: params.round,
      settingId: params.setting,
      fields: values
    }),
    explain: (problem) =>
      problem.kind === 'answer-refused' ? '' : explainBenchmarkProblem(problem),
    beside: (problem) => (problem.kind === 'answer-refused' ? answerErrors(problem.problems) : {}),
    to: ({ params }) => `improvement/benchmarks/${params.benchmark}/rounds/${params.round}`
  })
};
