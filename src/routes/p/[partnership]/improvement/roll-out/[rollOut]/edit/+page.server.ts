import { changeRollOut, formOfRollOut } from '#modules/rollout/server';
import { ask, formAction } from '#web/page.server';
import { choicesOf } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { record } = await ask(event, formOfRollOut, { id: event.params.rollOut });
  return { ...(await choicesOf(event)), record };
};

export const actions: Actions = {
  save: formAction(changeRollOut, {
    of: 'rollOut',
    to: ({ params }) => `improvement/roll-out/${params.rollOut}`
  })
};
