import {
  addPublishedMeasure,
  blankPublishedMeasure,
  viewPublished
} from '#modules/improvement/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = { projectId: event.params.project };
  const blank = await ask(event, blankPublishedMeasure, asked);
  const { measures, source } = await ask(event, viewPublished, asked);
  return { ...blank, start: { source: measures.at(-1)?.source ?? source } };
};

export const actions: Actions = {
  default: formAction(addPublishedMeasure, {
    with: ({ params }) => ({ projectId: params.project }),
    to: ({ params }) => `improvement/${params.project}`
  })
};
