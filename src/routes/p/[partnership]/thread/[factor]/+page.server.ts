import { viewThread } from '#modules/thread/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const filters = Object.fromEntries(event.url.searchParams);
  const { factor } = event.params;
  return {
    view: await ask(event, viewThread, { ...filters, factor })
  };
};
