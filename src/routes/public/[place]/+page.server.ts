import { dateOf } from '#core/dates';
import { redirect } from '@sveltejs/kit';
import { published } from '../published.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { page, strategy } = await published(event);
  if (page === null) redirect(302, `/public/${event.params.place}/strategy`);
  return {
    page,
    today: dateOf(event.locals.world.clock()),
    strategy:
      strategy === null
        ? null
        : { title: strategy.content.title, publishedAt: strategy.publishedAt }
  };
};
