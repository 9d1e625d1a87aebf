import { changeWorkstream, formOfWorkstream, removeWorkstream } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfWorkstream, { id: event.params.workstream });

const toList = () => 'plan/joining-up';

export const actions: Actions = {
  save: formAction(changeWorkstream, { of: 'workstream', to: toList }),
  remove: formAction(removeWorkstream, { of: 'workstream', to: toList })
};
