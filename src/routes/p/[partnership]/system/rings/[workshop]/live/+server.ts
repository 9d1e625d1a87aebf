import { hasEnded } from '#modules/actors';
import { viewWorkshop } from '#modules/actors/server';
import type { Leaving } from '#web/leaving';
import { liveStream } from '#web/live.server';
import { ask } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'It says that something has changed, and nothing of what.'
};

/** Tells the page of a workshop that is under way to ask again. */
export const GET: RequestHandler = async (event) => {
  const { workshop } = await ask(event, viewWorkshop, { id: event.params.workshop });
  if (hasEnded(workshop.step)) error(404, 'We could not find that page.');
  return liveStream(event, {
    topic: `rings ${workshop.id}`,
    who: `person ${event.locals.person?.id}`
  });
};
