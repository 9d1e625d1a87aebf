import { viewComparators } from '#modules/indicators/server';
import { ask } from '#platform/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewComparators);
