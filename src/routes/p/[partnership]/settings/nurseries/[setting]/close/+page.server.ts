import { dateOf } from '#core/dates';
import { closeSetting, formOfSetting } from '#modules/settings/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, formOfSetting, { id: event.params.setting })),
  today: dateOf(event.locals.world.clock())
});

export const actions: Actions = {
  save: formAction(closeSetting, {
    of: 'setting',
    to: ({ params }) => `settings/nurseries/${params.setting}`
  })
};
