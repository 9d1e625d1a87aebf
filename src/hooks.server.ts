import { findPlaceOf, needsSetUp, personOfSession } from '#modules/partnerships/server';
import { troubleIn } from '#platform/database-trouble';
import { log } from '#platform/log.server';
import { sessionCookie } from '#platform/session-cookie.server';
import { troubleSentence } from '#platform/trouble-page';
import { troubleResponse } from '#platform/trouble.server';
import { theWorld } from '#platform/world.server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { randomUUID } from 'node:crypto';

let isSetUp = false;

export const handle: Handle = async ({ event, resolve }) => {
  const response = await answered(event, resolve);
  // Nothing for other sites. Not 'no-referrer': browsers then hide from our own forms where they come from, and they are refused.
  response.headers.set('Referrer-Policy', 'same-origin');
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('X-Frame-Options', 'DENY');
  response.headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  if (event.locals.person !== null) response.headers.set('Cache-Control', 'private, no-store');
  return response;
};

/** The answer of a page; where the database is in trouble, a page that says so and keeps what was typed. */
async function answered(
  event: RequestEvent,
  resolve: Parameters<Handle>[0]['resolve']
): Promise<Response> {
  const world = theWorld();
  event.locals.world = world;
  event.locals.person = null;
  event.locals.place = null;
  event.locals.trouble = null;
  event.locals.hasSaved = false;
  try {
    await recognise(event);
    const response = await resolve(event);
    const { trouble } = event.locals;
    return trouble === null || event.isDataRequest
      ? response
      : await troubleResponse(event, trouble);
  } catch (fault) {
    const trouble = troubleIn(fault);
    if (trouble === null) throw fault;
    log.warn({ route: event.route.id, trouble, err: fault }, 'the database is in trouble');
    return troubleResponse(event, trouble);
  }
}

/** Finds out who asks, and where; sends strangers to sign in, and everybody to the set-up page of a new installation. */
async function recognise(event: RequestEvent): Promise<void> {
  const { world } = event.locals;
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

  const isOpen = event.route.id === '/set-up' || event.route.id?.startsWith('/health') === true;
  if (!isSetUp && !isOpen) {
    isSetUp = !(await needsSetUp(world));
    if (!isSetUp) redirect(303, '/set-up');
  }
}

/** An unexpected fault: logged once, with a reference that the page shows. What is expected keeps its own sentence. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'app') return error;
  if (kind === 'framework' && error.status < 500)
    return { message: 'We could not find that page.' };
  const trouble = troubleIn(error);
  if (trouble !== null) {
    event.locals.trouble = trouble;
    log.warn({ route: event.route.id, trouble, err: error }, 'the database is in trouble');
    return { status: 503, message: troubleSentence(trouble) };
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ reference, route: event.route.id, err: error }, 'unexpected fault');
  return { message: 'Something went wrong on our side.', reference };
};
