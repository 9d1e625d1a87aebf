import { csvText } from '#core/csv';
import { alignmentSorts, alignmentTable, arrange, readFilter } from '#modules/thread';
import { viewAlignment } from '#modules/thread/server';
import { namesOf } from '#modules/vocabulary';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'How many services and indicators a factor has; nobody is counted.'
};

/** The alignment under the same address of filters as the page. */
export const GET: RequestHandler = async (event) => {
  const asked = Object.fromEntries(event.url.searchParams);
  const { spine, choice, rows } = await ask(event, viewAlignment, asked);
  const sort = alignmentSorts.find((each) => each === asked['sort']) ?? 'factor';
  const shown = arrange(rows, readFilter(asked, spine), sort);
  const table = alignmentTable(shown, choice, namesOf(spine));
  return csvResponse(csvText(table), `${event.params.partnership}-alignment.csv`);
};
