import { explainPublicPageProblem } from '#modules/reports';
import { publishPublicPage, viewPublicPage, withdrawPublicPage } from '#modules/reports/server';
import { ask, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { page, today, isEmpty, published, changes, strategy } = await ask(event, viewPublicPage);
  return {
    page,
    today,
    isEmpty,
    published,
    changes,
    strategy,
    asks: event.url.searchParams.get('ask')
  };
};

export const actions: Actions = {
  publish: async (event) => {
    const answer = await submit(event, publishPublicPage, {
      values: {},
      explain: explainPublicPageProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The page is published. Everybody can read it now.');
    redirect(303, `/p/${event.params.partnership}/strategy/public`);
  },
  withdraw: async (event) => {
    const answer = await submit(event, withdrawPublicPage, {
      values: {},
      explain: explainPublicPageProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The page is no longer public.');
    redirect(303, `/p/${event.params.partnership}/strategy/public`);
  }
};
