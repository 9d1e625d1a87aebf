import { changeGroup, formOfGroup } from '#modules/groups/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { record, choices } = await ask(event, formOfGroup, { id: event.params.group });
  // No group reports to itself.
  const reportsTo = choices['reportsTo']?.filter(({ id }) => id !== record.id) ?? [];
  return { record, choices: { ...choices, reportsTo } };
};

export const actions: Actions = {
  save: formAction(changeGroup, { of: 'group', to: () => 'administration/groups' })
};
