import { explainPublicPageProblem } from '#modules/reports';
import { changePublicPage, viewPublicPage } from '#modules/reports/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changePublicPage);
  const { choices, aims, decisions, indicators } = await ask(event, viewPublicPage);
  return { choices, aims, decisions, indicators };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, changePublicPage, {
      values,
      explain: explainPublicPageProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'Saved. Nothing new is public until you publish the page.');
    redirect(303, `/p/${event.params.partnership}/strategy/public`);
  }
};
