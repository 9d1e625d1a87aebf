import { viewTest } from '#modules/improvement/server';
import { ask } from '#platform/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { test, project } = await ask(event, viewTest, { testId: event.params.cycle });
  return { test, project };
};
