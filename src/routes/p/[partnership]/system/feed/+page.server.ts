import { explainServicesFeedProblem } from '#modules/reports';
import {
  publishServicesFeed,
  viewServicesFeed,
  withdrawServicesFeed
} from '#modules/reports/server';
import { ask, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { services, chosen, published, changes } = await ask(event, viewServicesFeed);
  return {
    onOffer: services.length,
    chosen,
    published,
    changes,
    asks: event.url.searchParams.get('ask')
  };
};

export const actions: Actions = {
  publish: async (event) => {
    const answer = await submit(event, publishServicesFeed, {
      values: {},
      explain: explainServicesFeedProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The feed is published. Everybody can read it now.');
    redirect(303, `/p/${event.params.partnership}/system/feed`);
  },
  withdraw: async (event) => {
    const answer = await submit(event, withdrawServicesFeed, {
      values: {},
      explain: explainServicesFeedProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The feed is no longer public.');
    redirect(303, `/p/${event.params.partnership}/system/feed`);
  }
};
