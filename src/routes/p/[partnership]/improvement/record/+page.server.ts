import { emptyPlan } from '#modules/improvement';
import { planTest, viewRecordChoices } from '#modules/improvement/server';
import { dateOf } from '#core/dates';
import { ask, readForm, sayDone } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const choices = await ask(event, viewRecordChoices);
  const asked = event.url.searchParams.get('project');
  const only = choices.projects.length === 1 ? choices.projects[0] : undefined;
  const project = choices.projects.find(({ id }) => id === asked) ?? only ?? null;
  return {
    ...choices,
    project,
    isAsked: asked !== null,
    plan: emptyPlan(dateOf(event.locals.world.clock()))
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, planTest, values);
    if (!answer.ok) return answer.failure;
    const project = typeof values['projectId'] === 'string' ? values['projectId'] : '';
    const test = `/p/${event.params.partnership}/improvement/${project}/cycles/${answer.value.id}`;
    if (values['then'] === 'report') {
      sayDone(event, 'Your prediction is written down. Now say what happened.');
      redirect(303, `${test}/report`);
    }
    sayDone(
      event,
      `Test ${answer.value.number} is planned. When it has been tried, say what happened.`
    );
    redirect(303, test);
  }
};
