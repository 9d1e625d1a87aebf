import { addGovernancePart, blankGovernancePart } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankGovernancePart)),
  // The page that leads here says of which function or feature.
  start: { part: event.url.searchParams.get('of') ?? undefined }
});

export const actions: Actions = {
  default: formAction(addGovernancePart, { to: () => 'plan/arrangements' })
};
