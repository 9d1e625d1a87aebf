import { viewProgrammes } from '#modules/reach/server';
import { viewRollOuts } from '#modules/rollout/server';
import { viewThread } from '#modules/thread/server';
import { ask } from '#platform/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const filters = Object.fromEntries(event.url.searchParams);
  const { factor } = event.params;
  return {
    view: await ask(event, viewThread, { ...filters, factor }),
    rollOuts: await ask(event, viewRollOuts, { factor }),
    programmes: await ask(event, viewProgrammes, { factor })
  };
};
