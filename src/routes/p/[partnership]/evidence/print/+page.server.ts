import { dateOf } from '#core/dates';
import { viewMatrix } from '#modules/evidence/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

/** Every age of one outcome, or of each primary outcome: a sheet each. */
export const load: PageServerLoad = async (event) => ({
  matrix: await ask(event, viewMatrix, {
    outcome: event.url.searchParams.get('outcome') ?? 'all',
    age: 'all'
  }),
  printedOn: dateOf(event.locals.world.clock())
});
