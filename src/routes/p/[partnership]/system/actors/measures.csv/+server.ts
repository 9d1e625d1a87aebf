import { measuresOf, measuresTable } from '#modules/actors';
import { viewActors } from '#modules/actors/server';
import type { Leaving } from '#web/leaving';
import { ask } from '#web/page.server';
import { csvFile } from '../../downloads.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Measures of a network of bodies; nobody is counted.'
};

/** What is measured of each actor. */
export const GET: RequestHandler = async (event) => {
  const { actors, links } = await ask(event, viewActors);
  return csvFile(`actor-measures-${event.params.partnership}`, measuresTable(measuresOf(actors, links))); // prettier-ignore
};
