import { addBenchmark, blankBenchmark } from '#modules/benchmarks/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankBenchmark);

export const actions: Actions = {
  default: formAction(addBenchmark, { to: ({ value }) => `improvement/benchmarks/${value.id}` })
};
