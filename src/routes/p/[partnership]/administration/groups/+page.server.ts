import { viewGroups } from '#modules/groups/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ groups: await ask(event, viewGroups) });
