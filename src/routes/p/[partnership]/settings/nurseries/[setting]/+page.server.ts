import { viewSetting } from '#modules/settings/server';
import { ask } from '#platform/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) =>
  ask(event, viewSetting, { id: event.params.setting });
