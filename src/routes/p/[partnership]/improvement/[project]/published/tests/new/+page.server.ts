import { addPublishedTest, blankPublishedTest, viewPublished } from '#modules/improvement/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = { projectId: event.params.project };
  const blank = await ask(event, blankPublishedTest, asked);
  const { tests, source } = await ask(event, viewPublished, asked);
  return {
    ...blank,
    start: { source: tests.at(-1)?.source ?? source, number: (tests.at(-1)?.number ?? 0) + 1 }
  };
};

export const actions: Actions = {
  default: formAction(addPublishedTest, {
    with: ({ params }) => ({ projectId: params.project }),
    to: ({ params }) => `improvement/${params.project}`
  })
};
