import {
  changePublishedTest,
  removePublishedTest,
  viewProject,
  viewPublished
} from '#modules/improvement/server';
import { ask, refuseUnlessMay } from '#web/page.server';
import { error } from '@sveltejs/kit';
import { saveTaken, takeOut } from '../../editing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changePublishedTest);
  const { project: projectId } = event.params;
  const { project } = await ask(event, viewProject, { projectId });
  const { tests } = await ask(event, viewPublished, { projectId });
  const test = tests.find(({ id }) => id === event.params.test);
  if (test === undefined) error(404, 'We could not find that page.');
  return { project, test };
};

export const actions: Actions = {
  save: (event) => saveTaken(event, changePublishedTest, event.params.test),
  remove: (event) =>
    takeOut(
      event,
      removePublishedTest,
      event.params.test,
      'The test of change no longer stands here. The history keeps it.'
    )
};
