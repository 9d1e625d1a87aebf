import { addSetting, blankSetting, viewAreas } from '#modules/settings/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankSetting)),
  areas: await ask(event, viewAreas)
});

export const actions: Actions = {
  default: formAction(addSetting, { to: ({ value }) => `settings/nurseries/${value.id}` })
};
