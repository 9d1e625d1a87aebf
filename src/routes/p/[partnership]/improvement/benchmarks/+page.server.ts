import { viewBenchmarks } from '#modules/benchmarks/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  surveys: await ask(event, viewBenchmarks)
});
