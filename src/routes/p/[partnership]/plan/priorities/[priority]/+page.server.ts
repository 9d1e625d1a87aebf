import {
  changePlanPriority,
  formOfPlanPriority,
  removePlanPriority
} from '#modules/delivery/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfPlanPriority, { id: event.params.priority });

export const actions: Actions = {
  save: formAction(changePlanPriority, { of: 'priority', to: () => 'plan' }),
  remove: formAction(removePlanPriority, { of: 'priority', to: () => 'plan' })
};
