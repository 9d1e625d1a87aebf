import { dateOf } from '#core/dates';
import { closeSetting, viewSetting } from '#modules/settings/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitSetting } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, closeSetting);
  return {
    ...(await ask(event, viewSetting, { id: event.params.setting })),
    today: dateOf(event.locals.world.clock())
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { partnership, setting } = event.params;
    const { values } = await readForm(event.request);
    const answer = await submitSetting(event, closeSetting, values, { id: setting });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The setting is closed. What it used until then still counts for then.');
    redirect(303, `/p/${partnership}/settings/nurseries/${setting}`);
  }
};
