import { viewRoundLinks } from '#modules/benchmarks/server';
import { ask } from '#web/page.server';
import { settingAddress } from '../../../../links.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { links, ...view } = await ask(event, viewRoundLinks, { id: event.params.round });
  return {
    ...view,
    links: links.map(({ token, ...link }) => ({
      ...link,
      address: settingAddress(event.url.origin, token)
    }))
  };
};
