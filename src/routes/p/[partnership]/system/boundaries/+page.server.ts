import { viewBoundaries } from '#modules/boundaries/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewBoundaries);
