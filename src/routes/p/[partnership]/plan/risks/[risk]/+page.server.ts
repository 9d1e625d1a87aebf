import { changeRisk, formOfRisk, removeRisk } from '#modules/resources/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, formOfRisk, { id: event.params.risk });

const toList = () => 'plan/risks';

export const actions: Actions = {
  save: formAction(changeRisk, { of: 'risk', to: toList }),
  remove: formAction(removeRisk, { of: 'risk', to: toList })
};
