import { actorsTable } from '#modules/actors';
import { viewActors } from '#modules/actors/server';
import type { Leaving } from '#web/leaving';
import { ask } from '#web/page.server';
import { csvFile } from '../../downloads.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Groups and bodies of the system; the dots of a workshop are votes, not people.'
};

/** The actors on the map, in the order of the list. */
export const GET: RequestHandler = async (event) => {
  const { actors, sectors } = await ask(event, viewActors);
  return csvFile(`actors-${event.params.partnership}`, actorsTable(actors, sectors));
};
