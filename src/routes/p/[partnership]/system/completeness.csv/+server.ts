import { csvText } from '#core/csv';
import { completenessTable } from '#modules/thread';
import { viewCompleteness } from '#modules/thread/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Bodies, and how many services each offers; nobody is counted.'
};

/** Actors without a service and organisations that are no actors, in one table. */
export const GET: RequestHandler = async (event) =>
  csvResponse(
    csvText(completenessTable(await ask(event, viewCompleteness))),
    `${event.params.partnership}-completeness.csv`
  );
