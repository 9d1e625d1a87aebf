import { addLook, blankLook } from '#modules/reach/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, blankLook, { programmeId: event.params.programme });

export const actions: Actions = {
  default: formAction(addLook, {
    with: ({ params }) => ({ programmeId: params.programme }),
    to: ({ params }) => `improvement/reach/${params.programme}`
  })
};
