import { viewAim } from '#modules/delivery/server';
import { ask } from '#platform/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewAim, { id: event.params.aim });
