import { findGuest } from '#modules/actors/server';
import type { Leaving } from '#web/leaving';
import { liveStream } from '#web/live.server';
import { error } from '@sveltejs/kit';
import { guestKeyOf } from '../../guest-cookie.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'It says that something has changed, and nothing of what.'
};

/** Tells the page of a guest to ask again. It ends with the workshop. */
export const GET: RequestHandler = async (event) => {
  const guest = await findGuest(event.locals.world, guestKeyOf(event));
  if (guest === null) error(404, 'We could not find that page.');
  return liveStream(event, {
    topic: `rings ${guest.workshopId}`,
    who: `guest ${guest.ringPersonId}`
  });
};
