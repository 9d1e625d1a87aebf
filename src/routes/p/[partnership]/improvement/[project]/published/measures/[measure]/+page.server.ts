import {
  changePublishedMeasure,
  removePublishedMeasure,
  viewProject,
  viewPublished
} from '#modules/improvement/server';
import { ask, refuseUnlessMay } from '#web/page.server';
import { error } from '@sveltejs/kit';
import { saveTaken, takeOut } from '../../editing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changePublishedMeasure);
  const { project: projectId } = event.params;
  const { project } = await ask(event, viewProject, { projectId });
  const { measures } = await ask(event, viewPublished, { projectId });
  const measure = measures.find(({ id }) => id === event.params.measure);
  if (measure === undefined) error(404, 'We could not find that page.');
  return { project, measure };
};

export const actions: Actions = {
  save: (event) => saveTaken(event, changePublishedMeasure, event.params.measure),
  remove: (event) =>
    takeOut(
      event,
      removePublishedMeasure,
      event.params.measure,
      'The measure no longer stands here. The history keeps it.'
    )
};
