import { changeProgramme, viewProgramme } from '#modules/reach/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { choicesOf, submitReach } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeProgramme);
  const { programme } = await ask(event, viewProgramme, { id: event.params.programme });
  return { programme, ...(await choicesOf(event)) };
};

export const actions: Actions = {
  default: async (event) => {
    const { partnership, programme } = event.params;
    const { values } = await readForm(event.request);
    const answer = await submitReach(event, changeProgramme, values, { id: programme });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The programme is saved.');
    redirect(303, `/p/${partnership}/improvement/reach/${programme}`);
  }
};
