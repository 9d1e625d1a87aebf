import { viewPathways } from '#modules/evidence/server';
import { ask } from '#web/page.server';
import { error } from '@sveltejs/kit';
import { pictureOf } from '../picture.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Links between factors and outcomes, drawn.'
};

/** The picture of the routes, to take away: light, and without addresses. */
export const GET: RequestHandler = async (event) => {
  const view = await ask(event, viewPathways, Object.fromEntries(event.url.searchParams));
  const svg = await pictureOf(view, null);
  if (svg === null) error(404, 'We could not find that page.');
  const name = `pathways-${view.from?.id ?? view.to?.id ?? 'none'}.svg`;
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`
    }
  });
};
