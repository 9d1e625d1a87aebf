import { addAsk, viewAsks } from '#modules/maps/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ asks: await ask(event, viewAsks) });

export const actions: Actions = {
  default: formAction(addAsk, { to: () => 'system/asked' })
};
