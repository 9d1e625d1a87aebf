import {
  enterPlace,
  findSession,
  needsSetUp,
  noteArrival,
  unnotedOf,
  type Unnoted
} from '#modules/partnerships/server';
import { hasControls } from '#core/plain-text';
import { troubleIn } from '#platform/database-trouble';
import { asAskedFor } from '#web/other-form.server';
import { compressed } from '#web/compression.server';
import { log } from '#web/log.server';
import { sessionCookie } from '#web/session-cookie.server';
import { troubleSentence } from '#web/trouble-page';
import { troubleResponse } from '#web/trouble.server';
import { theWorld, worldOfRequest } from '#web/world.server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { randomUUID } from 'node:crypto';

let isSetUp = false;

export const handle: Handle = async ({ event, resolve }) => {
  const response = await asAskedFor(
    { method: event.request.method, url: event.url },
    await answered(event, resolve)
  );
  // Nothing for other sites. Not 'no-referrer': browsers then hide from our own forms where they come from, and they are refused.
  response.headers.set('Referrer-Policy', 'same-origin');
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('X-Frame-Options', 'DENY');
  response.headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  const isSignedIn = event.locals.person !== null;
  const said = response.headers.get('Cache-Control') ?? '';
  if (isSignedIn && !said.startsWith('private, no-store'))
    response.headers.set('Cache-Control', 'private, no-store');
  return compressed(event.request, response, isSignedIn);
};

/** The answer of a page; where the database is in trouble, a page that says so and keeps what was typed. */
async function answered(
  event: RequestEvent,
  resolve: Parameters<Handle>[0]['resolve']
): Promise<Response> {
  const world = worldOfRequest();
  event.locals.world = world;
  event.locals.person = null;
  event.locals.place = null;
  event.locals.trouble = null;
  event.locals.hasSaved = false;
  let unnoted: Unnoted | null = null;
  // No record has such a name, and the database could not be asked for it.
  if (hasControls(decoded(event.url.pathname))) {
    return new Response(`${notFoundSentence}\n`, { status: 404 });
  }
  try {
    unnoted = await recognise(event);
    // A form may take long to come in; no connection waits for it.
    if (!isForReading(event.request)) await world.reading.letGo();
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
  } finally {
    await world.reading.close();
    if (unnoted !== null) noteAfterwards(unnoted);
  }
}

const isForReading = ({ method }: Request) => method === 'GET' || method === 'HEAD';

/** Nobody waits for it, and nobody is kept from reading where the database takes nothing in. */
function noteAfterwards(unnoted: Unnoted): void {
  noteArrival(theWorld(), unnoted).catch((fault: unknown) =>
    log.warn({ err: fault }, 'a visit could not be noted')
  );
}

/**
 * Finds out who asks, and where; sends strangers to sign in, and everybody to the set-up page of a new installation. Answers what is
 * to be noted of it.
 */
async function recognise(event: RequestEvent): Promise<Unnoted | null> {
  const { locals } = event;
  const { world } = locals;
  const token = event.cookies.get(sessionCookie);
  const session = token === undefined ? null : await findSession(world, token);
  locals.person = session?.person ?? null;

  const slug = event.params['partnership'];
  const isInPlace = event.route.id?.startsWith('/p/[partnership]') === true;
  if (isInPlace && session === null) {
    const here = event.url.pathname + event.url.search;
    redirect(303, `/sign-in?next=${encodeURIComponent(here)}`);
  }
  const entered =
    isInPlace && session !== null && slug !== undefined
      ? await enterPlace(world, session.person, slug)
      : null;
  locals.place = entered?.place ?? null;

  const isOpen = event.route.id === '/set-up' || event.route.id?.startsWith('/health') === true;
  if (!isSetUp && !isOpen) {
    isSetUp = !(await needsSetUp(world));
    if (!isSetUp) redirect(303, '/set-up');
  }
  return session === null ? null : unnotedOf(session, entered, world.clock());
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return '\u0000';
  }
}

const notFoundSentence = 'We could not find that page.';

/** An unexpected fault: logged once, with a reference that the page shows. What is expected keeps its own sentence. */
export const handleError: HandleServerError = ({ kind, error: fault, event }) => {
  if (kind === 'app') return fault;
  if (kind === 'framework' && fault.status < 500) return { message: notFoundSentence };
  const trouble = troubleIn(fault);
  if (trouble !== null) {
    event.locals.trouble = trouble;
    log.warn({ route: event.route.id, trouble, err: fault }, 'the database is in trouble');
    return { status: 503, message: troubleSentence(trouble) };
  }
  // Whoever asked has gone, and with them the rest of what they sent.
  if (event.request.signal.aborted) return { status: 400, message: 'The request broke off.' };
  const reference = randomUUID().slice(0, 8);
  log.error({ reference, route: event.route.id, err: fault }, 'unexpected fault');
  return { message: 'Something went wrong on our side.', reference };
};
