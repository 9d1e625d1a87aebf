import { sayWhere, viewPlace } from '#modules/rollout/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) =>
  ask(event, viewPlace, { rollOutId: event.params.rollOut, settingId: event.params.setting });

export const actions: Actions = {
  say: formAction(sayWhere, {
    with: ({ params }) => ({ rollOutId: params['rollOut'], settingId: params['setting'] }),
    to: ({ params }) => `improvement/roll-out/${params.rollOut}/settings/${params.setting}`
  })
};
