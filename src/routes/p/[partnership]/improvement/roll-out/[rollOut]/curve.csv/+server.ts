import { csvText } from '#core/csv';
import { curveTable } from '#modules/rollout';
import { viewRollOut } from '#modules/rollout/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'For use inside: settings are counted, people are not.'
};

/** How it spread: the counts on each day on which something changed. For use inside: a step may be one setting. */
export const GET: RequestHandler = async (event) => {
  const { rollOut, curve } = await ask(event, viewRollOut, { id: event.params.rollOut });
  return csvResponse(csvText(curveTable(curve)), `roll-out-curve-${rollOut.title}.csv`);
};
