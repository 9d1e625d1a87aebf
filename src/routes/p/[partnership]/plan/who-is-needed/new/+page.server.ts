import { addSought, blankSought } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankSought)),
  // The map of actors leads here with a name.
  start: { title: event.url.searchParams.get('who') ?? undefined }
});

export const actions: Actions = {
  default: formAction(addSought, { to: () => 'plan/who-is-needed' })
};
