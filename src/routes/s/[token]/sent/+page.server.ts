import { findSurveyByLink } from '#modules/surveys/server';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  const found = await findSurveyByLink(locals.world, params.token);
  if (found === null) error(404, 'There is no survey at this link.');
  setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  return {
    survey: found.survey,
    isOpen: found.form !== null,
    token: params.token,
    again: url.searchParams.has('again')
  };
};
