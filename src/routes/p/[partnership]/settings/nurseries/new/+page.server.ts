import { addSetting, viewAreas } from '#modules/settings/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitSetting } from '../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addSetting);
  return { areas: await ask(event, viewAreas) };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitSetting(event, addSetting, values);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The setting is added.');
    redirect(303, `/p/${event.params.partnership}/settings/nurseries/${answer.value.id}`);
  }
};
