import { viewRegister } from '#modules/needs/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { items, law, today } = await ask(event, viewRegister);
  return { items, law, today };
};
