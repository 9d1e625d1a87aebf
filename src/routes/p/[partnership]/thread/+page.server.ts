import { viewThreads } from '#modules/thread/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  view: await ask(event, viewThreads, Object.fromEntries(event.url.searchParams))
});
