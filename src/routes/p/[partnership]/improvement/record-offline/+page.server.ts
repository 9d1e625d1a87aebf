import { emptyPlan } from '#modules/improvement';
import { viewRecordChoices } from '#modules/improvement/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

/** What a phone keeps for when it has no connection: the same forms, with nobody's name on the page. */
export const load: PageServerLoad = async (event) => {
  const choices = await ask(event, viewRecordChoices);
  return {
    ...choices,
    personId: event.locals.person?.id ?? '',
    slug: event.params.partnership,
    sendingId: event.locals.world.newId(),
    plan: emptyPlan(choices.today)
  };
};
