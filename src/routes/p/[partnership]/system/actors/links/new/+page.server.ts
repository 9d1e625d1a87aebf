import { addLink, blankLink } from '#modules/actors/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankLink)),
  from: event.url.searchParams.get('from') ?? ''
});

export const actions: Actions = {
  default: formAction(addLink, {
    to: ({ values }) => `system/actors/${String(values['fromId'])}`
  })
};
