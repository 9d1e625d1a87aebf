import { addUptake, blankUptake } from '#modules/bodies/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankUptake, { aimId: event.params.aim });

export const actions: Actions = {
  default: formAction(addUptake, {
    with: ({ params }) => ({ aimId: params.aim }),
    to: ({ params }) => `plan/aims/${params.aim}/areas`
  })
};
