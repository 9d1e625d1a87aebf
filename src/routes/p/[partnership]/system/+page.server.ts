import { viewServices } from '#modules/maps/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewServices, Object.fromEntries(event.url.searchParams));
