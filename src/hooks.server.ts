import { findPlaceOf, needsSetUp, personOfSession } from '#modules/partnerships/server';
import { log } from '#platform/log.server';
import { sessionCookie } from '#platform/session-cookie.server';
import { theWorld } from '#platform/world.server';
import { redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { randomUUID } from 'node:crypto';

let isSetUp = false;

export const handle: Handle = async ({ event, resolve }) => {
  const world = theWorld();
  event.locals.world = world;
  event.locals.person = null;
  event.locals.place = null;

  const token = event.cookies.get(sessionCookie);
  if (token !== undefined) event.locals.person = await personOfSession(world, token);

  const slug = event.params['partnership'];
  if (event.route.id?.startsWith('/p/[partnership]') === true && slug !== undefined) {
    if (event.locals.person === null) {
      const here = event.url.pathname + event.url.search;
      redirect(303, `/sign-in?next=${encodeURIComponent(here)}`);
    }
    event.locals.place = await findPlaceOf(world, event.locals.person, slug);
  }

  if (!isSetUp && event.route.id !== '/set-up' && event.route.id !== '/health') {
    isSetUp = !(await needsSetUp(world));
    if (!isSetUp) redirect(303, '/set-up');
  }

  const response = await resolve(event);
  // Nothing for other sites. Not 'no-referrer': browsers then hide from our own forms where they come from, and they are refused.
  response.headers.set('Referrer-Policy', 'same-origin');
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('X-Frame-Options', 'DENY');
  response.headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  if (event.locals.person !== null) response.headers.set('Cache-Control', 'private, no-store');
  return response;
};

/** An unexpected fault: logged once, with a reference that the page shows. What is expected keeps its own sentence. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'app') return error;
  if (kind === 'framework' && error.status < 500)
    return { message: 'We could not find that page.' };
  const reference = randomUUID().slice(0, 8);
  log.error({ reference, route: event.route.id, err: error }, 'unexpected fault');
  return { message: 'Something went wrong on our side.', reference };
};
