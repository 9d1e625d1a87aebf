import { addPolicy, blankPolicy } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankPolicy, { bodyId: event.url.searchParams.get('of') ?? '' })),
  start: { policy: event.url.searchParams.get('policy') ?? undefined }
});

export const actions: Actions = {
  default: formAction(addPolicy, {
    with: ({ url }) => ({ bodyId: url.searchParams.get('of') ?? '' }),
    to: () => 'plan/policies'
  })
};
