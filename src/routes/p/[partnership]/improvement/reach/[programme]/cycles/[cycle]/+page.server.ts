import { changeCycle, removeCycle, viewCycle } from '#modules/reach/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitReach } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeCycle);
  return ask(event, viewCycle, { cycleId: event.params.cycle });
};

export const actions: Actions = {
  change: async (event) => {
    const { partnership, programme, cycle } = event.params;
    const { values } = await readForm(event.request);
    const answer = await submitReach(event, changeCycle, values, { cycleId: cycle });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The cycle is saved.');
    redirect(303, `/p/${partnership}/improvement/reach/${programme}`);
  },
  remove: async (event) => {
    const { partnership, programme, cycle } = event.params;
    const answer = await submitReach(event, removeCycle, {}, { cycleId: cycle });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The cycle is taken away. The history keeps it.');
    redirect(303, `/p/${partnership}/improvement/reach/${programme}`);
  }
};
