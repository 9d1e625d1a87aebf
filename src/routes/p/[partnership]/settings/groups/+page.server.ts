import { viewGroups } from '#modules/groups/server';
import { ask } from '#platform/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ groups: await ask(event, viewGroups) });
