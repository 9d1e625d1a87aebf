import { viewPlan } from '#modules/delivery/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, viewPlan)),
  group: event.url.searchParams.get('group') ?? '',
  view: event.url.searchParams.get('view') === 'attention' ? 'attention' : 'plan'
});
