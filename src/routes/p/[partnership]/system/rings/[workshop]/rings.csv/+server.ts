import { hasEnded, ringsTable } from '#modules/actors';
import { viewWorkshop } from '#modules/actors/server';
import type { Leaving } from '#web/leaving';
import { ask } from '#web/page.server';
import { error } from '@sveltejs/kit';
import { csvFile } from '../../../downloads.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Who was named in a workshop; what is counted are lists and dots, not people.'
};

/** The rings of a workshop that has ended. */
export const GET: RequestHandler = async (event) => {
  const { workshop, items } = await ask(event, viewWorkshop, { id: event.params.workshop });
  if (!hasEnded(workshop.step)) error(404, 'We could not find that page.');
  return csvFile(`rings-${event.params.partnership}`, ringsTable(items));
};
