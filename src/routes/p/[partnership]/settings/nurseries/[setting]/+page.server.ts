import { viewUses } from '#modules/rollout/server';
import { viewSetting } from '#modules/settings/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, viewSetting, { id: event.params.setting })),
  uses: await ask(event, viewUses, { settingId: event.params.setting })
});
