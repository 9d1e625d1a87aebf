import { viewCoalition } from '#modules/cooperation/server';
import { ask } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { sought } = await ask(event, viewCoalition);
  const found = sought.find(({ id }) => id === event.params.sought);
  if (found === undefined) error(404, 'We could not find that page.');
  return { record: found };
};
