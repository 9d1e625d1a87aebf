import {
  changeStoryboard,
  removeStoryboard,
  viewStoryboard,
  viewStoryboardChoices
} from '#modules/learning/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeStoryboard);
  return {
    choices: await ask(event, viewStoryboardChoices),
    board: (await ask(event, viewStoryboard, { storyboardId: event.params.board })).board
  };
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const storyboardId = event.params.board;
    const answer = await submitForm(event, changeStoryboard, values, { storyboardId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The storyboard is saved.');
    redirect(303, `/p/${event.params.partnership}/learning/storyboards/${storyboardId}`);
  },
  remove: async (event) => {
    const storyboardId = event.params.board;
    const answer = await submitForm(event, removeStoryboard, {}, { storyboardId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The storyboard is removed.');
    redirect(303, `/p/${event.params.partnership}/learning`);
  }
};
