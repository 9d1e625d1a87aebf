import { drawActorMap } from '#modules/actors';
import { viewActors } from '#modules/actors/server';
import type { Leaving } from '#web/leaving';
import { ask } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'Groups and bodies, drawn.' };

/** The map as a picture to take away: light, and without addresses. */
export const GET: RequestHandler = async (event) => {
  const here = await ask(event, viewActors);
  if (here.actors.length === 0) error(404, 'We could not find that page.');
  const svg = drawActorMap(
    { ...here, focus: here.map?.focus ?? 'Our system' },
    { size: 'wide', colours: 'light' }
  );
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': `attachment; filename="actors-${event.params.partnership}.svg"`
    }
  });
};
