import { explainStrategyProblem } from '#modules/strategy';
import { publishVersion, withdrawStrategy } from '#modules/reports/server';
import { viewVersion } from '#modules/strategy/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { version, versions } = await ask(event, viewVersion, { id: event.params.version });
  return {
    version,
    before: versions.find((one) => one.number === version.number - 1) ?? null,
    asks: event.url.searchParams.get('ask')
  };
};

const to = ({ params }: { params: { version: string } }) => `strategy/versions/${params.version}`;

export const actions: Actions = {
  publish: formAction(publishVersion, {
    of: 'version',
    done: 'The strategy is published. Everybody can read it now.',
    explain: explainStrategyProblem,
    to
  }),
  withdraw: formAction(withdrawStrategy, {
    done: 'The strategy is no longer public.',
    explain: explainStrategyProblem,
    to
  })
};
