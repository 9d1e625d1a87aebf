import { changePrinciple, formOfPrinciple, removePrinciple } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfPrinciple, { id: event.params.principle });

const toList = () => 'plan/principles';

export const actions: Actions = {
  save: formAction(changePrinciple, { of: 'principle', to: toList }),
  remove: formAction(removePrinciple, { of: 'principle', to: toList })
};
