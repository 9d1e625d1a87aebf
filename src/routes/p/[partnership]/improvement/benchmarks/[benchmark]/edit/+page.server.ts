import { changeBenchmark, formOfBenchmark } from '#modules/benchmarks/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfBenchmark, { id: event.params.benchmark });

export const actions: Actions = {
  save: formAction(changeBenchmark, {
    of: 'benchmark',
    to: ({ params }) => `improvement/benchmarks/${params.benchmark}`
  })
};
