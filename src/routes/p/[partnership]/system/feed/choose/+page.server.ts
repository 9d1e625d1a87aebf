import { explainServicesFeedProblem } from '#modules/reports';
import { changeServicesFeed, viewServicesFeed } from '#modules/reports/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeServicesFeed);
  const { choices, services } = await ask(event, viewServicesFeed);
  return { choices, services, ticksAll: event.url.searchParams.get('tick') === 'all' };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, changeServicesFeed, {
      values,
      explain: explainServicesFeedProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'Saved. Nothing new is public until you publish the feed.');
    redirect(303, `/p/${event.params.partnership}/system/feed`);
  }
};
