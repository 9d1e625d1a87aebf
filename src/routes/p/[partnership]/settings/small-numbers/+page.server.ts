import { viewRules } from '#modules/disclosure/server';
import { ask } from '#platform/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewRules);
