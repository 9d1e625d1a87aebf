import { viewGroups } from '#modules/groups/server';
import { makeVersion } from '#modules/reports/server';
import { explainStrategyProblem } from '#modules/strategy';
import { viewStrategy } from '#modules/strategy/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import { approvedBy, withBody } from '../../approved-by.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, makeVersion);
  const { completeness, versions } = await ask(event, viewStrategy);
  return { completeness, last: versions[0] ?? null, groups: await ask(event, viewGroups) };
};

export const actions: Actions = {
  default: withBody(
    formAction(makeVersion, {
      with: (_, values) => ({ approvedBy: approvedBy(values) }),
      done: ({ number }) => `Version ${number} is made. It stays as it is from now on.`,
      explain: explainStrategyProblem,
      to: ({ value }) => `strategy/versions/${value.id}`
    })
  )
};
