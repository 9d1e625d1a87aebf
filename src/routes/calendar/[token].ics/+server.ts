import { calendarFor, holderOfCalendar } from '#modules/reports/server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'titles of tests, measures, actions and questions, with their dates'
};

/** What is due, for the calendar program of whoever holds the address. It asks nobody to sign in, and shows nothing but that. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
  const holder = await holderOfCalendar(locals.world, params.token);
  const text = holder === null ? null : await calendarFor(locals.world, holder, url.origin);
  if (text === null)
    return new Response('There is no calendar at this address.\n', { status: 404 });
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex'
    }
  });
};
