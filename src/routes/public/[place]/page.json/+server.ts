import { error, json } from '@sveltejs/kit';
import { published } from '../../published.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'published',
  because: 'The snapshot that stands published passed the rule of the public page.'
};

/** The public page as data, for whoever wants to build on it. */
export const GET: RequestHandler = async (event) => {
  const { page, strategy } = await published(event);
  if (page === null) error(404, 'Nothing is published here.');
  return json({
    publishedAt: page.publishedAt.toISOString(),
    ...page.content,
    strategy:
      strategy === null
        ? null
        : {
            publishedAt: strategy.publishedAt.toISOString(),
            address: `/public/${page.content.place.slug}/strategy`,
            ...strategy.content
          }
  });
};
