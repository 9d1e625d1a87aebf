import { dateOf } from '#core/dates';
import { viewBrief } from '#modules/thread/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const filters = Object.fromEntries(event.url.searchParams);
  return {
    brief: await ask(event, viewBrief, { ...filters, factor: event.params.factor }),
    printedOn: dateOf(event.locals.world.clock())
  };
};
