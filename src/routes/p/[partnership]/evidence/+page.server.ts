import { viewMatrix } from '#modules/evidence/server';
import { ask } from '#platform/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  matrix: await ask(event, viewMatrix, Object.fromEntries(event.url.searchParams))
});
