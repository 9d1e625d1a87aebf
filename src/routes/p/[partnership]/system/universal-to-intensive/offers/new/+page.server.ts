import { addOffer, blankOffer, viewStagesOfSupport } from '#modules/maps/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankOffer)),
  ...(await ask(event, viewStagesOfSupport)),
  service: event.url.searchParams.get('service') ?? '',
  stage: event.url.searchParams.get('stage') ?? ''
});

export const actions: Actions = {
  default: formAction(addOffer, { to: () => 'system/universal-to-intensive' })
};
