import { textOf } from '#core/form-state';
import { viewGroups } from '#modules/partnerships/server';
import { makeVersion } from '#modules/reports/server';
import { explainStrategyProblem } from '#modules/strategy';
import { viewStrategy } from '#modules/strategy/server';
import { ask, readForm, sayDone, submit } from '#platform/page.server';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { permissions } = await event.parent();
  if (!permissions.includes('strategy:edit')) {
    error(403, { message: 'Your role here does not let you make a version of the strategy.' });
  }
  const { completeness, versions } = await ask(event, viewStrategy);
  return { completeness, last: versions[0] ?? null, groups: await ask(event, viewGroups) };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const otherBody = textOf(values, 'otherBody').trim();
    const answer = await submit(event, makeVersion, {
      values,
      input: { ...values, approvedBy: otherBody === '' ? textOf(values, 'approvedBy') : otherBody },
      explain: explainStrategyProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, `Version ${answer.value.number} is made. It stays as it is from now on.`);
    redirect(303, `/p/${event.params.partnership}/strategy/versions/${answer.value.id}`);
  }
};
