import { viewTests } from '#modules/improvement/server';
import { ask } from '#platform/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = Object.fromEntries(event.url.searchParams);
  return {
    ...(await ask(event, viewTests, asked)),
    asked,
    query: event.url.searchParams.toString()
  };
};
