import { viewTest } from '#modules/improvement/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { test, project } = await ask(event, viewTest, { testId: event.params.cycle });
  return { test, project };
};
