import { viewCheck } from '#modules/checks/server';
import { ask } from '#web/page.server';
import { yearAsked } from '../year.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  check: await ask(event, viewCheck, { pack: event.params.pack, year: yearAsked(event.url) })
});
