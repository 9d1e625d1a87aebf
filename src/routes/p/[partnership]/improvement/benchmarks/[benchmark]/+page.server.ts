import { viewBenchmark } from '#modules/benchmarks/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewBenchmark, { id: event.params.benchmark });
