import { viewSettings } from '#modules/settings/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, viewSettings, Object.fromEntries(event.url.searchParams))),
  view: event.url.searchParams.get('view') === 'map' ? ('map' as const) : ('list' as const)
});
