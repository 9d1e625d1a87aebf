import {
  changeStoryboard,
  removeStoryboard,
  viewStoryboard,
  viewStoryboardChoices
} from '#modules/learning/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeStoryboard);
  return {
    offer: await ask(event, viewStoryboardChoices),
    board: (await ask(event, viewStoryboard, { id: event.params.board })).board
  };
};

export const actions: Actions = {
  save: formAction(changeStoryboard, {
    of: 'board',
    to: ({ params }) => `learning/storyboards/${params.board}`
  }),
  remove: formAction(removeStoryboard, { of: 'board', to: () => 'learning' })
};
