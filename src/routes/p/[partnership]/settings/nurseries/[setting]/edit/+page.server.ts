import { changeSetting, formOfSetting, viewAreas } from '#modules/settings/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, formOfSetting, { id: event.params.setting })),
  areas: await ask(event, viewAreas)
});

export const actions: Actions = {
  save: formAction(changeSetting, {
    of: 'setting',
    to: ({ params }) => `settings/nurseries/${params.setting}`
  })
};
