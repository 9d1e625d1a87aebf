import { changeBenchmarkRound, formOfBenchmarkRound } from '#modules/benchmarks/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfBenchmarkRound, {
    id: event.params.round,
    benchmarkId: event.params.benchmark
  });

export const actions: Actions = {
  save: formAction(changeBenchmarkRound, {
    of: 'round',
    to: ({ params }) => `improvement/benchmarks/${params.benchmark}/rounds/${params.round}`
  })
};
