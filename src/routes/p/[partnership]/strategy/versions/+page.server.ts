import { viewStrategy } from '#modules/strategy/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { versions, completeness } = await ask(event, viewStrategy);
  return { versions, completeness };
};
