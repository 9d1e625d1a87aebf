import { viewHistory } from '#modules/partnerships/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const table = event.url.searchParams.get('table') ?? '';
  const recordId = event.url.searchParams.get('record') ?? '';
  return { history: await ask(event, viewHistory, { table, recordId }) };
};
