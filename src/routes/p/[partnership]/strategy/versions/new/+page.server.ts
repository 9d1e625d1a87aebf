import { viewGroups } from '#modules/partnerships/server';
import { makeVersion } from '#modules/reports/server';
import { explainStrategyProblem } from '#modules/strategy';
import { viewStrategy } from '#modules/strategy/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#platform/page.server';
import { fail, redirect } from '@sveltejs/kit';
import { approvedBy, besideBody } from '../../approved-by.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, makeVersion);
  const { completeness, versions } = await ask(event, viewStrategy);
  return { completeness, last: versions[0] ?? null, groups: await ask(event, viewGroups) };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, makeVersion, {
      values,
      input: { ...values, approvedBy: approvedBy(values) },
      explain: explainStrategyProblem
    });
    if (!answer.ok) return fail(answer.failure.status, besideBody(answer.failure.data));
    sayDone(event, `Version ${answer.value.number} is made. It stays as it is from now on.`);
    redirect(303, `/p/${event.params.partnership}/strategy/versions/${answer.value.id}`);
  }
};
