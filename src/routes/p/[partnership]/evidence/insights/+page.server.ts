import { viewInsights } from '#modules/evidence/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  log: await ask(event, viewInsights, Object.fromEntries(event.url.searchParams))
});
