import { csvText } from '#core/csv';
import { governanceTable } from '#modules/groups';
import { viewGroups } from '#modules/groups/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'Groups and their lines in words.' };

export const GET: RequestHandler = async (event) =>
  csvResponse(
    csvText(governanceTable(await ask(event, viewGroups))),
    `${event.params.partnership}-groups.csv`
  );
