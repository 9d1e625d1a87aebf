import { addPlanPriority, blankPlanPriority } from '#modules/delivery/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankPlanPriority)),
  start: { factors: event.url.searchParams.getAll('factor') }
});

export const actions: Actions = { default: formAction(addPlanPriority, { to: () => 'plan' }) };
