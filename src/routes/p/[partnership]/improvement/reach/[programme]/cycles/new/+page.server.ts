import { dateFrom } from '#core/dates';
import { recordCycle, viewProgramme } from '#modules/reach/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitReach } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, recordCycle);
  const { programme, cycles, today } = await ask(event, viewProgramme, {
    id: event.params.programme
  });
  return { programme, startsOn: nextStart(cycles.at(-1)?.startsOn ?? null, today) };
};

/** The month after the last one counted, where it has begun; else the first of this month. */
function nextStart(last: string | null, today: string): string {
  const first = `${today.slice(0, 7)}-01`;
  if (last === null) return first;
  const [year = 0, month = 1] = last.split('-').map(Number);
  const next = dateFrom(year, month + 1, 1);
  return next < first ? next : first;
}

export const actions: Actions = {
  default: async (event) => {
    const { partnership, programme } = event.params;
    const { values } = await readForm(event.request);
    const answer = await submitReach(event, recordCycle, values, { programmeId: programme });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The cycle is recorded. Here is what changed.');
    redirect(303, `/p/${partnership}/improvement/reach/${programme}`);
  }
};
