import { viewResults } from '#modules/surveys/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const by = searchParams.get('by') ?? '';
  const results = await ask(event, viewResults, { id: event.params.survey, by });
  return { results, isToShare: searchParams.get('view') === 'share' };
};
