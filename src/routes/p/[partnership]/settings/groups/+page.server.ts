import { viewGroups } from '#modules/partnerships/server';
import { ask } from '#platform/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ groups: await ask(event, viewGroups) });
