import {
  changePublishedTest,
  removePublishedTest,
  viewProject,
  viewPublished
} from '#modules/improvement/server';
import { ask, readForm, sayDone } from '#platform/page.server';
import { error, redirect } from '@sveltejs/kit';
import { submitForm } from '../../../../forms.server.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async (event) => {
  const { project: projectId } = event.params;
  const { project } = await ask(event, viewProject, { projectId });
  const { tests } = await ask(event, viewPublished, { projectId });
  const test = tests.find(({ id }) => id === event.params.test);
  if (test === undefined) error(404, { message: 'We could not find that page.' });
  return { project, test };
};

const projectOf = ({ partnership, project }: RouteParams) =>
  `/p/${partnership}/improvement/${project}`;

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const { test: id } = event.params;
    const answer = await submitForm(event, changePublishedTest, values, { id });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'What the publication says is saved.');
    redirect(303, projectOf(event.params));
  },
  remove: async (event) => {
    const { test: id } = event.params;
    const answer = await submitForm(event, removePublishedTest, {}, { id });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The test of change no longer stands here. The history keeps it.');
    redirect(303, projectOf(event.params));
  }
};
