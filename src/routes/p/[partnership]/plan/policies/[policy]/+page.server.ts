import { changePolicy, formOfPolicy, removePolicy } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfPolicy, { id: event.params.policy });

const toList = () => 'plan/policies';

export const actions: Actions = {
  save: formAction(changePolicy, { of: 'policy', to: toList }),
  remove: formAction(removePolicy, { of: 'policy', to: toList })
};
