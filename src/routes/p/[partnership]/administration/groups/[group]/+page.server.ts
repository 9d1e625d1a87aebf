import { changeGroup, formOfGroup } from '#modules/groups/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { record, choices } = await ask(event, formOfGroup, { id: event.params.group });
  // No group reports to itself, supports itself or sends itself a sponsor.
  const others = (field: string) => choices[field]?.filter(({ id }) => id !== record.id) ?? [];
  return {
    record,
    choices: {
      ...choices,
      reportsTo: others('reportsTo'),
      supports: others('supports'),
      sponsorGroupId: others('sponsorGroupId')
    }
  };
};

export const actions: Actions = {
  save: formAction(changeGroup, { of: 'group', to: () => 'administration/groups' })
};
