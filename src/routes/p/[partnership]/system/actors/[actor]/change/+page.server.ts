import { changeActor, formOfActor, removeActor } from '#modules/actors/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { record, choices } = await ask(event, formOfActor, { id: event.params.actor });
  const others = (choices['partOfId'] ?? []).filter(({ id }) => id !== record.id);
  return { record, choices: { ...choices, partOfId: others } };
};

export const actions: Actions = {
  save: formAction(changeActor, {
    of: 'actor',
    to: ({ params }) => `system/actors/${params.actor}`
  }),
  remove: formAction(removeActor, { of: 'actor', to: () => 'system/actors' })
};
