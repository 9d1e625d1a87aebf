import { viewAim } from '#modules/delivery/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewAim, { id: event.params.aim });
