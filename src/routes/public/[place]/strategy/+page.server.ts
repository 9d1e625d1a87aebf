import { error } from '@sveltejs/kit';
import { published } from '../../published.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { page, strategy } = await published(event);
  if (strategy === null) error(404, 'Nothing is published here.');
  return { hasPage: page !== null, strategy };
};
