import { alignmentSorts, arrange, countPatterns, readFilter } from '#modules/thread';
import { viewAlignment } from '#modules/thread/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = Object.fromEntries(event.url.searchParams);
  const { rows, ...view } = await ask(event, viewAlignment, asked);
  const filter = readFilter(asked, view.spine);
  const sort = alignmentSorts.find((each) => each === asked['sort']) ?? 'factor';
  return { view, filter, sort, patterns: countPatterns(rows), rows: arrange(rows, filter, sort) };
};
