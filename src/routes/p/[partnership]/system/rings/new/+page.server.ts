import { beginWorkshop, blankWorkshop, viewActors } from '#modules/actors/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await ask(event, blankWorkshop);
  const { map } = await ask(event, viewActors);
  return { focus: map?.focus ?? 'Better early learning for children in poverty' };
};

export const actions: Actions = {
  default: formAction(beginWorkshop, { to: ({ value }) => `system/rings/${value.id}` })
};
