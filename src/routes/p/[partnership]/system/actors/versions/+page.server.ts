import { keepMapVersion, viewMapVersions } from '#modules/actors/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  versions: await ask(event, viewMapVersions)
});

export const actions: Actions = {
  default: formAction(keepMapVersion, { to: () => 'system/actors/versions' })
};
