import { actorsTable, linksTable } from '#modules/actors';
import { viewActors } from '#modules/actors/server';
import { workbookOf } from '#modules/maps/server';
import type { Leaving } from '#web/leaving';
import { ask } from '#web/page.server';
import { workbookFile } from '../../downloads.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Groups and bodies of the system; the dots of a workshop are votes, not people.'
};

/** The actors on the map, and what links them. */
export const GET: RequestHandler = async (event) => {
  const { actors, links, sectors } = await ask(event, viewActors);
  const workbook = await workbookOf([
    { name: 'Actors', table: actorsTable(actors, sectors) },
    { name: 'Connections', table: linksTable(links, actors) }
  ]);
  return workbookFile(`actors-${event.params.partnership}`, workbook);
};
