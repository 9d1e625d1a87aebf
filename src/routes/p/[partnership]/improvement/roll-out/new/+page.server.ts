import { addRollOut } from '#modules/rollout/server';
import { formAction } from '#web/page.server';
import { choicesOf } from '../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const { today, ...choices } = await choicesOf(event);
  const start = {
    startedOn: today,
    projectId: search.get('project'),
    changeIdeaId: search.get('idea')
  };
  return { ...choices, start };
};

export const actions: Actions = {
  default: formAction(addRollOut, { to: ({ value }) => `improvement/roll-out/${value.id}` })
};
