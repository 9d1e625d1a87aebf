import { freezeStoryboard, viewStoryboard } from '#modules/learning/server';
import { ask, sayDone } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewStoryboard, { storyboardId: event.params.board });

export const actions: Actions = {
  freeze: async (event) => {
    const storyboardId = event.params.board;
    const answer = await submitForm(event, freezeStoryboard, {}, { storyboardId });
    if (!answer.ok) return answer.failure;
    sayDone(event, `Version ${answer.value.number} is kept as it stands today.`);
    redirect(303, `/p/${event.params.partnership}/learning/storyboards/${storyboardId}`);
  }
};
