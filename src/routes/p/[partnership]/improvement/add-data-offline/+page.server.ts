import { viewMeasureChoices } from '#modules/improvement/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

/** What a phone keeps for when it has no connection: a form for each measure, with nobody's name on the page. */
export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, viewMeasureChoices)),
  personId: event.locals.person?.id ?? '',
  slug: event.params.partnership,
  sendingId: event.locals.world.newId()
});
