import { viewMatrix } from '#modules/evidence/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  matrix: await ask(event, viewMatrix, Object.fromEntries(event.url.searchParams)),
  /** The whole matrix as plain tables instead of a grid. */
  isPlain: event.url.searchParams.get('view') === 'table'
});
