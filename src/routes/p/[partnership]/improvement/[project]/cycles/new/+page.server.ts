import {
  emptyPlan,
  isForEveryone,
  planAfter,
  rampSteps,
  readConditions,
  readinessGaps
} from '#modules/improvement';
import { planTest, viewProject } from '#modules/improvement/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, planTest);
  const { project, ideas, tests, today } = await ask(event, viewProject, {
    projectId: event.params.project
  });
  const asked = event.url.searchParams;
  const before = tests.find(({ id }) => id === asked.get('follows')) ?? null;
  const idea = ideas.find(({ id }) => id === asked.get('idea'));
  const step = rampSteps.find((one) => one === asked.get('step'));
  const ideaId = before?.changeIdeaId ?? idea?.id ?? null;
  const fresh = { ...emptyPlan(today, step), changeTried: idea?.text ?? '' };
  const plan = before === null ? fresh : planAfter(before, today);
  return {
    project,
    ideas,
    before,
    ideaId,
    plan,
    knownConditions: readConditions(tests.map(({ conditions }) => conditions).join('\n')),
    gaps: isForEveryone(plan.rampStep)
      ? readinessGaps(tests.filter(({ changeIdeaId }) => changeIdeaId === ideaId))
      : []
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, planTest, values, { projectId: event.params.project });
    if (!answer.ok) return answer.failure;
    sayDone(
      event,
      `Test ${answer.value.number} is planned. When it has been tried, say what happened.`
    );
    const project = `/p/${event.params.partnership}/improvement/${event.params.project}`;
    redirect(303, `${project}/cycles/${answer.value.id}`);
  }
};
