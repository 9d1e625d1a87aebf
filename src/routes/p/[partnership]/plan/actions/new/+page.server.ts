import { addAction, blankAction } from '#modules/delivery/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankAction)),
  start: { aimId: event.url.searchParams.get('aim') ?? undefined, status: 'not-started' }
});

export const actions: Actions = {
  default: formAction(addAction, { to: ({ value }) => `plan/actions/${value.id}` })
};
