import { textOf } from '#core/form-state';
import { viewGroups } from '#modules/partnerships/server';
import { explainStrategyProblem } from '#modules/strategy';
import { approveVersion, viewVersion } from '#modules/strategy/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#platform/page.server';
import { fail, redirect } from '@sveltejs/kit';
import { approvedBy, besideBody } from '../../../approved-by.server.ts';
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
  default: async (event) => {
    const { values } = await readForm(event.request);
    const { partnership, version } = event.params;
    const answer = await submit(event, approveVersion, {
      values,
      input: {
        id: version,
        approvedBy: approvedBy(values),
        approvedOn: textOf(values, 'approvedOn')
      },
      explain: explainStrategyProblem
    });
    if (!answer.ok) return fail(answer.failure.status, besideBody(answer.failure.data));
    sayDone(event, 'The approval is recorded. The version can be published now.');
    redirect(303, `/p/${partnership}/strategy/versions/${version}`);
  }
};
