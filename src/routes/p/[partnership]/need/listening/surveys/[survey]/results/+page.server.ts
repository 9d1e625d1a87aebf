import { viewResults } from '#modules/surveys/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const by = searchParams.get('by') ?? '';
  const setAside = searchParams.get('setAside') === 'yes';
  const results = await ask(event, viewResults, { id: event.params.survey, by, setAside });
  const isToShare = !setAside && searchParams.get('view') === 'share';
  return { results, isSetAside: setAside, isToShare };
};
