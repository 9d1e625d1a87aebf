import { addStoryboard, viewStoryboardChoices } from '#modules/learning/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addStoryboard);
  const { searchParams } = event.url;
  return {
    offer: await ask(event, viewStoryboardChoices),
    start: {
      projectId: searchParams.get('project'),
      sessionId: searchParams.get('session'),
      paper: 'a4'
    }
  };
};

export const actions: Actions = {
  default: formAction(addStoryboard, { to: ({ value }) => `learning/storyboards/${value.id}` })
};
