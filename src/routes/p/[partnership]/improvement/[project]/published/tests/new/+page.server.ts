import { addPublishedTest, viewProject, viewPublished } from '#modules/improvement/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addPublishedTest);
  const { project: projectId } = event.params;
  const { project } = await ask(event, viewProject, { projectId });
  const { tests } = await ask(event, viewPublished, { projectId });
  return {
    project,
    source: tests.at(-1)?.source ?? project.source,
    number: (tests.at(-1)?.number ?? 0) + 1
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const { partnership, project: projectId } = event.params;
    const answer = await submitForm(event, addPublishedTest, values, { projectId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The test of change stands among what was published.');
    redirect(303, `/p/${partnership}/improvement/${projectId}`);
  }
};
