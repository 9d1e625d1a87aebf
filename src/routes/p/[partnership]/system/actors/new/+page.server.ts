import { missingPrompts } from '#modules/actors';
import { addActor, blankActor } from '#modules/actors/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankActor)),
  /** The name that a link proposes. */
  proposed: event.url.searchParams.get('name') ?? '',
  /** The question that led here, where one did. */
  prompt: missingPrompts.find(({ id }) => id === event.url.searchParams.get('asked')) ?? null
});

export const actions: Actions = {
  default: formAction(addActor, { to: ({ value }) => `system/actors/${value.id}` })
};
