import { changeLine, formOfLine, removeLine } from '#modules/resources/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, formOfLine, { id: event.params.line });

const toList = () => 'plan/resources';

export const actions: Actions = {
  save: formAction(changeLine, { of: 'line', to: toList }),
  remove: formAction(removeLine, { of: 'line', to: toList })
};
