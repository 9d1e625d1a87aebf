import { addPlanPriority, blankPlanPriority } from '#modules/delivery/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankPlanPriority);

export const actions: Actions = { default: formAction(addPlanPriority, { to: () => 'plan' }) };
