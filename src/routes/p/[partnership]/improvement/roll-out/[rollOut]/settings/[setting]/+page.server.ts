import { sayWhere, viewPlace } from '#modules/rollout/server';
import { ask, readForm, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitRollOut } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) =>
  ask(event, viewPlace, { rollOutId: event.params.rollOut, settingId: event.params.setting });

export const actions: Actions = {
  say: async (event) => {
    const { partnership, rollOut, setting } = event.params;
    const { values } = await readForm(event.request);
    const input = { rollOutId: rollOut, settingId: setting };
    const answer = await submitRollOut(event, sayWhere, values, input);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'Thank you. Where this setting stands is written down.');
    redirect(303, `/p/${partnership}/improvement/roll-out/${rollOut}/settings/${setting}`);
  }
};
