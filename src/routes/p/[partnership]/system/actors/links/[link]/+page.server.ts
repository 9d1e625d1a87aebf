import { changeLink, formOfLink, removeLink } from '#modules/actors/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, formOfLink, { id: event.params.link });

export const actions: Actions = {
  save: formAction(changeLink, {
    of: 'link',
    to: ({ values }) => `system/actors/${String(values['fromId'])}`
  }),
  remove: formAction(removeLink, { of: 'link', to: () => 'system/actors' })
};
