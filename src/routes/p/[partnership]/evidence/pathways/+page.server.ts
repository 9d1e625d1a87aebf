import { viewPathways } from '#modules/evidence/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';
import { picturedAs, pictureOf } from './picture.server.ts';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewPathways, Object.fromEntries(event.url.searchParams));
  const base = `/p/${event.params.partnership}/evidence`;
  return { view, picture: await pictureOf(view, base), pictured: picturedAs(view) };
};
