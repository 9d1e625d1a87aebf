import { addAim, blankAim } from '#modules/delivery/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankAim)),
  start: { planPriorityId: event.url.searchParams.get('priority') ?? undefined }
});

export const actions: Actions = {
  default: formAction(addAim, { to: ({ value }) => `plan/aims/${value.id}` })
};
