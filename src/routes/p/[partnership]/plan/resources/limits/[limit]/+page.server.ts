import { changeLimit, formOfLimit, removeLimit } from '#modules/resources/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, formOfLimit, { id: event.params.limit });

const toList = () => 'plan/resources';

export const actions: Actions = {
  save: formAction(changeLimit, { of: 'limit', to: toList }),
  remove: formAction(removeLimit, { of: 'limit', to: toList })
};
