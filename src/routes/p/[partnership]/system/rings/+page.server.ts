import { viewWorkshops } from '#modules/actors/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewWorkshops);
