import { settleDispute, viewDispute } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // A page has its own "now", so where the dispute is now goes by another name.
  const { now, ...rest } = await ask(event, viewDispute, { id: event.params.dispute });
  return { ...rest, latest: now };
};

export const actions: Actions = {
  default: formAction(settleDispute, {
    of: 'dispute',
    to: ({ params }) => `plan/disputes/${params.dispute}`
  })
};
