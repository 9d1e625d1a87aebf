import { viewPriorities } from '#modules/priorities/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewPriorities);
