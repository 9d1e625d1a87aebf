import { calendarFor } from '#modules/reports/server';
import { error } from '@sveltejs/kit';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'titles of tests, measures, actions and questions, with their dates'
};

/** The same as a file, once, for a calendar that cannot follow an address. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const { place, person, world } = locals;
  const who = place && person ? { partnershipId: place.id, personId: person.id } : null;
  const text = who === null ? null : await calendarFor(world, who, url.origin);
  if (text === null) error(404, 'We could not find that page.');
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="due-${params.partnership}.ics"`
    }
  });
};
