import { changesTable, compareMaps } from '#modules/actors';
import { viewTwoMaps } from '#modules/actors/server';
import type { Leaving } from '#web/leaving';
import { ask } from '#web/page.server';
import { csvFile } from '../../../downloads.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What is otherwise between two maps of bodies; nobody is counted.'
};

/** What is otherwise between two maps of actors. */
export const GET: RequestHandler = async (event) => {
  const { searchParams } = event.url;
  const { from, to } = await ask(event, viewTwoMaps, {
    from: searchParams.get('from') ?? '',
    to: searchParams.get('to') ?? ''
  });
  return csvFile(
    `actor-map-changes-${event.params.partnership}`,
    changesTable(compareMaps(from.content, to.content))
  );
};
