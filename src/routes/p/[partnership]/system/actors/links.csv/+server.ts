import { linksTable } from '#modules/actors';
import { viewActors } from '#modules/actors/server';
import type { Leaving } from '#web/leaving';
import { ask } from '#web/page.server';
import { csvFile } from '../../downloads.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'Links between bodies.' };

/** The links between actors on the map. */
export const GET: RequestHandler = async (event) => {
  const { actors, links } = await ask(event, viewActors);
  return csvFile(`actor-links-${event.params.partnership}`, linksTable(links, actors));
};
