import { blankBenchmarkRound, openRound, viewBenchmark } from '#modules/benchmarks/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { benchmark: id } = event.params;
  const blank = await ask(event, blankBenchmarkRound, { benchmarkId: id });
  const { rounds } = await ask(event, viewBenchmark, { id });
  return { ...blank, isFirst: rounds.length === 0 };
};

export const actions: Actions = {
  default: formAction(openRound, {
    with: ({ params }) => ({ benchmarkId: params.benchmark }),
    to: ({ value, params }) => `improvement/benchmarks/${params.benchmark}/rounds/${value.id}/links`
  })
};
