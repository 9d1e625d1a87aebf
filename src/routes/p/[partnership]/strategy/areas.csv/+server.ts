import { csvText } from '#core/csv';
import { sharedTable } from '#modules/assessments';
import { viewSharedLevels } from '#modules/assessments/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'levels that groups agreed on; nobody is counted'
};

/** What the areas of the place's collaboratives show of themselves at this moment, one level a row. */
export const GET: RequestHandler = async (event) => {
  const { lines } = await ask(event, viewSharedLevels);
  return csvResponse(
    csvText(sharedTable(lines)),
    `${event.params.partnership}-areas-side-by-side.csv`
  );
};
