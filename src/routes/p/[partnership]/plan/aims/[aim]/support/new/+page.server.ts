import { addSupport, blankSupport } from '#modules/delivery/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankSupport, { aimId: event.params.aim })),
  start: { groupId: event.url.searchParams.get('group') ?? undefined }
});

export const actions: Actions = {
  default: formAction(addSupport, {
    with: ({ params }) => ({ aimId: params.aim }),
    to: ({ params }) => `plan/aims/${params.aim}`
  })
};
