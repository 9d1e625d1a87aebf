import { explainStrategyProblem } from '#modules/strategy';
import { publishVersion, withdrawStrategy } from '#modules/reports/server';
import { viewVersion } from '#modules/strategy/server';
import { ask, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { version, versions } = await ask(event, viewVersion, { id: event.params.version });
  return {
    version,
    before: versions.find((one) => one.number === version.number - 1) ?? null,
    asks: event.url.searchParams.get('ask')
  };
};

export const actions: Actions = {
  publish: async (event) => {
    const { partnership, version } = event.params;
    const answer = await submit(event, publishVersion, {
      values: {},
      input: { id: version },
      explain: explainStrategyProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The strategy is published. Everybody can read it now.');
    redirect(303, `/p/${partnership}/strategy/versions/${version}`);
  },
  withdraw: async (event) => {
    const { partnership, version } = event.params;
    const answer = await submit(event, withdrawStrategy, {
      values: {},
      explain: explainStrategyProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The strategy is no longer public.');
    redirect(303, `/p/${partnership}/strategy/versions/${version}`);
  }
};
