import { viewGroups } from '#modules/groups/server';
import { explainStrategyProblem } from '#modules/strategy';
import { approveVersion, viewVersion } from '#modules/strategy/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { approvedBy, withBody } from '../../../approved-by.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, approveVersion);
  const { version } = await ask(event, viewVersion, { id: event.params.version });
  if (version.status !== 'draft')
    redirect(303, `/p/${event.params.partnership}/strategy/versions/${version.id}`);
  const { id, number, title } = version;
  return { version: { id, number, title }, groups: await ask(event, viewGroups) };
};

export const actions: Actions = {
  default: withBody(
    formAction(approveVersion, {
      of: 'version',
      with: (_, values) => ({ approvedBy: approvedBy(values) }),
      done: 'The approval is recorded. The version can be published now.',
      explain: explainStrategyProblem,
      to: ({ params }) => `strategy/versions/${params.version}`
    })
  )
};
